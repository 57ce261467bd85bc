# Bob, a user whose policies the tests of decisions change.
iam = client("iam")
ACCOUNT = "111122223333"
iam.create_user(UserName="bob", Tags=[{"Key": "team", "Value": "ops"}])
key = iam.create_access_key(UserName="bob")["AccessKey"]


def bob(service, **config):
    return client(service, key["AccessKeyId"], key["SecretAccessKey"], **config)


def given(*documents):
    """Bob has these policies and no others."""
    for name in iam.list_user_policies(UserName="bob")["PolicyNames"]:
        iam.delete_user_policy(UserName="bob", PolicyName=name)
    for number, document in enumerate(documents):
        iam.put_user_policy(UserName="bob", PolicyName=f"p{number}", PolicyDocument=document)
