"""What the scripts of CloudWatch begin with."""
import datetime, json, time
cloudwatch = client("cloudwatch")
ARN = "arn:aws:cloudwatch:eu-north-1:111122223333:alarm:"
TOPIC = "arn:aws:sns:eu-north-1:111122223333:"
UTC = datetime.timezone.utc


def alarm(**others):
    """An alarm on sums of one or more in a minute."""
    return {**dict(AlarmName="a", Namespace="n", MetricName="m", Statistic="Sum", Period=60, EvaluationPeriods=1,
                   Threshold=1, ComparisonOperator="GreaterThanOrEqualToThreshold",
                   TreatMissingData="notBreaching"), **others}


def now_millis():
    return int(time.time() * 1000)


def sums(namespace, name, **others):
    """The sums of a metric in the minutes around now."""
    now = datetime.datetime.now(UTC)
    told = cloudwatch.get_metric_statistics(
        Namespace=namespace, MetricName=name, Statistics=["Sum"], Period=60, StartTime=now - datetime.timedelta(minutes=30),
        EndTime=now + datetime.timedelta(minutes=5), **others)["Datapoints"]
    return [one["Sum"] for one in sorted(told, key=lambda one: one["Timestamp"])]


def eventually(ask, seconds=60):
    """What a question is answered with once that is something."""
    end = time.monotonic() + seconds
    while True:
        if answer := ask():
            return answer
        assert time.monotonic() < end, "it did not come to be in time"
        time.sleep(0.1)


def told_alarm(name):
    return cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]


def await_state(name, state, seconds=60):
    """The alarm, once it is in a state."""
    return eventually(lambda: (one := told_alarm(name))["StateValue"] == state and one, seconds)
