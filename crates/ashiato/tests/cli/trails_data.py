"""Data events by the resources that they name: messages of one topic of two, and objects; and those that AWS records
nowhere, which are in event history alone."""
import gzip, json, os, subprocess, time
import boto3

s3, sns, logs, trail = (boto3.client(name) for name in ("s3", "sns", "logs", "cloudtrail"))
s3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
allow = lambda action, resource: {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": action, "Resource": resource}
s3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    allow("s3:GetBucketAcl", "arn:aws:s3:::logs"), allow("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/*")]}))
watched, other = (sns.create_topic(Name=name)["TopicArn"] for name in ("watched", "other"))
trail.create_trail(Name="data", S3BucketName="logs")
field = lambda name, *values: {"Field": name, "Equals": list(values)}
trail.put_event_selectors(TrailName="data", AdvancedEventSelectors=[
    {"Name": "One topic", "FieldSelectors": [field("eventCategory", "Data"), field("resources.type", "AWS::SNS::Topic"), field("resources.ARN", watched)]},
    {"Name": "Objects", "FieldSelectors": [field("eventCategory", "Data"), field("resources.type", "AWS::S3::Object"), field("eventName", "PutObject")]}])
trail.start_logging(Name="data")

id_of = lambda answer: answer["ResponseMetadata"]["HTTPHeaders"].get("x-amzn-requestid") or answer["ResponseMetadata"]["HTTPHeaders"]["x-amz-request-id"]
logs.create_log_group(logGroupName="g")
logs.create_log_stream(logGroupName="g", logStreamName="s")
kept = id_of(logs.put_log_events(logGroupName="g", logStreamName="s", logEvents=[{"timestamp": int(time.time() * 1000), "message": "m"}]))
elsewhere = id_of(sns.publish(TopicArn=other, Message="elsewhere"))
told = sns.publish(TopicArn=watched, Message="a secret", Subject="another", MessageAttributes={"third": {"DataType": "String", "StringValue": "x"}})
put = id_of(s3.put_object(Bucket="logs", Key="last", Body=b"x"))

def records():
    found = {}
    for item in s3.list_objects_v2(Bucket="logs", Prefix="AWSLogs/").get("Contents", []):
        for record in json.loads(gzip.decompress(s3.get_object(Bucket="logs", Key=item["Key"])["Body"].read()))["Records"]:
            found[record.get("requestID")] = record
    return found

end = time.monotonic() + 60
while not {id_of(told), put} <= set(found := records()):
    assert time.monotonic() < end, list(found)
assert {record["eventName"] for record in found.values()} == {"Publish", "PutObject"}, found.values()
assert elsewhere not in found and kept not in found

# The example of CloudTrail's user guide: its members, and what of them is hidden.
record = found[id_of(told)]
hidden = "HIDDEN_DUE_TO_SECURITY_REASONS"
assert record["requestParameters"] == {"topicArn": watched, "message": hidden, "subject": hidden, "messageAttributes": hidden}, record
assert record["responseElements"] == {"messageId": told["MessageId"]}, record
assert record["resources"] == [{"accountId": watched.split(":")[4], "type": "AWS::SNS::Topic", "ARN": watched}], record
assert (record["eventCategory"], record["managementEvent"], record["readOnly"]) == ("Data", False, False), record

look = lambda *more: subprocess.run([os.environ["ASHIATO"], "history", "--output", "csv", *more], stdout=subprocess.PIPE, text=True, check=True).stdout
assert kept not in look("EventName=PutLogEvents") and kept in look("EventName=PutLogEvents", "--data-events")
reads = id_of(logs.get_log_events(logGroupName="g", logStreamName="s"))
assert reads in look("EventName=GetLogEvents"), "what reads log events is a management event"
print("selected")
