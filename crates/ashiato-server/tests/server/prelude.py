"""What each script of the tests begins with."""
import os, subprocess, urllib.error, urllib.request
import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

ENDPOINT = os.environ["ENDPOINT"]


def client(service, key="AKIDALICE", secret="secret", token=None, **config):
    return boto3.client(
        service, endpoint_url=ENDPOINT, region_name="eu-north-1", aws_access_key_id=key, aws_secret_access_key=secret,
        aws_session_token=token, config=Config(retries={"total_max_attempts": 1}, **config))


def code(call, **arguments):
    """The status and the code of the error that a call ends in."""
    try:
        call(**arguments)
    except ClientError as error:
        response = error.response
        assert response["ResponseMetadata"]["RequestId"], response
        return response["ResponseMetadata"]["HTTPStatusCode"], response["Error"]["Code"]
    return "no error"


def signed(service, body, headers):
    """A POST of any body, signed by botocore: its status and text."""
    request = AWSRequest("POST", ENDPOINT + "/", data=body, headers=headers)
    SigV4Auth(Credentials("AKIDALICE", "secret"), service, "eu-north-1").add_auth(request)
    plain = urllib.request.Request(ENDPOINT + "/", data=body, headers=dict(request.headers), method="POST")
    try:
        with urllib.request.urlopen(plain) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
