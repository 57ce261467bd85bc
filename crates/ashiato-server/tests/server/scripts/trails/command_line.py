# Trails by the AWS CLI, with its own commands that are made of several calls.
def aws(*command, expect=0):
    environment = dict(PATH=os.environ["PATH"], AWS_ENDPOINT_URL=ENDPOINT, AWS_DEFAULT_REGION=HOME, HOME="/nonexistent",
                       AWS_EC2_METADATA_DISABLED="true", AWS_ACCESS_KEY_ID="AKIDALICE", AWS_SECRET_ACCESS_KEY="secret")
    done = subprocess.run([os.environ["BIN"] + "/aws", "--output", "json", "cloudtrail", *command], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == expect, (command, done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


assert json.loads(aws("create-trail", "--name", "first", "--s3-bucket-name", "logs", "--is-multi-region-trail",
                      "--enable-log-file-validation", "--tags-list", "Key=team,Value=ops"))["TrailARN"] == arn_of("first")
aws("start-logging", "--name", "first")
assert json.loads(aws("get-trail-status", "--name", "first"))["IsLogging"] is True
assert json.loads(aws("describe-trails"))["trailList"][0]["LogFileValidationEnabled"] is True
selectors = json.dumps([{"ReadWriteType": "All", "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}]}])
aws("put-event-selectors", "--trail-name", "first", "--event-selectors", selectors)
assert "arn:aws:s3" in aws("get-event-selectors", "--trail-name", "first")
aws("put-insight-selectors", "--trail-name", "first", "--insight-selectors", '[{"InsightType": "ApiCallRateInsight"}]')
assert "ApiCallRateInsight" in aws("get-insight-selectors", "--trail-name", "first")
aws("update-trail", "--name", "first", "--no-is-multi-region-trail")
aws("add-tags", "--resource-id", arn_of("first"), "--tags-list", "Key=a,Value=b")
assert '"b"' in aws("list-tags", "--resource-id-list", arn_of("first"))
aws("remove-tags", "--resource-id", arn_of("first"), "--tags-list", "Key=a")
aws("list-public-keys")
assert "first" in aws("list-trails")
aws("stop-logging", "--name", "first")
assert "TrailNotFoundException" in aws("delete-trail", "--name", "none", expect=255)
aws("delete-trail", "--name", "first")

# A subscription: a new bucket with the policy of the template, a trail, and logging.
said = aws("create-subscription", "--name", "subscribed", "--s3-new-bucket", "subscribed-logs", "--s3-prefix", "audit")
assert "Logs will be delivered to subscribed-logs:audit" in said, said
trail = trails.get_trail(Name="subscribed")["Trail"]
assert (trail["S3BucketName"], trail["S3KeyPrefix"]) == ("subscribed-logs", "audit"), trail
assert trails.get_trail_status(Name="subscribed")["IsLogging"] is True
policy = json.loads(s3.get_bucket_policy(Bucket="subscribed-logs")["Policy"])
assert policy["Statement"][1]["Resource"] == f"arn:aws:s3:::subscribed-logs/audit/AWSLogs/{ACCOUNT}/*", policy
aws("create-subscription", "--name", "second", "--s3-use-bucket", "logs", "--include-global-service-events", "false")
assert trails.get_trail(Name="second")["Trail"]["IncludeGlobalServiceEvents"] is False
aws("update-subscription", "--name", "subscribed", "--s3-new-bucket", "moved-logs")
trail = trails.get_trail(Name="subscribed")["Trail"]
assert (trail["S3BucketName"], trail["S3KeyPrefix"]) == ("moved-logs", "audit"), trail

# With a new topic: the template's statement is added to the policy that the topic begins with.
said = aws("create-subscription", "--name", "third", "--s3-use-bucket", "logs", "--sns-new-topic", "files")
assert "Setting up new SNS topic files" in said, said
topic = f"arn:aws:sns:{HOME}:{ACCOUNT}:files"
assert trails.get_trail(Name="third")["Trail"]["SnsTopicARN"] == topic
policy = json.loads(client("sns").get_topic_attributes(TopicArn=topic)["Attributes"]["Policy"])
assert [one["Sid"] for one in policy["Statement"]] == ["__default_statement_ID", "AWSCloudTrailSNSPolicy20150319"], policy
assert policy["Statement"][1]["Resource"] == topic, policy
assert "already exists" in aws("create-subscription", "--name", "fourth", "--s3-use-bucket", "logs", "--sns-new-topic", "files", expect=255)
print("passed")
