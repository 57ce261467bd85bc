import json
ACCOUNT, HOME = "111122223333", "eu-north-1"
kms = client("kms")
PLACE = f"arn:aws:kms:{HOME}:{ACCOUNT}:"


def new_key(**more):
    return kms.create_key(**more)["KeyMetadata"]


def key_policy(*statements):
    """A key's policy: the account decides, and further statements."""
    account = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "kms:*", "Resource": "*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [account, *statements]})


def told(answer):
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}
