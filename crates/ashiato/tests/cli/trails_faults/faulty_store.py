seen = set()


def look_at_status():
    while not stopping.is_set():
        told = status()
        for name in ("LatestDeliveryError", "LatestDigestDeliveryError"):
            if told.get(name):
                assert told["LatestDeliveryAttemptTime"], told
                seen.add(name)
        time.sleep(0.02)


def do_errors():
    """Until the status has told of both kinds of failures."""
    looker = threading.Thread(target=look_at_status, daemon=True)
    looker.start()
    until(f"errors of deliveries and of digests, {seen}", lambda: len(seen) == 2, 240)


def do_prepare_there():
    TRAIL.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True, EnableLogFileValidation=True)
    TRAIL.start_logging(Name="all")


def do_clear():
    told = until("a status without errors", lambda: (lambda told: told if not told.get("LatestDeliveryError") and not told.get("LatestDigestDeliveryError") else None)(status()))
    assert told["LatestDeliveryTime"] and told["LatestDigestDeliveryTime"], told


S3 = boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL_S3"], config=CONFIG)
commands()
