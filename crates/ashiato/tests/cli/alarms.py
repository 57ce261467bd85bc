"""A trail into a log group, a metric filter, an alarm and a topic; in two parts, between which the server is killed."""
import http.server, json, os, queue, threading, time, urllib.error, urllib.parse, urllib.request
import boto3

cloudwatch, logs, sns, iam, s3, trail = (
    boto3.client(name) for name in ("cloudwatch", "logs", "sns", "iam", "s3", "cloudtrail"))
account = boto3.client("sts").get_caller_identity()["Account"]
PORT = int(os.environ["PORT"])
PATTERN = '{ $.eventName = "ConsoleLogin" && $.errorMessage = "Failed authentication" }'


def eventually(ask, seconds=60):
    end = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < end, "it did not come to be in time"
        time.sleep(0.1)
    return answer


def alarm(state=None):
    one = cloudwatch.describe_alarms(AlarmNames=["failed-sign-ins"])["MetricAlarms"][0]
    return one if state in (None, one["StateValue"]) else None


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **one} for one in statements]})


def sign_in(user, password):
    """The status that the console's sign-in answers with."""
    asked = json.dumps({"account": account, "user": user, "password": password}).encode()
    request = urllib.request.Request(
        os.environ["AWS_ENDPOINT_URL"] + "/signin", data=asked, headers={"Content-Type": "application/json"})
    try:
        return urllib.request.urlopen(request).status
    except urllib.error.HTTPError as error:
        return error.code


def raise_it():
    logs.create_log_group(logGroupName="trail")
    role = iam.create_role(RoleName="to-logs", AssumeRolePolicyDocument=document(
        {"Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}))["Role"]["Arn"]
    iam.put_role_policy(RoleName="to-logs", PolicyName="p", PolicyDocument=document(
        {"Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": "*"}))
    s3.create_bucket(Bucket="trail-logs", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    service = {"Service": "cloudtrail.amazonaws.com"}
    s3.put_bucket_policy(Bucket="trail-logs", Policy=document(
        {"Principal": service, "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::trail-logs"},
        {"Principal": service, "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::trail-logs/AWSLogs/{account}/*",
         "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}}))
    group = f"arn:aws:logs:eu-north-1:{account}:log-group:trail:*"
    trail.create_trail(Name="all", S3BucketName="trail-logs", IsMultiRegionTrail=True, CloudWatchLogsLogGroupArn=group,
                       CloudWatchLogsRoleArn=role)
    trail.start_logging(Name="all")
    # The default value makes of every minute with events one that is known to be quiet.
    logs.put_metric_filter(logGroupName="trail", filterName="failed-sign-ins", filterPattern=PATTERN,
                           metricTransformations=[{"metricName": "FailedSignIns", "metricNamespace": "Trail", "metricValue": "1",
                                                   "defaultValue": 0}])
    topic = sns.create_topic(Name="security")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=f"http://127.0.0.1:{PORT}/queue")
    cloudwatch.put_metric_alarm(
        AlarmName="failed-sign-ins", AlarmActions=[topic], Namespace="Trail", MetricName="FailedSignIns", Statistic="Sum", Period=60,
        EvaluationPeriods=1, Threshold=1, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="notBreaching")
    iam.create_user(UserName="mallory")
    iam.create_login_profile(UserName="mallory", Password="Correct-horse-1")
    assert sign_in("mallory", "Correct-horse-1") == 200
    assert sign_in("mallory", "a guess") == 401
    began = time.monotonic()
    history = lambda: cloudwatch.describe_alarm_history(AlarmName="failed-sign-ins", HistoryItemType="Action")["AlarmHistoryItems"]
    action = eventually(history)[0]
    assert time.monotonic() - began < 30, "well within a minute"
    assert action["HistorySummary"] == f"Successfully executed action {topic}", action

    # What was asked of CloudWatch is on record, but for the data of metrics.
    cloudwatch.put_metric_data(Namespace="n", MetricData=[{"MetricName": "m", "Value": 1}])
    found = trail.lookup_events(LookupAttributes=[{"AttributeKey": "EventSource", "AttributeValue": "monitoring.amazonaws.com"}])
    events = [json.loads(event["CloudTrailEvent"]) for event in found["Events"]]
    put = next(event for event in events if event["eventName"] == "PutMetricAlarm")
    assert put["requestParameters"]["alarmName"] == "failed-sign-ins" and not put["readOnly"], put
    assert put["requestParameters"]["threshold"] == 1 and put["responseElements"] is None, put
    assert "PutMetricData" not in {event["eventName"] for event in events}, events
    print("raised")


def listen():
    got = queue.Queue()

    class Queue(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
            got.put(json.loads(form["MessageBody"][0]))
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Queue)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    first = got.get(timeout=120)
    assert first["Subject"] == 'ALARM: "failed-sign-ins" in EU (Stockholm)', first
    # The next that is said is of another state: the first is not said twice.
    topic = json.loads(first["Message"])["AlarmActions"][0]
    sns.publish(TopicArn=topic, Message="the end")
    following = got.get(timeout=60)
    assert following["Message"] == "the end" and got.empty(), following
    print("told once")


{"raise": raise_it, "listen": listen}[os.environ["PART"]]()
