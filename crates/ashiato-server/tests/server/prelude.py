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


def fails(expected, call, sentence=None, **arguments):
    """Asserts that a call ends in an error of this code, and where it is given with this sentence."""
    try:
        answer = call(**arguments)
    except ClientError as error:
        told = error.response["Error"]
        assert told["Code"] == expected, (call.__name__, arguments, told)
        assert sentence is None or told["Message"] == sentence, (call.__name__, arguments, told)
        return
    raise AssertionError((call.__name__, arguments, "was not refused", answer))


def statement(action, resource="*", effect="Allow", **others):
    """A policy of one statement."""
    import json
    one = {"Effect": effect, "Action": action, "Resource": resource, **others}
    return json.dumps({"Version": "2012-10-17", "Statement": [one]})


def trust(principal, **others):
    """A trust policy of one statement."""
    import json
    one = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", **others}
    return json.dumps({"Version": "2012-10-17", "Statement": [one]})
