# States by what is put and by what is missing, each told to its own topic; actions that are off tell nobody.
topics = {state: subscribed(state) for state in ("ALARM", "OK", "INSUFFICIENT_DATA")}
told = dict(AlarmActions=[topics["ALARM"]], OKActions=[topics["OK"]], InsufficientDataActions=[topics["INSUFFICIENT_DATA"]])
put = lambda **datum: cloudwatch.put_metric_data(Namespace="n", MetricData=[datum])

# Of seconds, so that periods end while the test runs.
fast = dict(Period=10, TreatMissingData="missing", EvaluationPeriods=1, DatapointsToAlarm=1)
cloudwatch.put_metric_alarm(**alarm(AlarmName="fast", **fast, **told))
cloudwatch.put_metric_alarm(**alarm(AlarmName="quiet", ActionsEnabled=False, **fast, **told))
put(MetricName="m", Value=1, StorageResolution=1)
subject, message = said()
assert subject == 'ALARM: "fast" in EU (Stockholm)' and message["OldStateValue"] == "INSUFFICIENT_DATA", (subject, message)
assert message["Trigger"]["Period"] == 10 and message["Trigger"]["Statistic"] == "SUM", message
await_state("quiet", "ALARM")
# Then nothing: what was put is not read any more.
subject, message = said(90)
assert subject == 'INSUFFICIENT_DATA: "fast" in EU (Stockholm)' and message["OldStateValue"] == "ALARM", (subject, message)
assert message["NewStateReason"] == "Insufficient Data: 1 datapoint was unknown.", message
put(MetricName="m", Value=0, StorageResolution=1)
subject, message = said(60)
assert subject == 'OK: "fast" in EU (Stockholm)', subject
assert "was not greater than or equal to the threshold (1.0) (minimum 1 datapoint for ALARM -> OK transition)." in message[
    "NewStateReason"], message
actions = cloudwatch.describe_alarm_history(AlarmName="quiet", HistoryItemType="Action")["AlarmHistoryItems"]
assert actions == [], actions
print("passed")
