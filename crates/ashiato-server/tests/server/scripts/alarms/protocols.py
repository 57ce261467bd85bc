# CloudWatch's three protocols, as they are on the wire. boto3 speaks CBOR; older clients speak JSON 1.0 and forms.
import gzip, re
from urllib.parse import urlencode
TARGET = "GraniteServiceVersion20100801"
MEBIBYTE = 1 << 20


def post(path, body, headers, key="AKIDALICE"):
    """Status, headers and body of a signed POST."""
    request = AWSRequest("POST", ENDPOINT + path, data=body, headers=headers)
    SigV4Auth(Credentials(key, "secret"), "monitoring", "eu-north-1").add_auth(request)
    plain = urllib.request.Request(ENDPOINT + path, data=body, headers=dict(request.headers), method="POST")
    try:
        with urllib.request.urlopen(plain) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def cbor(operation, body, service=TARGET, key="AKIDALICE", **headers):
    headers = {"smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor", **headers}
    return post(f"/service/{service}/operation/{operation}", body, headers, key)


def json_1_0(operation, body, **headers):
    headers = {"X-Amz-Target": f"{TARGET}.{operation}", "Content-Type": "application/x-amz-json-1.0", **headers}
    return post("/", body, headers)


def query(operation, **members):
    form = urlencode({"Action": operation, "Version": "2010-08-01", **members}).encode()
    return post("/", form, {"Content-Type": "application/x-www-form-urlencoded"})


# The same alarm by each, and told by each.
put = dict(alarm(AlarmName="json"), AlarmActions=[TOPIC + "t"])
status, headers, body = json_1_0("PutMetricAlarm", json.dumps(put).encode())
assert (status, body) == (200, b"") and headers["content-type"] == "application/x-amz-json-1.0", (status, headers, body)
members = {name: value for name, value in alarm(AlarmName="form").items()}
status, headers, body = query("PutMetricAlarm", **members, **{
    "AlarmActions.member.1": TOPIC + "t", "Dimensions.member.1.Name": "A", "Dimensions.member.1.Value": "1"})
assert status == 200 and headers["content-type"] == "text/xml" and b"<PutMetricAlarmResponse" in body, (status, body)
cloudwatch.put_metric_alarm(**alarm(AlarmName="cbor"))
names = [one["AlarmName"] for one in cloudwatch.describe_alarms()["MetricAlarms"]]
assert names == ["cbor", "form", "json"], names
told = json.loads(json_1_0("DescribeAlarms", b'{"AlarmNamePrefix": "f"}')[2])["MetricAlarms"][0]
assert told["Threshold"] == 1.0 and told["Dimensions"] == [{"Name": "A", "Value": "1"}], told
assert abs(told["StateUpdatedTimestamp"] - time.time()) < 60, told
text = query("DescribeAlarms", **{"AlarmNames.member.1": "json"})[2].decode()
assert 'xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"' in text, text
assert f"<AlarmActions><member>{TOPIC}t</member></AlarmActions>" in text and "<Threshold>1.0</Threshold>" in text, text
assert "<StateUpdatedTimestamp>20" in text and "<ResponseMetadata><RequestId>" in text, text
# Numbers, times and lists in CBOR: an empty map asks for all, and the answer is a map.
status, headers, body = cbor("DescribeAlarms", b"\xa0")
assert status == 200 and headers["content-type"] == "application/cbor" and headers["smithy-protocol"] == "rpc-v2-cbor", headers
assert b"\x69Threshold\xfb\x3f\xf0" in body and re.search(b"\x75StateUpdatedTimestamp\xc1[\x1a\xfb]", body), body
# An operation without output answers with nothing, whose type nobody needs.
status, headers, body = cbor("DeleteAlarms", b"\xbfjAlarmNames\x9fdcbor\xff\xff")
assert (status, body) == (200, b"") and headers["content-type"] is None, (status, headers, body)

# Errors: the shape's name, and to who asks for it the code that the query protocol has.
absent = {"AlarmNames": ["none"]}
status, headers, body = cbor("DeleteAlarms", b"\xa1jAlarmNames\x81dnone")
assert status == 404 and b"\x66__type\x70ResourceNotFound" in body and "x-amzn-query-error" not in headers, (headers, body)
status, headers, body = cbor("DeleteAlarms", b"\xa1jAlarmNames\x81dnone", **{"x-amzn-query-mode": "true"})
assert headers["x-amzn-query-error"] == "ResourceNotFound;Sender", headers
status, headers, body = json_1_0("DeleteAlarms", json.dumps(absent).encode(), **{"x-amzn-query-mode": "true"})
assert (status, json.loads(body)["__type"]) == (404, "ResourceNotFound"), body
invalid = b'{"AlarmName": "x", "StateValue": "NONE", "StateReason": ""}'
status, headers, body = json_1_0("SetAlarmState", invalid, **{"x-amzn-query-mode": "true"})
assert json.loads(body)["__type"] == "ValidationException", body
assert headers["x-amzn-query-error"] == "ValidationError;Sender", headers
status, headers, body = query("SetAlarmState", AlarmName="json", StateValue="OK", StateReason="", StateReasonData="{")
assert status == 400 and b"<Code>InvalidFormat</Code>" in body and b"<Type>Sender</Type>" in body, body
status, headers, body = json_1_0("ListDashboards", b"{}")
assert (status, json.loads(body)["__type"]) == (400, "UnsupportedOperationException"), body

# Who is not known, in each.
status, headers, body = cbor("ListMetrics", b"\xa0", key="AKIDNOBODY")
assert status == 403 and b"UnrecognizedClientException" in body, (status, body)
request = urllib.request.Request(ENDPOINT + f"/service/{TARGET}/operation/ListMetrics", data=b"\xa0", headers={
    "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor"})
try:
    raise AssertionError(urllib.request.urlopen(request).read())
except urllib.error.HTTPError as error:
    assert error.code == 403 and b"MissingAuthenticationTokenException" in error.read()

# What is not CBOR, or not what it should be.
wrong = lambda body, **others: (answer := cbor("ListMetrics", body, **others))[0:1] + (answer[2],)
for body, sentence in {
    b"{}": b"ends within", b"\x01": b"must be a CBOR map", b"\xa1": b"ends within", b"\xa0\x00": b"goes on",
    b"\xa1aa" + b"\x81" * 100000: b"nested more than 32 deep", b"\xa1aa\x9f" + b"\xf6" * 600000 + b"\xff": b"more than 500000",
    b"\xa1aa\xdb" + b"\xff" * 8 + b"\x00": b"CBOR tag", b"\xa1iNamespace\x01": b"'namespace' must be a string",
}.items():
    status, told = wrong(body)
    assert status == 400 and b"SerializationException" in told and sentence in told, (body[:20], told)
assert wrong(b"\xa0", **{"Content-Type": "text/plain"})[0] == 400
for service, operation in [("Other", "ListMetrics"), (TARGET, "Nothing"), (TARGET, "List/Metrics"), ("", "")]:
    status, headers, body = cbor(operation, b"\xa0", service=service)
    assert status == 400 and b"UnknownOperationException" in body, (service, operation, status, body)

# Compressed: what it holds is bounded too.
squeezed = {"Content-Encoding": "gzip"}
status, headers, body = cbor("ListMetrics", gzip.compress(b"\xa0"), **squeezed)
assert status == 200, (status, body)
assert wrong(gzip.compress(b"\xa0" + bytes(50 * MEBIBYTE)), **squeezed)[0] == 413
status, told = wrong(b"\xa0", **squeezed)
assert status == 400 and b"not gzip" in told, told
print("passed")
