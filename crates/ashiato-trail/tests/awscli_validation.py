"""Runs the AWS CLI's own check of a trail over files in a folder: its classes, with a bucket and a key service of ours.

python awscli_validation.py FOLDER REGION

FOLDER holds the objects under their keys, their metadata in metadata.json and the public key in key.der. What the AWS
CLI says goes to stdout.
"""

import base64
import hashlib
import io
import json
import os
import sys
from datetime import datetime, timezone
from unittest import mock

from awscli.customizations.cloudtrail import validation
from botocore.exceptions import ClientError

folder, region = sys.argv[1:]
with open(os.path.join(folder, "metadata.json")) as file:
    metadata = json.load(file)
with open(os.path.join(folder, "key.der"), "rb") as file:
    der = file.read()


class Bucket:
    """As much of a client of S3 as the check calls."""

    def get_object(self, Bucket, Key):
        path = os.path.join(folder, Key)
        if not os.path.exists(path):
            raise ClientError({"Error": {"Code": "NoSuchKey", "Message": Key}}, "GetObject")
        with open(path, "rb") as file:
            return {"Body": io.BytesIO(file.read()), "Metadata": metadata[Key]}

    def get_paginator(self, operation):
        return self

    def paginate(self, Bucket, Marker, Prefix):
        there = (key for key in sorted(metadata) if os.path.exists(os.path.join(folder, key)))
        found = [key for key in there if key.startswith(Prefix) and key > Marker]
        return mock.Mock(search=lambda _: iter(found))


key = {"Fingerprint": hashlib.md5(der).hexdigest(), "Value": base64.b64encode(der).decode()}
sys.stderr = sys.stdout
command = validation.CloudTrailValidateLogs(mock.Mock())
command.trail_arn = "arn:aws:cloudtrail:us-east-1:111122223333:trail/my_trail"
command.account_id = "111122223333"
command.s3_bucket = "a-bucket"
command.s3_client_provider = mock.Mock(get_client=lambda _: Bucket())
command.cloudtrail_client = mock.Mock(list_public_keys=lambda **_: {"PublicKeyList": [key]})
command.organization_client = None
command._source_region = region
command.start_time = datetime(2023, 10, 26, tzinfo=timezone.utc)
command.end_time = datetime(2023, 10, 31, tzinfo=timezone.utc)
command._call()
