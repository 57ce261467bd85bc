# The AWS CLI: an alarm that is raised by what is put, and told.
ADMINISTRATOR = dict(AWS_ACCESS_KEY_ID="AKIDALICE", AWS_SECRET_ACCESS_KEY="secret")


def aws(*command, expect=0):
    environment = dict(PATH=os.environ["PATH"], AWS_ENDPOINT_URL=ENDPOINT, AWS_DEFAULT_REGION="eu-north-1",
                       AWS_EC2_METADATA_DISABLED="true", HOME="/nonexistent", **ADMINISTRATOR)
    done = subprocess.run([os.environ["BIN"] + "/aws", "cloudwatch", *command, "--output", "json"], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == expect, (command, done.returncode, done.stderr)
    return json.loads(done.stdout) if done.stdout.strip() else done.stderr


aws("put-metric-alarm", "--alarm-name", "cli", "--namespace", "n", "--metric-name", "m", "--dimensions", "Name=A,Value=1",
    "--statistic", "Maximum", "--period", "60", "--evaluation-periods", "1", "--threshold", "5.5", "--comparison-operator",
    "GreaterThanThreshold", "--tags", "Key=team,Value=ops")
assert aws("list-tags-for-resource", "--resource-arn", ARN + "cli")["Tags"] == [{"Key": "team", "Value": "ops"}]
aws("put-metric-data", "--namespace", "n", "--metric-name", "m", "--dimensions", "A=1", "--value", "6")
raised = eventually(lambda: aws("describe-alarms", "--state-value", "ALARM")["MetricAlarms"])[0]
assert raised["AlarmName"] == "cli", raised
assert "6.0 (" in raised["StateReason"] and "was greater than the threshold (5.5)." in raised["StateReason"], raised
assert aws("list-metrics", "--namespace", "n")["Metrics"][0]["Dimensions"] == [{"Name": "A", "Value": "1"}]
assert aws("describe-alarms-for-metric", "--namespace", "n", "--metric-name", "m", "--dimensions", "Name=A,Value=1")[
    "MetricAlarms"][0]["AlarmName"] == "cli"
items = aws("describe-alarm-history", "--alarm-name", "cli")["AlarmHistoryItems"]
assert [one["HistoryItemType"] for one in items] == ["StateUpdate", "ConfigurationUpdate"], items
aws("set-alarm-state", "--alarm-name", "cli", "--state-value", "OK", "--state-reason", "test")
aws("disable-alarm-actions", "--alarm-names", "cli")
aws("enable-alarm-actions", "--alarm-names", "cli")
told = aws("get-metric-statistics", "--namespace", "n", "--metric-name", "m", "--dimensions", "Name=A,Value=1", "--period", "60",
           "--statistics", "Sum", "SampleCount", "--start-time", "2020-01-01T00:00:00Z", "--end-time", "2020-01-01T01:00:00Z")
assert told == {"Label": "m", "Datapoints": []}, told
assert "(ResourceNotFound)" in aws("delete-alarms", "--alarm-names", "none", expect=255)
aws("delete-alarms", "--alarm-names", "cli")
assert aws("describe-alarms")["MetricAlarms"] == []
print("passed")
