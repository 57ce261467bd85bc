# What CloudWatch refuses, under which code; and who may do what.
import math
WRONG, VALUE, PAIR, ABSENT = "ValidationError", "InvalidParameterValue", "InvalidParameterCombination", "MissingParameter"
one = {"Id": "a", "MetricStat": {"Metric": {"Namespace": "n", "MetricName": "m"}, "Period": 60, "Stat": "Sum"}}
put = cloudwatch.put_metric_alarm


def refused(sentence, **others):
    """That such an alarm is refused in words that hold this."""
    try:
        put(**{name: value for name, value in alarm(**others).items() if value is not None})
    except ClientError as error:
        told = error.response["Error"]
        assert told["Code"] == WRONG and sentence in told["Message"], told
        return
    raise AssertionError(("was not refused", others))


refused("control characters", AlarmName="a\nb")
refused("Period must be 10, 20, 30 or a multiple of 60", Period=61)
refused("EvaluationPeriods * Period must be <= 86400", EvaluationPeriods=1441)
refused("EvaluationPeriods * Period must be <= 604800", Period=86400, EvaluationPeriods=8)
refused("DatapointsToAlarm", DatapointsToAlarm=2)
refused("TreatMissingData", TreatMissingData="never")
for member in ("Namespace", "MetricName", "Statistic", "Period", "EvaluationPeriods", "Threshold", "ComparisonOperator"):
    refused(f"The parameter {member} is required.", **{member: None})
refused("given twice", Dimensions=[{"Name": "a", "Value": "1"}, {"Name": "a", "Value": "2"}])
# What cannot be honoured is named.
for member, value in {
    "ExtendedStatistic": "p99", "EvaluateLowSampleCountPercentile": "ignore", "ThresholdMetricId": "a",
    "EvaluationWindow": {"WallClockWindow": {}}, "WarmUpConfiguration": {"WarmUpPeriodDurationInMinutes": 1},
    "EvaluationCriteria": {"PromQLCriteria": {"Query": "q"}}, "EvaluationInterval": 60,
    "ActionConfiguration": {"AlarmTagsPropagation": {"Enabled": True}},
}.items():
    refused(member, **{member: value})
put(**alarm(EvaluationWindow={"SlidingWindow": {}}))
for operator in ("LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold"):
    refused("anomaly detection is not supported", ComparisonOperator=operator)
plain = dict(Namespace=None, MetricName=None, Statistic=None, Period=None)
refused("math expressions are not supported", Metrics=[{"Id": "a", "Expression": "1 + 1"}], **plain)
refused("math on several metrics is not supported", Metrics=[one, {**one, "Id": "b"}], **plain)
refused("should return data", Metrics=[{**one, "ReturnData": False}], **plain)
refused("other accounts", Metrics=[{**one, "AccountId": "444455556666"}], **plain)
refused("MetricStat", Metrics=[{"Id": "a"}], **plain)
refused("MetricName of its metric", Metrics=[{**one, "MetricStat": {**one["MetricStat"], "Metric": {}}}], **plain)
refused("p99 is not supported", Metrics=[{**one, "MetricStat": {**one["MetricStat"], "Stat": "p99"}}], **plain)
refused("excludes", Metrics=[one])
for action, sentence in {
    "t": "Invalid arn syntax: t", "arn:aws:automate:eu-north-1:ec2:stop": "Actions of automate are not supported",
    "arn:aws:swf:eu-north-1:111122223333:action/actions/AWS_EC2.InstanceId.Stop/1.0": "Actions of swf are not supported",
    "arn:aws:lambda:eu-north-1:111122223333:function:f": "Actions of lambda are not supported",
    "arn:aws:autoscaling:eu-north-1:111122223333:scalingPolicy:x": "Actions of autoscaling are not supported",
    "arn:aws:ssm:eu-north-1:111122223333:opsitem:1": "Actions of ssm are not supported",
    "arn:aws:sns:eu-north-1:111122223333:t:sub": "Invalid arn syntax",
    "arn:aws:sns:eu-west-1:111122223333:t": "Invalid region eu-west-1 specified. Only eu-north-1 is supported.",
}.items():
    for member in ("AlarmActions", "OKActions", "InsufficientDataActions"):
        refused(sentence, **{member: [action]})

