# Every error that CloudWatch Logs' operations can be brought to.
import time
logs = client("logs", parameter_validation=False)
NOW = int(time.time() * 1000)
INVALID, MISSING, EXISTS = "InvalidParameterException", "ResourceNotFoundException", "ResourceAlreadyExistsException"
ARN = "arn:aws:logs:eu-north-1:111122223333:log-group:"
logs.create_log_group(logGroupName="g")
logs.create_log_stream(logGroupName="g", logStreamName="s")
G, NO_G = dict(logGroupName="g"), dict(logGroupName="none")
S, NO_S = dict(logGroupName="g", logStreamName="s"), dict(logGroupName="g", logStreamName="none")
event = lambda at=0, message="m": {"timestamp": NOW + at, "message": message}
metric = lambda **given: dict(metricTransformations=[{"metricName": "m", "metricNamespace": "n", "metricValue": "1", **given}])

fails(EXISTS, logs.create_log_group, "The specified log group already exists", **G)
fails(EXISTS, logs.create_log_stream, "The specified log stream already exists", **S)
fails(INVALID, logs.create_log_group, logGroupName="no blanks")
fails(INVALID, logs.create_log_group, logGroupName="k", kmsKeyId="k")
fails(INVALID, logs.create_log_group, logGroupName="k", tags={"aws:x": "y"})
GONE = "The specified log group does not exist."
for call, more in [
        (logs.delete_log_group, {}), (logs.put_retention_policy, dict(retentionInDays=1)), (logs.delete_retention_policy, {}),
        (logs.create_log_stream, dict(logStreamName="s")), (logs.delete_log_stream, dict(logStreamName="s")),
        (logs.describe_log_streams, {}), (logs.put_log_events, dict(logStreamName="s", logEvents=[event()])),
        (logs.get_log_events, dict(logStreamName="s")), (logs.filter_log_events, {}), (logs.describe_metric_filters, {}),
        (logs.put_metric_filter, dict(filterName="f", filterPattern="", **metric())),
        (logs.delete_metric_filter, dict(filterName="f"))]:
    fails(MISSING, call, GONE, **NO_G, **more)
NO_STREAM = "The specified log stream does not exist."
fails(MISSING, logs.delete_log_stream, NO_STREAM, **NO_S)
fails(MISSING, logs.put_log_events, NO_STREAM, logEvents=[event()], **NO_S)
fails(MISSING, logs.get_log_events, NO_STREAM, **NO_S)
fails(MISSING, logs.filter_log_events, NO_STREAM, logStreamNames=["s", "none"], **G)
fails(MISSING, logs.delete_metric_filter, filterName="none", **G)
for call, more in [(logs.tag_resource, dict(tags={"a": "b"})), (logs.untag_resource, dict(tagKeys=["a"])),
                   (logs.list_tags_for_resource, {})]:
    fails(MISSING, call, resourceArn=ARN + "none", **more)
    fails(MISSING, call, resourceArn=ARN.replace("eu-north-1", "eu-north-2") + "g", **more)
    fails(INVALID, call, resourceArn="g", **more)
logs.tag_resource(resourceArn=ARN + "g", tags={str(i): "" for i in range(50)})
fails("TooManyTagsException", logs.tag_resource, resourceArn=ARN + "g", tags={"50": ""})

fails(INVALID, logs.put_retention_policy, retentionInDays=2, **G)
fails(INVALID, logs.describe_log_groups, logGroupNamePrefix="a", logGroupNamePattern="b")
fails(INVALID, logs.describe_log_groups, nextToken="é")
fails(INVALID, logs.describe_log_streams, orderBy="LastEventTime", logStreamNamePrefix="a", **G)
fails(INVALID, logs.describe_log_streams, nextToken="%", **G)
fails(INVALID, logs.describe_log_streams)
fails(INVALID, logs.describe_log_streams, logGroupIdentifier="g", **G)
fails(INVALID, logs.put_log_events, logEvents=[], **S)
fails(INVALID, logs.put_log_events, logEvents=[event(1), event(0)], **S)
fails(INVALID, logs.put_log_events, logEvents=[event(-86400001), event(0)], **S)
fails(INVALID, logs.put_log_events, "Upload too large: 1048577 bytes exceeds limit of 1048576",
      logEvents=[event(0, "x" * (1048577 - 26))], **S)
fails(INVALID, logs.get_log_events, nextToken="f/1/s", **S)
fails(INVALID, logs.get_log_events, startTime=2, endTime=1, **S)
fails(INVALID, logs.filter_log_events, nextToken="x", **G)
fails(INVALID, logs.filter_log_events, startTime=2, endTime=1, **G)
fails(INVALID, logs.filter_log_events, logStreamNames=["s"], logStreamNamePrefix="s", **G)
for pattern in ["{", "a.b", "[", "%(%"]:
    fails(INVALID, logs.filter_log_events, filterPattern=pattern, **G)
    fails(INVALID, logs.test_metric_filter, filterPattern=pattern, logEventMessages=["m"])
    fails(INVALID, logs.put_metric_filter, filterName="f", filterPattern=pattern, **metric(), **G)
fails(INVALID, logs.put_metric_filter, filterName="f", filterPattern="", **metric(metricValue="x"), **G)
fails(INVALID, logs.put_metric_filter, filterName="f", filterPattern="", **metric(metricValue="$."), **G)
fails(INVALID, logs.put_metric_filter, filterName="f", filterPattern="", **metric(dimensions={"a": "$.b"}), **G)
fails(INVALID, logs.describe_metric_filters, metricName="m")
for i in range(100):
    logs.put_metric_filter(filterName=str(i), filterPattern="", **metric(), **G)
fails("LimitExceededException", logs.put_metric_filter, filterName="100", filterPattern="", **metric(), **G)
logs.create_log_group(logGroupName="safe", deletionProtectionEnabled=True)
fails("ValidationException", logs.delete_log_group, logGroupName="safe")

# Who may: a group's policy ends in :*, a stream is below its group.
iam = client("iam")
iam.create_user(UserName="bob")
key = iam.create_access_key(UserName="bob")["AccessKey"]
bob = client("logs", key["AccessKeyId"], key["SecretAccessKey"])
allow = lambda action, resource: iam.put_user_policy(
    UserName="bob", PolicyName="p", PolicyDocument=statement(action, resource))
DENIED = "AccessDeniedException"
fails(DENIED, bob.describe_log_groups)
allow("logs:*", ARN + "g:*")
bob.put_log_events(logEvents=[event()], **S)
bob.filter_log_events(**G)
bob.filter_log_events(logGroupIdentifier=ARN + "g")
bob.describe_log_streams(**G)
fails(DENIED, bob.describe_log_groups)
fails(DENIED, bob.filter_log_events, logGroupName="safe")
fails(DENIED, bob.test_metric_filter, filterPattern="", logEventMessages=["m"])
allow("logs:GetLogEvents", ARN + "g:log-stream:s")
bob.get_log_events(**S)
fails(DENIED, bob.get_log_events, **NO_S)
fails(DENIED, bob.put_log_events, logEvents=[event()], **S)
print("passed")
