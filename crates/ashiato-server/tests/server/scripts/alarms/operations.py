# Alarms: put, told, switched, set, tagged and taken away; and what their history tells. Nothing evaluates them here.
actions = dict(AlarmActions=[TOPIC + "t"], OKActions=[TOPIC + "u"], InsufficientDataActions=[])
cloudwatch.put_metric_alarm(**alarm(AlarmDescription="d é", Tags=[{"Key": "k", "Value": "v"}], **actions,
                                    Dimensions=[{"Name": "B", "Value": "2"}, {"Name": "A", "Value": "1"}],
                                    DatapointsToAlarm=1, Unit="Count"))
one = told_alarm("a")
assert one["AlarmArn"] == ARN + "a" and one["AlarmDescription"] == "d é", one
assert (one["StateValue"], one["StateReason"]) == ("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation"), one
assert one["ActionsEnabled"] and one["AlarmActions"] == [TOPIC + "t"] and one["OKActions"] == [TOPIC + "u"], one
assert one["InsufficientDataActions"] == [] and one["Unit"] == "Count" and one["DatapointsToAlarm"] == 1, one
assert (one["Namespace"], one["MetricName"], one["Statistic"], one["Period"]) == ("n", "m", "Sum", 60), one
assert (one["Threshold"], one["EvaluationPeriods"], one["TreatMissingData"]) == (1.0, 1, "notBreaching"), one
assert one["Dimensions"] == [{"Name": "B", "Value": "2"}, {"Name": "A", "Value": "1"}], one
now = datetime.datetime.now(UTC)
for time_of in ("AlarmConfigurationUpdatedTimestamp", "StateUpdatedTimestamp", "StateTransitionedTimestamp"):
    assert abs(now - one[time_of]) < datetime.timedelta(minutes=1), one
told = cloudwatch.describe_alarms()
assert told["MetricAlarms"] == [one] and told["CompositeAlarms"] == [] and "NextToken" not in told, told

# Put again it has another definition, and its state and tags.
cloudwatch.set_alarm_state(AlarmName="a", StateValue="OK", StateReason="because", StateReasonData='{"x": 1}')
cloudwatch.put_metric_alarm(**alarm(Threshold=2.5, ActionsEnabled=False, Tags=[{"Key": "other", "Value": "v"}]))
one = told_alarm("a")
assert one["Threshold"] == 2.5 and not one["ActionsEnabled"] and one["Dimensions"] == [], one
assert (one["StateValue"], one["StateReason"], one["StateReasonData"]) == ("OK", "because", '{"x": 1}'), one
tags = lambda: cloudwatch.list_tags_for_resource(ResourceARN=ARN + "a")["Tags"]
assert tags() == [{"Key": "k", "Value": "v"}], tags()
cloudwatch.tag_resource(ResourceARN=ARN + "a", Tags=[{"Key": "l", "Value": ""}])
cloudwatch.untag_resource(ResourceARN=ARN + "a", TagKeys=["k", "none"])
assert tags() == [{"Key": "l", "Value": ""}], tags()

# Given as a query.
query = {"Id": "q1", "MetricStat": {"Metric": {"Namespace": "n", "MetricName": "m"}, "Period": 300, "Stat": "Maximum"},
         "Label": "most", "ReturnData": True}
cloudwatch.put_metric_alarm(AlarmName="q", Metrics=[query], EvaluationPeriods=3, Threshold=1,
                            ComparisonOperator="LessThanThreshold")
one = told_alarm("q")
assert one["Metrics"] == [query] and "MetricName" not in one and "Statistic" not in one, one

# Lists: by name, by prefix, by state, by action; page by page.
for name in ("b1", "b2", "c"):
    cloudwatch.put_metric_alarm(**alarm(AlarmName=name, MetricName="other" if name == "c" else "m",
                                        OKActions=[TOPIC + "for-" + name]))