fails(WRONG, cloudwatch.describe_alarms, AlarmNames=["a"], AlarmNamePrefix="a")
fails(WRONG, cloudwatch.describe_alarms, ChildrenOfAlarmName="a")
fails(WRONG, cloudwatch.describe_alarms, ParentsOfAlarmName="a")
fails("InvalidNextToken", cloudwatch.describe_alarms, NextToken="%")
fails(WRONG, cloudwatch.describe_alarms_for_metric, Namespace="n", MetricName="m", ExtendedStatistic="p99")
fails(WRONG, cloudwatch.describe_alarm_history, AlarmContributorId="a" * 16)
fails("InvalidNextToken", cloudwatch.describe_alarm_history, NextToken="%")
fails("ResourceNotFound", cloudwatch.delete_alarms, AlarmNames=["a", "none"])
assert told_alarm("a"), "one that is missing keeps the others"
fails("ResourceNotFound", cloudwatch.set_alarm_state, AlarmName="none", StateValue="OK", StateReason="")
fails("InvalidFormat", cloudwatch.set_alarm_state, AlarmName="a", StateValue="OK", StateReason="", StateReasonData="{")
missing, tag = "ResourceNotFoundException", {"Key": "k", "Value": ""}
for call, more in [(cloudwatch.tag_resource, {"Tags": [tag]}), (cloudwatch.untag_resource, {"TagKeys": ["k"]}),
                   (cloudwatch.list_tags_for_resource, {})]:
    fails(missing, call, ResourceARN=ARN + "none", **more)
    fails(missing, call, ResourceARN=ARN.replace("alarm:", "insight-rule/r"), **more)
    fails(VALUE, call, ResourceARN="a", **more)
try:
    cloudwatch.list_tags_for_resource(ResourceARN=ARN + "none")
except cloudwatch.exceptions.ResourceNotFoundException as error:
    assert error.response["ResourceType"] == "alarm" and error.response["ResourceId"] == "none", error.response
fails(VALUE, cloudwatch.tag_resource, ResourceARN=ARN + "a", Tags=[tag, tag])
fails(VALUE, cloudwatch.tag_resource, ResourceARN=ARN + "a", Tags=[{"Key": "aws:k", "Value": ""}])
cloudwatch.tag_resource(ResourceARN=ARN + "a", Tags=[{"Key": str(n), "Value": ""} for n in range(50)])
fails(VALUE, cloudwatch.tag_resource, ResourceARN=ARN + "a", Tags=[{"Key": "50", "Value": ""}])
fails(VALUE, put, **alarm(Tags=[tag, tag]))

# Data of metrics.
now = datetime.datetime.now(UTC)
hours = lambda count: now + datetime.timedelta(hours=count)
datum = lambda **others: {"MetricName": "m", **others}


def bad(code, sentence, *data, namespace="n"):
    fails(code, cloudwatch.put_metric_data, sentence, Namespace=namespace, MetricData=list(data))


bad(VALUE, "The value AWS/S3 for parameter Namespace is invalid.", datum(Value=1), namespace="AWS/S3")
bad(ABSENT, "The parameter MetricData is required.")
bad(VALUE, "The collection MetricData must not have a size greater than 1000.", *[datum(Value=1)] * 1001)
both = "The parameters MetricData.member.2.Value and MetricData.member.2.{} are mutually exclusive and you have specified both."
whole = {"SampleCount": 1, "Sum": 1, "Minimum": 1, "Maximum": 1}
bad(PAIR, both.format("Values"), datum(Value=1), datum(Value=1, Values=[1]))
bad(PAIR, both.format("StatisticValues"), datum(Value=1), datum(Value=1, StatisticValues=whole))
bad(ABSENT, None, datum())
bad(VALUE, "The parameter MetricData.member.1.Timestamp must specify a time no more than two weeks in the past.",
    datum(Value=1, Timestamp=hours(-14 * 24 - 1)))
bad(VALUE, "The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.",
    datum(Value=1, Timestamp=hours(2.1)))
bad(VALUE, None, datum(Value=3e108))
bad(VALUE, None, datum(Values=[1, 2], Counts=[1]))
bad(VALUE, None, datum(Values=[1] * 151))
bad(VALUE, None, datum(Values=[1], Counts=[-1]))
bad(VALUE, None, datum(Values=[1], Counts=[0]))
bad(VALUE, None, datum(Value=1, StorageResolution=30))
bad(VALUE, None, datum(StatisticValues={**whole, "Minimum": 2}))
bad(VALUE, None, datum(StatisticValues={**whole, "SampleCount": 0}))
bad(VALUE, None, datum(Value=1, Dimensions=[{"Name": "a", "Value": "1"}] * 2))
bad(VALUE, None, {"MetricName": "a\tb", "Value": 1})
for number in (math.nan, math.inf, -math.inf):
    bad("MalformedInput", "'metricData.1.member.value' must be a number", datum(Value=number))
fails(VALUE, cloudwatch.put_metric_data, Namespace="n", EntityMetricData=[{"MetricData": [datum(Value=1)]}])
assert cloudwatch.list_metrics()["Metrics"] == [], "of a request that is refused nothing is kept"


def statistics(code, sentence=None, **others):
    asked = dict(Namespace="n", MetricName="m", StartTime=hours(-1), EndTime=now, Period=60, Statistics=["Sum"])
    asked = {name: value for name, value in {**asked, **others}.items() if value is not None}
    fails(code, cloudwatch.get_metric_statistics, sentence, **asked)


