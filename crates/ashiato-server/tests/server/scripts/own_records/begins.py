# A trail of management events under a key, with a log group, and its digests.
bucket("logs")
KEY = key_for_cloudtrail()
logs.create_log_group(logGroupName="trail")
GROUP = f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:trail:*"
role = iam.create_role(RoleName="to-logs", AssumeRolePolicyDocument=trust({"Service": "cloudtrail.amazonaws.com"}))["Role"]
iam.put_role_policy(RoleName="to-logs", PolicyName="p", PolicyDocument=statement(
    ["logs:CreateLogStream", "logs:PutLogEvents"], f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:trail:log-stream:{ACCOUNT}_CloudTrail_*"))
trails.create_trail(Name="watching", S3BucketName="logs", IsMultiRegionTrail=True)
trails.start_logging(Name="watching")
trails.update_trail(Name="watching", KmsKeyId=KEY, EnableLogFileValidation=True, CloudWatchLogsLogGroupArn=GROUP, CloudWatchLogsRoleArn=role["Arn"])
print("passed")
