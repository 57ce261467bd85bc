# CloudWatch Logs' operations, and how the AWS CLI reads events.
import json, time
logs = client("logs")
NOW = int(time.time() * 1000)
ARN = "arn:aws:logs:eu-north-1:111122223333:log-group:"

# Groups.
for name in ["trail", "/app/a", "/app/b", "other"]:
    logs.create_log_group(logGroupName=name, tags={"team": name[-1]})
groups = lambda **given: [group["logGroupName"] for group in logs.describe_log_groups(**given)["logGroups"]]
assert groups() == ["/app/a", "/app/b", "other", "trail"], groups()
assert groups(logGroupNamePrefix="/app/") == ["/app/a", "/app/b"]
assert groups(logGroupNamePrefix="trail") == ["trail"]
assert groups(logGroupNamePattern="a") == ["/app/a", "/app/b", "trail"]
assert groups(logGroupIdentifiers=[ARN + "other"]) == ["other"]
pages = [[group["logGroupName"] for group in page["logGroups"]]
         for page in logs.get_paginator("describe_log_groups").paginate(PaginationConfig={"PageSize": 3})]
assert pages == [["/app/a", "/app/b", "other"], ["trail"]], pages
group = logs.describe_log_groups(logGroupNamePrefix="trail")["logGroups"][0]
assert group["arn"] == ARN + "trail:*" and group["logGroupArn"] == ARN + "trail", group
assert group["storedBytes"] == 0 and group["metricFilterCount"] == 0 and group["logGroupClass"] == "STANDARD"
assert abs(group["creationTime"] - NOW) < 60000 and "retentionInDays" not in group
logs.put_retention_policy(logGroupName="trail", retentionInDays=90)
assert logs.describe_log_groups(logGroupNamePrefix="trail")["logGroups"][0]["retentionInDays"] == 90
logs.delete_retention_policy(logGroupName="trail")
assert "retentionInDays" not in logs.describe_log_groups(logGroupNamePrefix="trail")["logGroups"][0]
logs.tag_resource(resourceArn=ARN + "trail", tags={"a": "1", "b": "2"})
logs.untag_resource(resourceArn=ARN + "trail", tagKeys=["a", "none"])
assert logs.list_tags_for_resource(resourceArn=ARN + "trail")["tags"] == {"b": "2", "team": "l"}

# Streams and events.
IN = dict(logGroupName="trail")
for name in ["one", "two", "web-1", "web-2"]:
    logs.create_log_stream(logStreamName=name, **IN)
event = lambda at, message: {"timestamp": NOW + at, "message": message}
def put(stream, *events):
    answer = logs.put_log_events(logStreamName=stream, logEvents=list(events), **IN)
    assert answer["nextSequenceToken"] and "rejectedLogEventsInfo" not in answer, answer
put("one", *[event(10 * i, f"one {i}") for i in range(10)])
put("two", event(5, "two ERROR é"), event(95, "two WARN"))
put("web-1", event(3, json.dumps({"eventName": "ConsoleLogin", "errorMessage": "Failed authentication"})))
put("web-1", event(1, json.dumps({"eventName": "ConsoleLogin"})))
answer = logs.put_log_events(logStreamName="one", logEvents=[
    event(-15 * 86400000 - i, "old") for i in (1, 0)] , **IN)
assert answer["rejectedLogEventsInfo"] == {"tooOldLogEventEndIndex": 2}, answer
answer = logs.put_log_events(logStreamName="one", logEvents=[event(3 * 3600000, "new")], **IN)
assert answer["rejectedLogEventsInfo"] == {"tooNewLogEventStartIndex": 0}, answer