statistics(VALUE, "The parameter StartTime must be less than the parameter EndTime.", StartTime=now)
statistics(VALUE, Period=61)
statistics(VALUE, ExtendedStatistics=["p99"])
statistics(PAIR, Statistics=None)
statistics(PAIR, "You have requested up to 2,880 datapoints, which exceeds the limit of 1,440. You may reduce the datapoints "
                 "requested by increasing Period, or decreasing the time range.",
           StartTime=now.replace(second=0, microsecond=0) - datetime.timedelta(days=2), EndTime=now.replace(second=0, microsecond=0))
fails(VALUE, cloudwatch.list_metrics, NextToken="%")
fails(VALUE, cloudwatch.list_metrics, OwningAccount="444455556666")


def data(code, *queries, **others):
    asked = {**dict(MetricDataQueries=list(queries), StartTime=hours(-1), EndTime=now), **others}
    fails(code, cloudwatch.get_metric_data, **asked)


stat = lambda **others: {"Id": "a", "MetricStat": {**one["MetricStat"], **others}}
data(WRONG)
data(WRONG, *({**one, "Id": f"a{n}"} for n in range(501)))
data(WRONG, one, StartTime=now)
data(WRONG, one, MaxDatapoints=100801)
data(WRONG, one, one)
data(WRONG, {**one, "Id": "A"})
data(WRONG, {"Id": "a", "Expression": "SUM(METRICS())"})
data(WRONG, {"Id": "a"})
data(WRONG, {**one, "Period": 60})
data(WRONG, {**one, "AccountId": "444455556666"})
data(WRONG, stat(Metric={"Namespace": "n"}))
data(WRONG, stat(Period=61))
data(WRONG, stat(Stat="p99"))
data("InvalidNextToken", one, NextToken="%")

# Operations that are not built, composite alarms and anomaly detection among them.
for call, asked in {
    "put_composite_alarm": dict(AlarmName="c", AlarmRule="ALARM(a)"),
    "put_anomaly_detector": {}, "list_dashboards": {}, "describe_insight_rules": {}, "list_metric_streams": {},
}.items():
    fails("UnsupportedOperation", getattr(cloudwatch, call), **asked)

# Who may.
iam = client("iam")
iam.create_user(UserName="bob")
key = iam.create_access_key(UserName="bob")["AccessKey"]
bob = client("cloudwatch", key["AccessKeyId"], key["SecretAccessKey"])
allow = lambda action, resource="*", **others: iam.put_user_policy(
    UserName="bob", PolicyName="p", PolicyDocument=statement(action, resource, **others))
DENIED = "AccessDenied"
fails(DENIED, bob.list_metrics)
allow("cloudwatch:*", ARN + "a")
bob.describe_alarms(AlarmNames=["a"])
bob.describe_alarm_history(AlarmName="a")
bob.set_alarm_state(AlarmName="a", StateValue="OK", StateReason="")
bob.tag_resource(ResourceARN=ARN + "a", Tags=[{"Key": "1", "Value": "x"}])
bob.put_metric_alarm(**alarm())
fails(DENIED, bob.describe_alarms)
fails(DENIED, bob.describe_alarms, AlarmNames=["a", "b"])
fails(DENIED, bob.delete_alarms, AlarmNames=["a", "b"])
fails(DENIED, bob.put_metric_alarm, **alarm(AlarmName="b"))
fails(DENIED, bob.put_metric_data, Namespace="n", MetricData=[datum(Value=1)])
# Of metrics there is no resource: what is allowed on ARNs, whatever they are, is not allowed on these.
asked = dict(MetricDataQueries=[one], StartTime=hours(-1), EndTime=now)
allow("cloudwatch:*", "arn:aws:cloudwatch:*:*:*")
fails(DENIED, bob.list_metrics)
fails(DENIED, bob.get_metric_data, **asked)
allow(["cloudwatch:ListMetrics", "cloudwatch:GetMetricData"])
bob.list_metrics()
bob.get_metric_data(**asked)
fails(DENIED, bob.put_metric_data, Namespace="n", MetricData=[datum(Value=1)])
allow("cloudwatch:PutMetricData", Condition={"StringEquals": {"cloudwatch:namespace": "mine"}})
bob.put_metric_data(Namespace="mine", MetricData=[datum(Value=1)])
fails(DENIED, bob.put_metric_data, Namespace="n", MetricData=[datum(Value=1)])
allow("cloudwatch:PutMetricAlarm", Condition={"ForAllValues:StringEquals": {"cloudwatch:AlarmActions": TOPIC + "t"}})
bob.put_metric_alarm(**alarm(AlarmActions=[TOPIC + "t"]))
fails(DENIED, bob.put_metric_alarm, **alarm(AlarmActions=[TOPIC + "t"], OKActions=[TOPIC + "u"]))
print("passed")
