"""A month of a trail proved whole: `aws cloudtrail validate-logs` and `ashiato validate-logs` against the same server, and
the latter over a copy in a folder too.
"""
import base64
import concurrent.futures
import datetime
import hashlib
import json
import os
import pathlib
import re
import sqlite3
import sys
import tempfile

import engines
from server import Server
from usage import process

ACCOUNT = "111122223333"
BUCKET = "month-of-a-trail"
DAYS = 30
REGION = "us-east-1"
TRAIL = "month"
TRAIL_ARN = f"arn:aws:cloudtrail:{REGION}:{ACCOUNT}:trail/{TRAIL}"
RECORDS = 100
UPLOADERS = 8


def measure(options, scratch, say):
    with tempfile.TemporaryDirectory(dir=scratch, prefix="validate-") as folder:
        folder = pathlib.Path(folder)
        start = datetime.datetime(2026, 10, 1, tzinfo=datetime.timezone.utc)
        made = process([options.examples / "month_of_a_trail", folder, BUCKET, ACCOUNT, int(start.timestamp()), RECORDS])
        engines.checked(made, "month_of_a_trail")
        with Server(options.ashiato, folder / "data", options.threads, "--account", ACCOUNT) as server:
            files = prepare(server, folder, start)
            figures = {
                "awscli": by_awscli(server, start),
                "bucket": by_ashiato(options, server, folder, f"s3://{BUCKET}", start),
                "folder": by_ashiato(options, server, folder, folder / "objects", start),
            }
    for name, run in figures.items():
        say(f"  {name:7} {run['cpu']:.2f} CPU s, {run['wall']:.2f} s")
    return {"files": files, **figures}


def prepare(server, folder, start):
    """Puts the month into a bucket of the server's, with the trail and the key that the AWS CLI asks the server for."""
    s3 = server.client("s3", connections=UPLOADERS)
    s3.create_bucket(Bucket=BUCKET)
    s3.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(bucket_policy()))
    server.client("cloudtrail").create_trail(Name=TRAIL, S3BucketName=BUCKET, EnableLogFileValidation=True)
    metadata = json.loads((folder / "metadata.json").read_text())
    objects = folder / "objects"
    keys = [str(path.relative_to(objects)) for path in objects.rglob("*.json.gz")]

    def put(key):
        s3.put_object(Bucket=BUCKET, Key=key, Body=(objects / key).read_bytes(), Metadata=metadata.get(key, {}))

    with concurrent.futures.ThreadPoolExecutor(UPLOADERS) as threads:
        list(threads.map(put, keys))
    # The server has no interface for a key that it did not make.
    der = (folder / "key.der").read_bytes()
    key = hashlib.md5(der).hexdigest(), base64.b64encode(der).decode(), "", *(
        int(time.timestamp() * 1000) for time in (start, start + datetime.timedelta(days=DAYS + 1))
    )
    state = sqlite3.connect(folder / "data" / "state.db")
    with state:
        state.execute(
            "INSERT INTO trail_keys (fingerprint, public_key, private_key, valid_from, valid_until) VALUES (?, ?, ?, ?, ?)", key
        )
    state.close()
    return {"logs": len(keys) - len(metadata), "digests": len(metadata)}


def bucket_policy():
    service, bucket = {"Service": "cloudtrail.amazonaws.com"}, f"arn:aws:s3:::{BUCKET}"
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Principal": service, "Action": "s3:GetBucketAcl", "Resource": bucket},
            {
                "Effect": "Allow", "Principal": service, "Action": "s3:PutObject",
                "Resource": f"{bucket}/AWSLogs/{ACCOUNT}/*",
                "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}},
            },
        ],
    }


def by_awscli(server, start):
    end = start + datetime.timedelta(days=DAYS)
    command = [
        sys.executable, "-m", "awscli", "cloudtrail", "validate-logs", "--trail-arn", TRAIL_ARN,
        "--start-time", start.isoformat(), "--end-time", end.isoformat(),
    ]
    run = engines.checked(process(command, environment=environment(server)), "aws cloudtrail validate-logs")
    told = run.output.decode()
    whole = [re.search(rf"(\d+)/(\d+) {what} files valid", told) for what in ("digest", "log")]
    if not all(found and found[1] == found[2] for found in whole):
        raise engines.Failed(f"aws cloudtrail validate-logs says:\n{told[-1000:]}")
    return {"cpu": run.cpu, "wall": run.wall, "digests": int(whole[0][1]), "logs": int(whole[1][1])}


def by_ashiato(options, server, folder, place, start):
    # The trail ends with its month; without an end digests of the days since would be missed.
    times = ["--from", start.isoformat(), "--to", (start + datetime.timedelta(days=DAYS)).isoformat()]
    command = [options.ashiato, "validate-logs", place, *times, "--public-key", folder / "key.der", "--output", "json", "--quiet"]
    run = process(command, environment=environment(server))
    # What lies in a folder has lost the signature of the newest digest, which then is not proved: exit code 3.
    if run.code not in ((0,) if str(place).startswith("s3:") else (0, 3)):
        raise engines.Failed(f"ashiato validate-logs ended with {run.code}:\n{run.output.decode()[-1000:]}{run.errors[-1000:]}")
    return {"cpu": run.cpu, "wall": run.wall, "peak": run.peak_mb}


def environment(server):
    return {
        **os.environ,
        "AWS_ENDPOINT_URL": server.url,
        "AWS_ACCESS_KEY_ID": server.keys["aws_access_key_id"],
        "AWS_SECRET_ACCESS_KEY": server.keys["aws_secret_access_key"],
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ALLOW_HTTP": "true",
    }
