# A trail whose bucket may not be looked at, and one whose role does not trust CloudTrail.
bucket("closed")
bucket("logs")
logs.create_log_group(logGroupName="trail")
GROUP = f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:trail:*"
for name, service, allowed in (("untrusting", "ec2", "logs:*"), ("poor", "cloudtrail", "logs:PutLogEvents")):
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust({"Service": "cloudtrail.amazonaws.com"}))["Role"]
    iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=statement("logs:*"))
    trails.create_trail(Name=name, S3BucketName="logs", CloudWatchLogsLogGroupArn=GROUP, CloudWatchLogsRoleArn=role["Arn"])
    # What was right when the trail was made is no more.
    iam.update_assume_role_policy(RoleName=name, PolicyDocument=trust({"Service": f"{service}.amazonaws.com"}))
    iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=statement(allowed))
    trails.start_logging(Name=name)
trails.create_trail(Name="blind", S3BucketName="closed")
trails.start_logging(Name="blind")
s3.put_bucket_policy(Bucket="closed", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::closed/*"}]}))
print("passed")
