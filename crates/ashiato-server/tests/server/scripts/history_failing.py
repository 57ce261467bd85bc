# Event history whose table cannot be written, and then whose journal cannot be read. FOLDER holds both; the log of the table
# is aside.
import json, pathlib, time
folder = pathlib.Path(FOLDER)
log, journal = folder / "history" / "_delta_log", folder / "journal"
headers = {"content-type": "application/x-amz-json-1.1", "x-amz-target": "CloudTrail_20131101.LookupEvents"}
sts, trail = client("sts"), client("cloudtrail")
by_name = {"LookupAttributes": [{"AttributeKey": "EventName", "AttributeValue": "GetCallerIdentity"}]}
request_of = lambda event: json.loads(event["CloudTrailEvent"])["requestID"]


def called():
    return sts.get_caller_identity()["ResponseMetadata"]["HTTPHeaders"]["x-amzn-requestid"]


def looked():
    """The newest call that is found, and what is missing."""
    status, told = signed("cloudtrail", json.dumps({**by_name, "MaxResults": 1, "Ashiato": {}}).encode(), headers)
    assert status == 200, told
    told = json.loads(told)
    return [request_of(event) for event in told["Events"]], told["Ashiato"]["Missing"]


def until(what, condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.1)


# The newest is found all the same, also in AWS's way, and nothing is missing.
for _ in range(3):
    id = called()
    assert looked() == ([id], {}), (id, looked())
    assert request_of(trail.lookup_events(MaxResults=1, **by_name)["Events"][0]) == id

# As soon as it can be, it is written.
log.unlink()
(folder / "log-aside").rename(log)
commits = lambda: len(list(log.glob("*.json")))
assert commits() == 1
until("the table to be written", lambda: looked() == ([id], {}) and commits() == 2)

# What cannot be read is missing, and that is told where it can be.
[segment] = [file for file in journal.iterdir() if file.name != "lock"]
segment.rename(folder / "segment-aside")
newest = called()
found, missing = looked()
assert found == [id] and missing["Unsearched"] >= 1 and "Later" not in missing, (found, missing)
assert code(trail.lookup_events) == (500, "InternalFailure")
(folder / "segment-aside").rename(segment)
until("the journal to be read", lambda: looked() == ([newest], {}))
print("passed")