streams = lambda **given: [stream["logStreamName"] for stream in logs.describe_log_streams(**IN, **given)["logStreams"]]
assert streams() == ["one", "two", "web-1", "web-2"]
assert streams(logStreamNamePrefix="web") == ["web-1", "web-2"]
assert streams(descending=True) == ["web-2", "web-1", "two", "one"]
assert streams(orderBy="LastEventTime", descending=True) == ["two", "one", "web-1", "web-2"]
for order in [dict(), dict(descending=True), dict(orderBy="LastEventTime"), dict(orderBy="LastEventTime", descending=True)]:
    pages = logs.get_paginator("describe_log_streams").paginate(**IN, **order, PaginationConfig={"PageSize": 1})
    assert [stream["logStreamName"] for page in pages for stream in page["logStreams"]] == streams(**order), order
one = logs.describe_log_streams(logGroupIdentifier=ARN + "trail")["logStreams"][0]
assert (one["firstEventTimestamp"], one["lastEventTimestamp"]) == (NOW, NOW + 90), one
assert one["arn"] == ARN + "trail:log-stream:one" and one["uploadSequenceToken"]
assert logs.describe_log_groups(logGroupNamePrefix="trail")["logGroups"][0]["storedBytes"] > 200

# A stream, from its end and from its head; each token goes on where it was.
def get(**given):
    answer = logs.get_log_events(logStreamName="one", **IN, **given)
    return [event["message"] for event in answer["events"]], answer["nextForwardToken"], answer["nextBackwardToken"]
every = [f"one {i}" for i in range(10)]
assert get()[0] == every and get(startFromHead=True)[0] == every
assert get(startTime=NOW + 20, endTime=NOW + 40)[0] == ["one 2", "one 3"]
last, forward, backward = get(limit=3)
assert last == every[7:], last
assert get(nextToken=forward)[0] == [] and get(nextToken=forward)[1] == forward
earlier, again, backward = get(nextToken=backward, limit=4)
assert earlier == every[3:7], earlier
assert get(nextToken=again, limit=3)[0] == every[7:]
first, _, backward = get(nextToken=backward)
assert first == every[:3]
assert get(nextToken=backward) == ([], get(nextToken=backward)[1], backward)
head, token, seen = [], None, []
while True:
    events, forward, _ = get(startFromHead=True, limit=4, **({"nextToken": token} if token else {}))
    if forward == token:
        break
    seen, token = seen + events, forward
assert seen == every, seen
put("one", event(200, "later"))
assert get(nextToken=token)[0] == ["later"]
assert logs.get_log_events(logStreamName="web-2", startFromHead=True, **IN)["events"] == []
token = logs.get_log_events(logStreamName="web-2", **IN)["nextForwardToken"]
put("web-2", event(1, "first"))
assert logs.get_log_events(logStreamName="web-2", nextToken=token, **IN)["events"][0]["message"] == "first"

# All streams, in the order of time.
find = lambda pattern="", **given: [event["message"] for event in logs.filter_log_events(
    filterPattern=pattern, **IN, **given)["events"]]
assert len(find()) == 16
times = [event["timestamp"] for event in logs.filter_log_events(**IN)["events"]]
assert times == sorted(times)
assert find(startFromHead=False) == find()[::-1]
assert find("ERROR") == ["two ERROR é"] and find("?ERROR ?WARN") == ["two ERROR é", "two WARN"]
assert find("one", logStreamNames=["one"]) == every and find("one", logStreamNames=["two"]) == []
assert find(logStreamNamePrefix="web") == [find("ConsoleLogin -Failed")[0], "first", find("Failed")[0]]
assert len(find('{ $.eventName = "ConsoleLogin" && $.errorMessage = "Failed authentication" }')) == 1
# The end is included here.
assert find(startTime=NOW + 90, endTime=NOW + 95) == ["one 9", "two WARN"]
pages = list(logs.get_paginator("filter_log_events").paginate(**IN, PaginationConfig={"PageSize": 5}))
assert [len(page["events"]) for page in pages] == [5, 5, 5, 1], pages
assert [event["message"] for page in pages for event in page["events"]] == find()
ids = [event["eventId"] for page in pages for event in page["events"]]
assert len(set(ids)) == 16 and pages[0]["searchedLogStreams"] == []
assert {event["logStreamName"] for event in pages[0]["events"]} == {"one", "web-1", "web-2", "two"}
big = [event(300, "x" * 400000), event(301, "y" * 400000)]
put("two", *big)
put("two", event(302, "z" * 400000))
sizes = [len(page["events"]) for page in logs.get_paginator("filter_log_events").paginate(startTime=NOW + 300, **IN)]
assert sizes == [2, 1], sizes