names = lambda **wanted: [one["AlarmName"] for one in cloudwatch.describe_alarms(**wanted)["MetricAlarms"]]
assert names() == ["a", "b1", "b2", "c", "q"], names()
assert names(AlarmNames=["c", "none", "a", "a"]) == ["a", "c"]
assert names(AlarmNamePrefix="b") == ["b1", "b2"]
assert names(StateValue="OK") == ["a"] and names(ActionPrefix=TOPIC + "for-b") == ["b1", "b2"]
assert names(AlarmTypes=["CompositeAlarm"]) == [] and len(names(AlarmTypes=["CompositeAlarm", "MetricAlarm"])) == 5
pages = cloudwatch.get_paginator("describe_alarms").paginate(PaginationConfig={"PageSize": 2})
pages = [[one["AlarmName"] for one in page["MetricAlarms"]] for page in pages]
assert pages == [["a", "b1"], ["b2", "c"], ["q"]], pages
pages = cloudwatch.get_paginator("describe_alarms").paginate(AlarmNamePrefix="b", PaginationConfig={"PageSize": 1})
assert [len(page["MetricAlarms"]) for page in pages] == [1, 1]
of_metric = lambda **wanted: [
    one["AlarmName"] for one in cloudwatch.describe_alarms_for_metric(Namespace="n", MetricName="m", **wanted)["MetricAlarms"]]
assert of_metric() == ["a", "b1", "b2", "q"], of_metric()
assert of_metric(Statistic="Maximum") == ["q"] and of_metric(Period=60) == ["a", "b1", "b2"]
assert of_metric(Dimensions=[{"Name": "A", "Value": "1"}]) == [] and of_metric(Unit="Count") == []

# Actions are switched; what is set so is told in the history.
cloudwatch.enable_alarm_actions(AlarmNames=["a", "none"])
cloudwatch.disable_alarm_actions(AlarmNames=["b1", "b2"])
assert [one["ActionsEnabled"] for one in cloudwatch.describe_alarms()["MetricAlarms"]] == [True, False, False, True, True]
cloudwatch.set_alarm_state(AlarmName="b1", StateValue="ALARM", StateReason="quiet")
cloudwatch.set_alarm_state(AlarmName="b1", StateValue="ALARM", StateReason="still")
assert told_alarm("b1")["StateReason"] == "still"
history = lambda **wanted: cloudwatch.describe_alarm_history(**wanted)["AlarmHistoryItems"]
summaries = lambda **wanted: [one["HistorySummary"] for one in history(**wanted)]
assert summaries(AlarmName="b1") == ["Alarm updated from INSUFFICIENT_DATA to ALARM", 'Alarm "b1" updated',
                                     'Alarm "b1" created'], summaries(AlarmName="b1")
update = json.loads(history(AlarmName="b1")[0]["HistoryData"])
assert update == {"version": "1.0",
                  "oldState": {"stateValue": "INSUFFICIENT_DATA", "stateReason": "Unchecked: Initial alarm creation"},
                  "newState": {"stateValue": "ALARM", "stateReason": "quiet"}}, update
created = json.loads(history(AlarmName="b1", ScanBy="TimestampAscending")[0]["HistoryData"])
assert created["type"] == "Create" and created["createdAlarm"]["metricName"] == "m", created
# The topic of this one is not there: the state is another nevertheless, and the history says why nobody was told.
cloudwatch.set_alarm_state(AlarmName="c", StateValue="OK", StateReason="set")
failed = history(AlarmName="c", HistoryItemType="Action")[0]
assert failed["HistorySummary"].startswith(f"Failed to execute action {TOPIC}for-c. Received error: \""), failed
data = json.loads(failed["HistoryData"])
assert data["actionState"] == "Failed" and data["notificationResource"] == TOPIC + "for-c" and data["error"], data
assert told_alarm("c")["StateValue"] == "OK"

# Taken away, its history stays.
cloudwatch.delete_alarms(AlarmNames=["b1", "b2", "b1"])
assert names() == ["a", "c", "q"] and summaries(AlarmName="b1")[0] == 'Alarm "b1" deleted'
assert summaries(HistoryItemType="StateUpdate", AlarmName="a") == ["Alarm updated from INSUFFICIENT_DATA to OK"]
kinds = {one["HistoryItemType"] for one in history()}
assert kinds == {"ConfigurationUpdate", "StateUpdate", "Action"}, kinds
pages = cloudwatch.get_paginator("describe_alarm_history").paginate(PaginationConfig={"PageSize": 3})
ids = [(one["Timestamp"], one["AlarmName"], one["HistorySummary"]) for page in pages for one in page["AlarmHistoryItems"]]
assert len(ids) == len(history()) and [one[0] for one in ids] == sorted((one[0] for one in ids), reverse=True), ids
later = datetime.datetime.now(UTC) + datetime.timedelta(minutes=1)
assert history(StartDate=later) == [] and len(history(EndDate=later)) == len(ids) and history(AlarmTypes=["CompositeAlarm"]) == []
print("passed")
