# CloudTrail's events in a log group, a metric filter, an alarm, a topic: a failed sign-in is told within a minute. As AWS's
# guide "Creating CloudWatch alarms for CloudTrail events" has it.
topic = subscribed("sign-in")
logs = client("logs")
logs.create_log_group(logGroupName="trail")
logs.create_log_stream(logGroupName="trail", logStreamName="s")
logs.put_metric_filter(
    logGroupName="trail", filterName="ConsoleSignInFailures",
    filterPattern='{ $.eventName = "ConsoleLogin" && $.errorMessage = "Failed authentication" }',
    metricTransformations=[{"metricName": "ConsoleSigninFailureCount", "metricNamespace": "CloudTrailMetrics", "metricValue": "1",
                            "defaultValue": 0}])
cloudwatch.put_metric_alarm(
    AlarmName="Console sign-in failures", AlarmDescription="Somebody tries", AlarmActions=[topic],
    MetricName="ConsoleSigninFailureCount", Namespace="CloudTrailMetrics", Statistic="Sum", Period=300, EvaluationPeriods=1,
    DatapointsToAlarm=1, Threshold=3, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching")


def event(**members):
    body = {"eventVersion": "1.11", "eventSource": "signin.amazonaws.com", "eventName": "ConsoleLogin", **members}
    return {"timestamp": now_millis(), "message": json.dumps(body)}


FAILED = dict(errorMessage="Failed authentication", responseElements={"ConsoleLogin": "Failure"})
put = lambda *events: logs.put_log_events(logGroupName="trail", logStreamName="s", logEvents=list(events))
put(event(responseElements={"ConsoleLogin": "Success"}), event(**FAILED), event(**FAILED), event(eventName="Other", **FAILED))
began = time.monotonic()
put(event(**FAILED))
subject, message = said()
assert time.monotonic() - began < 30, "well within a minute"
assert subject == 'ALARM: "Console sign-in failures" in EU (Stockholm)', subject
reason, changed = message.pop("NewStateReason"), message.pop("StateChangeTime")
assert reason.startswith("Threshold Crossed: 1 out of the last 1 datapoints [3.0 (") and reason.endswith(
    ")] was greater than or equal to the threshold (3.0) (minimum 1 datapoint for OK -> ALARM transition)."), reason
assert changed[-5:] == "+0000" and message.pop("AlarmConfigurationUpdatedTimestamp")[-5:] == "+0000", changed
# Before it was raised the alarm may or may not have been found to be OK.
assert message.pop("OldStateValue") in ("OK", "INSUFFICIENT_DATA")
assert message == {
    "AlarmName": "Console sign-in failures", "AlarmDescription": "Somebody tries", "AWSAccountId": "111122223333",
    "NewStateValue": "ALARM", "Region": "EU (Stockholm)", "AlarmArn": ARN + "Console sign-in failures", "OKActions": [],
    "AlarmActions": [topic], "InsufficientDataActions": [],
    "Trigger": {"MetricName": "ConsoleSigninFailureCount", "Namespace": "CloudTrailMetrics", "StatisticType": "Statistic",
                "Statistic": "SUM", "Unit": None, "Dimensions": [], "Period": 300, "EvaluationPeriods": 1,
                "DatapointsToAlarm": 1, "ComparisonOperator": "GreaterThanOrEqualToThreshold", "Threshold": 3.0,
                "TreatMissingData": "notBreaching", "EvaluateLowSampleCountPercentile": ""}}, message

one = told_alarm("Console sign-in failures")
assert one["StateValue"] == "ALARM" and one["StateReason"] == reason, one
data = json.loads(one["StateReasonData"])
assert (data["version"], data["statistic"], data["period"], data["threshold"]) == ("1.0", "Sum", 300, 3.0), data
assert data["recentDatapoints"] == [3.0] and data["evaluatedDatapoints"][0]["value"] == 3.0, data
action, update = cloudwatch.describe_alarm_history(AlarmName="Console sign-in failures", MaxRecords=2)["AlarmHistoryItems"]
assert action["HistorySummary"] == f"Successfully executed action {topic}", action
assert json.loads(json.loads(action["HistoryData"])["publishedMessage"])["NewStateReason"] == reason, action
assert update["HistorySummary"].endswith(" to ALARM") and update["HistoryItemType"] == "StateUpdate", update
told = json.loads(update["HistoryData"])["newState"]
assert told == {"stateValue": "ALARM", "stateReason": reason, "stateReasonData": data}, told
assert sum(sums("CloudTrailMetrics", "ConsoleSigninFailureCount")) == 3

# Of ten minutes ago, as if it had been on its way for so long: it is told all the same.
cloudwatch.put_metric_alarm(
    AlarmName="late", AlarmActions=[topic], MetricName="Late", Namespace="CloudTrailMetrics", Statistic="Sum", Period=60,
    EvaluationPeriods=1, Threshold=1, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching")
logs.put_metric_filter(logGroupName="trail", filterName="late", filterPattern='{ $.eventName = "Late" }', metricTransformations=[
    {"metricName": "Late", "metricNamespace": "CloudTrailMetrics", "metricValue": "1"}])
put({**event(eventName="Late"), "timestamp": now_millis() - 600_000})
subject, message = said()
assert subject == 'ALARM: "late" in EU (Stockholm)' and "DatapointsToAlarm" not in message["Trigger"], (subject, message)
assert message["NewStateReason"].startswith("Threshold Crossed: 1 datapoint [1.0 ("), message
print("passed")
