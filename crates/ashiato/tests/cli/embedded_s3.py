"""Runs one of the scripts that drive an S3 with boto3 on a server, with a key that may not touch what they expect it may not."""
import json, os, subprocess, sys
import boto3

key = boto3.Session().get_credentials()
user = boto3.client("iam").get_user()["User"]["UserName"]
kept = [f"arn:aws:s3:::{resource}" for resource in ("forbidden", "forbidden/*", "*/kept")]
boto3.client("iam").put_user_policy(UserName=user, PolicyName="not-everything", PolicyDocument=json.dumps({
    "Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": kept}]}))
environment = {**os.environ, "S3_ACCESS_KEY": key.access_key, "S3_SECRET": key.secret_key}
sys.exit(subprocess.run([sys.executable, os.environ["SCRIPT"], os.environ["AWS_ENDPOINT_URL"]], env=environment).returncode)
