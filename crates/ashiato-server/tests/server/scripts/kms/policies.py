# A key's policy decides; the identities' count where it leaves it to the account.
ALICE, BOB = f"arn:aws:iam::{ACCOUNT}:user/alice", f"arn:aws:iam::{ACCOUNT}:user/bob"
bobs = bob("kms")
mine = new_key()
KEY, ARN = mine["KeyId"], mine["Arn"]
assert told(kms.list_key_policies(KeyId=KEY)) == {"PolicyNames": ["default"], "Truncated": False}
default = json.loads(kms.get_key_policy(KeyId=KEY)["Policy"])
assert default["Statement"][0]["Principal"] == {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, default
fails("NotFoundException", kms.get_key_policy, "No such policy exists", KeyId=KEY, PolicyName="other")
encrypts = dict(KeyId=KEY, Plaintext=b"p")

# The default policy leaves it to the identities' policies.
sentence = f"User: {BOB} is not authorized to perform: kms:Encrypt on resource: {ARN} because no identity-based policy allows the kms:Encrypt action"
fails("AccessDeniedException", bobs.encrypt, sentence, **encrypts)
given(statement("kms:Encrypt", ARN))
blob = bobs.encrypt(**encrypts)["CiphertextBlob"]
fails("AccessDeniedException", bobs.decrypt, CiphertextBlob=blob)
given(statement("kms:*", ARN.replace(KEY, "*")))
assert bobs.decrypt(CiphertextBlob=blob)["Plaintext"] == b"p"

# A policy that does not name the account: identities' policies count for nothing, Bob's or the administrator's.
only = lambda who, *actions: json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": who}, "Action": list(actions), "Resource": "*"}]})
fails("MalformedPolicyDocumentException", kms.put_key_policy,
      "The new key policy will not allow you to update the key policy in the future.",
      KeyId=KEY, Policy=only(BOB, "kms:Decrypt"))
kms.put_key_policy(KeyId=KEY, Policy=only(BOB, "kms:Decrypt"), BypassPolicyLockoutSafetyCheck=True)
fails("AccessDeniedException", kms.describe_key, KeyId=KEY)
fails("AccessDeniedException", client("kms", "AKIDROOT").describe_key, KeyId=KEY)
sentence = f"User: {BOB} is not authorized to perform: kms:Encrypt on resource: {ARN} because no resource-based policy allows the kms:Encrypt action"
fails("AccessDeniedException", bobs.encrypt, sentence, **encrypts)
given()
assert bobs.decrypt(CiphertextBlob=blob)["Plaintext"] == b"p", "the key's policy alone lets him"
given(statement("kms:Decrypt", effect="Deny"))
fails("AccessDeniedException", bobs.decrypt, CiphertextBlob=blob)
given()

# Conditions on the encryption context, aliases and tags.
second = new_key(Policy=key_policy({
    "Effect": "Allow", "Principal": {"AWS": BOB}, "Action": ["kms:Encrypt", "kms:GenerateDataKey*"], "Resource": "*",
    "Condition": {"StringEquals": {"kms:EncryptionContext:team": "ops"}}}))["Arn"]
kms.create_alias(AliasName="alias/seen", TargetKeyId=second)
bobs.encrypt(KeyId=second, Plaintext=b"p", EncryptionContext={"team": "ops", "more": "x"})
bobs.generate_data_key_without_plaintext(KeyId="alias/seen", KeySpec="AES_256", EncryptionContext={"team": "ops"})
fails("AccessDeniedException", bobs.encrypt, KeyId=second, Plaintext=b"p", EncryptionContext={"team": "dev"})
fails("AccessDeniedException", bobs.encrypt, KeyId=second, Plaintext=b"p")
for condition in ({"StringEquals": {"kms:RequestAlias": "alias/seen"}},
                  {"ForAnyValue:StringEquals": {"kms:ResourceAliases": "alias/seen"}},
                  {"StringEquals": {"aws:ResourceTag/use": "tests"}}):
    given(statement("kms:DescribeKey", Condition=condition))
    kms.untag_resource(KeyId=second, TagKeys=["use"])
    if "StringEquals" in condition and "aws:ResourceTag/use" in condition["StringEquals"]:
        fails("AccessDeniedException", bobs.describe_key, KeyId="alias/seen")
        kms.tag_resource(KeyId=second, Tags=[{"TagKey": "use", "TagValue": "tests"}])
    bobs.describe_key(KeyId="alias/seen")

# An alias needs both: the right on it, and the right on its key.
alias = f"{PLACE}alias/bobs"
given(statement("kms:CreateAlias", second))
fails("AccessDeniedException", bobs.create_alias, AliasName="alias/bobs", TargetKeyId=second)
given(statement("kms:CreateAlias", alias))
fails("AccessDeniedException", bobs.create_alias, AliasName="alias/bobs", TargetKeyId=second)
given(statement("kms:*Alias", [alias, second]))
bobs.create_alias(AliasName="alias/bobs", TargetKeyId=second)
bobs.delete_alias(AliasName="alias/bobs")

# What is on no key.
given()
for call, more in [(bobs.create_key, {}), (bobs.list_keys, {}), (bobs.list_aliases, {}), (bobs.generate_random, dict(NumberOfBytes=1))]:
    fails("AccessDeniedException", call, **more)
given(statement("kms:CreateKey", Condition={"StringEquals": {"aws:RequestTag/team": "ops"}}))
fails("AccessDeniedException", bobs.create_key)
fails("MalformedPolicyDocumentException", bobs.create_key, Tags=[{"TagKey": "team", "TagValue": "ops"}], Policy=only(ALICE, "kms:*"))
bobs.create_key(Tags=[{"TagKey": "team", "TagValue": "ops"}])
# What there is not is not told to those who would not be let in.
fails("AccessDeniedException", bobs.describe_key, KeyId="12345678-1234-1234-1234-123456789012")
fails("MalformedPolicyDocumentException", kms.put_key_policy, KeyId=second, Policy="{}")
fails("LimitExceededException", kms.put_key_policy, KeyId=second, Policy=key_policy() + " " * 32768)
print("passed")
