# Without any data, each way of treating what is missing, once its minute is over.
missing = {"missing": "INSUFFICIENT_DATA", "ignore": "INSUFFICIENT_DATA", "breaching": "ALARM", "notBreaching": "OK"}
for treated in missing:
    cloudwatch.put_metric_alarm(**alarm(AlarmName=treated, MetricName="none", TreatMissingData=treated))
for treated, state in missing.items():
    one = await_state(treated, state, 90)
    if treated in ("breaching", "notBreaching"):
        assert one["StateReason"].startswith("Threshold Crossed: no datapoints were received for 1 period"), one
# What is set by hand is taken back by the next evaluation.
cloudwatch.set_alarm_state(AlarmName="notBreaching", StateValue="ALARM", StateReason="by hand")
updates = cloudwatch.describe_alarm_history(AlarmName="notBreaching", HistoryItemType="StateUpdate")["AlarmHistoryItems"]
assert "Alarm updated from OK to ALARM" in [one["HistorySummary"] for one in updates], updates
await_state("notBreaching", "OK", 90)
print("passed")