# Metric filters.
told = logs.test_metric_filter(filterPattern="{ $.a > 1 }", logEventMessages=['{"a":1}', '{"a":2}', "a"])["matches"]
assert told == [{"eventNumber": 2, "eventMessage": '{"a":2}', "extractedValues": {"$.a": "2"}}], told
metric = {"metricName": "Failures", "metricNamespace": "Trail", "metricValue": "1", "defaultValue": 0.0, "unit": "Count"}
logs.put_metric_filter(filterName="f", filterPattern="ERROR", metricTransformations=[metric], **IN)
logs.put_metric_filter(filterName="g", filterPattern="", metricTransformations=[metric], logGroupName="other")
found = logs.describe_metric_filters(**IN)["metricFilters"]
assert [(one["filterName"], one["filterPattern"], one["metricTransformations"], one["logGroupName"]) for one in found] == [
    ("f", "ERROR", [metric], "trail")], found
filters = lambda **given: [one["filterName"] for one in logs.describe_metric_filters(**given)["metricFilters"]]
assert filters() == ["g", "f"] and filters(filterNamePrefix="f") == ["f"]
assert filters(metricName="Failures", metricNamespace="Trail") == ["g", "f"]
assert filters(metricName="Failures", metricNamespace="x") == []
pages = logs.get_paginator("describe_metric_filters").paginate(PaginationConfig={"PageSize": 1})
assert [one["filterName"] for page in pages for one in page["metricFilters"]] == ["g", "f"]
put("two", event(310, "an ERROR"), event(311, "fine"))
logs.delete_metric_filter(filterName="f", **IN)
assert filters() == ["g"]

# What is gone is not found, also under the same name.
logs.delete_log_stream(logStreamName="two", **IN)
assert find("two") == [] and streams() == ["one", "web-1", "web-2"]
logs.create_log_stream(logStreamName="two", **IN)
assert find("two") == []
logs.delete_log_group(logGroupName="trail")
logs.create_log_group(logGroupName="trail")
logs.create_log_stream(logStreamName="one", **IN)
assert find() == [] and get()[0] == []
put("one", event(0, "anew"))
assert get()[0] == ["anew"]

# The AWS CLI.
def aws(*command):
    environment = dict(PATH=os.environ["PATH"], AWS_ENDPOINT_URL=ENDPOINT, AWS_DEFAULT_REGION="eu-north-1",
                       AWS_EC2_METADATA_DISABLED="true", HOME="/nonexistent", AWS_ACCESS_KEY_ID="AKIDALICE",
                       AWS_SECRET_ACCESS_KEY="secret")
    done = subprocess.run([os.environ["BIN"] + "/aws", "logs", *command, "--output", "json"], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, (command, done.stderr)
    return json.loads(done.stdout or "null")
aws("put-log-events", "--log-group-name", "trail", "--log-stream-name", "one", "--log-events",
    f"timestamp={NOW + 1},message=by-hand")
told = aws("filter-log-events", "--log-group-name", "trail", "--filter-pattern", '"by-hand"')
assert [event["message"] for event in told["events"]] == ["by-hand"]
told = aws("get-log-events", "--log-group-name", "trail", "--log-stream-name", "one", "--start-from-head")
assert [event["message"] for event in told["events"]] == ["anew", "by-hand"]
print("passed")
