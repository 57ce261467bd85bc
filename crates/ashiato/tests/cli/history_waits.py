"""Lookups that wait, as docs/extensions.md has them: until something happens, the time is over, or nobody listens any more."""
import http.client, json, os, time
from concurrent.futures import ThreadPoolExecutor
import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
HEADERS = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "CloudTrail_20131101.LookupEvents"}
CREDENTIALS = boto3.Session().get_credentials()
s3, trail, pool = boto3.client("s3"), boto3.client("cloudtrail"), ThreadPoolExecutor()


def asked(agent="waits", **input):
    """The connection on which a lookup was asked."""
    body = json.dumps(input).encode()
    request = AWSRequest("POST", ENDPOINT + "/", data=body, headers=HEADERS)
    SigV4Auth(CREDENTIALS, "cloudtrail", "eu-north-1").add_auth(request)
    connection = http.client.HTTPConnection(ENDPOINT.removeprefix("http://"))
    connection.request("POST", "/", body=body, headers={**dict(request.headers), "User-Agent": agent})
    return connection


def looked(**input):
    """The answer, and the seconds that it took."""
    began, connection = time.monotonic(), asked(**input)
    answer = json.loads(connection.getresponse().read())
    return answer, time.monotonic() - began


def names(answer):
    return [event["EventName"] for event in answer["Events"]]


def through():
    """How far the journal is; what asks for it is recorded behind that."""
    return looked(Ashiato={})[0]["Ashiato"]["Through"]


# Nothing happens, but for lookups: they are told when the time is over, whoever's they are.
answer, seconds = looked(Ashiato={"After": through(), "WaitSeconds": 1})
assert names(answer) == ["LookupEvents"] and seconds >= 1, (answer, seconds)
waiting = pool.submit(looked, Ashiato={"After": through(), "WaitSeconds": 3})
trail.lookup_events()
answer, seconds = waiting.result()
assert names(answer) == ["LookupEvents"] * 2 and seconds >= 3, (answer, seconds)
answer, seconds = looked(Ashiato={"After": through(), "WaitSeconds": 0})
assert names(answer) == ["LookupEvents"] and seconds < 15, (answer, seconds)

# Something happens, or has happened.
waiting = pool.submit(looked, Ashiato={"After": through(), "WaitSeconds": 20})
time.sleep(0.5)
s3.list_buckets()
answer, seconds = waiting.result()
assert names(answer) == ["LookupEvents", "ListBuckets"] and seconds < 15, (answer, seconds)
answer, seconds = looked(Ashiato={"After": 0, "WaitSeconds": 20})
assert "ListBuckets" in names(answer) and seconds < 15, (answer, seconds)
answer, seconds = looked(MaxResults=2, Ashiato={"After": 0, "WaitSeconds": 2, "Condition": {"Equals": ["EventName", "LookupEvents"]}})
assert names(answer) == ["LookupEvents"] * 2 and 2 <= seconds < 15, (answer, seconds)

# It goes on from where it came to.
told = answer["Ashiato"]
assert told["Missing"]["Later"] > 0 and looked(Ashiato={"After": told["Through"]})[0]["Events"], told

for wrong in ({"WaitSeconds": 1}, {"After": 0, "WaitSeconds": 21}, {"After": 0, "WaitSeconds": -1}, {"After": 0, "WaitSeconds": 1.5},
              {"After": 0, "WaitSeconds": "1"}):
    answer, _ = looked(Ashiato=wrong)
    assert answer["__type"] == "InvalidLookupAttributesException" and "WaitSeconds" in answer["message"], (wrong, answer)

# Whoever goes away is not waited for, and what was asked is recorded.
nothing = {"Equals": ["EventName", "Nothing"]}
by_name = {"AttributeKey": "EventName", "AttributeValue": "LookupEvents"}
agents = set()
for attempt in range(10):
    # One that goes away before it is known who it is has asked nothing: it stays ever longer.
    connection = asked("gone", Ashiato={"After": 0, "WaitSeconds": 20, "Condition": nothing})
    time.sleep(0.2 * attempt)
    began = time.monotonic()
    connection.close()
    while "gone" not in agents and time.monotonic() - began < 1:
        found = trail.lookup_events(LookupAttributes=[by_name])["Events"]
        agents = {json.loads(event["CloudTrailEvent"])["userAgent"] for event in found}
    if "gone" in agents: break
assert "gone" in agents, agents

# A page that its own lookups fill is none to be told, and what comes behind them is.
waiting = pool.submit(looked, MaxResults=1, Ashiato={"After": through(), "WaitSeconds": 20})
time.sleep(0.5)
trail.lookup_events()
s3.list_buckets()
answer, seconds = waiting.result()
assert names(answer) == ["LookupEvents"] and 0.5 <= seconds < 15, (answer, seconds)

# So many of one wait at once, and further ones are told to come again.
waiting = [asked(Ashiato={"After": 0, "WaitSeconds": 5, "Condition": nothing}) for _ in range(12)]
codes = [json.loads(connection.getresponse().read()).get("__type", "answered") for connection in waiting]
assert codes.count("answered") == 5 and codes.count("ThrottlingException") == 7, codes

# Who waits says it shortly.
answer, _ = looked(Ashiato={"After": 0, "WaitSeconds": 1}, NoMember="x" * (64 << 10))
assert answer["__type"] == "RequestEntityTooLargeException", answer
print("waited")
