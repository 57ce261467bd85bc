who = f"User: arn:aws:iam::{ACCOUNT}:user/bob is not authorized to perform:"
# Nothing is allowed that no policy allows.
fails("AccessDenied", bob("iam").list_users,
      f"{who} iam:ListUsers because no identity-based policy allows the iam:ListUsers action")
assert bob("sts").get_caller_identity()["Account"] == ACCOUNT
given(statement("iam:ListUsers"))
bob("iam").list_users()
given(statement("iam:ListUsers"), statement("iam:*", effect="Deny"))
fails("AccessDenied", bob("iam").list_users, f"{who} iam:ListUsers with an explicit deny in an identity-based policy")
given(statement("iam:GetUser", f"arn:aws:iam::{ACCOUNT}:user/${{aws:username}}"))
assert bob("iam").get_user()["User"]["UserName"] == "bob"
bob("iam").get_user(UserName="bob")
fails("AccessDenied", bob("iam").get_user,
      f"{who} iam:GetUser on resource: arn:aws:iam::{ACCOUNT}:user/alice because no identity-based policy allows the "
      "iam:GetUser action", UserName="alice")
fails("AccessDenied", bob("iam").get_user, UserName="nobody")

# Conditions of the request.
given(statement("iam:ListUsers", Condition={"IpAddress": {"aws:SourceIp": "127.0.0.0/8"}}))
bob("iam").list_users()
given(statement("iam:ListUsers", Condition={"NotIpAddress": {"aws:SourceIp": "127.0.0.0/8"}}))
fails("AccessDenied", bob("iam").list_users)
given(statement("iam:ListUsers", Condition={"Bool": {"aws:SecureTransport": "true"}}))
fails("AccessDenied", bob("iam").list_users)
given(statement("iam:ListUsers", Condition={"DateLessThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}}))
fails("AccessDenied", bob("iam").list_users)
given(statement("iam:ListUsers", Condition={"DateGreaterThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}}))
bob("iam").list_users()
given(statement("iam:ListUsers", Condition={"StringEquals": {"aws:RequestedRegion": "eu-north-1"}}))
bob("iam").list_users()
given(statement("iam:ListUsers", Condition={"StringLike": {"aws:UserAgent": "Boto3/*"}}))
bob("iam").list_users()
given(statement("iam:ListUsers", Condition={"StringEquals": {"aws:PrincipalTag/team": "ops"}}))
bob("iam").list_users()
given(statement("iam:ListUsers", Condition={"ArnEquals": {"aws:PrincipalArn": f"arn:aws:iam::{ACCOUNT}:user/bob"}}))
bob("iam").list_users()
given(statement("iam:AttachUserPolicy", Condition={"ArnEquals": {"iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}))
iam.create_user(UserName="carol")
bob("iam").attach_user_policy(UserName="carol", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
fails("AccessDenied", bob("iam").attach_user_policy, UserName="carol", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")

# Groups, managed policies, boundaries.
given()
iam.create_group(GroupName="staff")
iam.attach_group_policy(GroupName="staff", PolicyArn="arn:aws:iam::aws:policy/IAMReadOnlyAccess")
fails("AccessDenied", bob("iam").list_users)
iam.add_user_to_group(GroupName="staff", UserName="bob")
bob("iam").list_users()
policy = iam.create_policy(PolicyName="bound", PolicyDocument=statement("s3:*"))["Policy"]["Arn"]
iam.put_user_permissions_boundary(UserName="bob", PermissionsBoundary=policy)
fails("AccessDenied", bob("iam").list_users,
      f"{who} iam:ListUsers because no permissions boundary allows the iam:ListUsers action")
iam.create_policy_version(PolicyArn=policy, PolicyDocument=statement("iam:*"), SetAsDefault=True)
bob("iam").list_users()
iam.delete_user_permissions_boundary(UserName="bob")
iam.remove_user_from_group(GroupName="staff", UserName="bob")
fails("AccessDenied", bob("iam").list_users)

# JSON services say it in their own way.
fails("AccessDeniedException", bob("athena").start_query_execution,
      f"{who} athena:StartQueryExecution on resource: arn:aws:athena:eu-north-1:{ACCOUNT}:workgroup/primary because no "
      "identity-based policy allows the athena:StartQueryExecution action", QueryString="SELECT 1")

# S3: its own names, resources and keys.
s3 = client("s3")
s3.create_bucket(Bucket="logs")
for name in ("a/1", "a/2", "b/1"):
    s3.put_object(Bucket="logs", Key=name, Body=b"x")
quoted = '"arn:aws:s3:::logs/a/1"'
fails("AccessDenied", bob("s3").get_object,
      f"{who} s3:GetObject on resource: {quoted} because no identity-based policy allows the s3:GetObject action",
      Bucket="logs", Key="a/1")
given(statement("s3:GetObject", "arn:aws:s3:::logs/a/*"))
bob("s3").get_object(Bucket="logs", Key="a/1")
fails("AccessDenied", bob("s3").get_object, Bucket="logs", Key="b/1")
fails("AccessDenied", bob("s3").put_object, Bucket="logs", Key="a/1")
fails("AccessDenied", bob("s3").list_objects_v2, Bucket="logs")
given(statement("s3:ListBucket", "arn:aws:s3:::logs", Condition={"StringLike": {"s3:prefix": "a/*"}}))
assert bob("s3").list_objects_v2(Bucket="logs", Prefix="a/")["KeyCount"] == 2
assert len(bob("s3").list_objects(Bucket="logs", Prefix="a/1")["Contents"]) == 1
fails("AccessDenied", bob("s3").list_objects_v2, Bucket="logs")
fails("AccessDenied", bob("s3").list_objects_v2, Bucket="logs", Prefix="b/")
fails("AccessDenied", bob("s3").list_buckets)
given(statement("s3:PutObject", "arn:aws:s3:::logs/in/*"), statement("s3:GetObject", "arn:aws:s3:::logs/a/1"))
bob("s3").copy_object(Bucket="logs", Key="in/1", CopySource="logs/a/1")
fails("AccessDenied", bob("s3").copy_object, Bucket="logs", Key="in/2", CopySource="logs/a/2")
fails("AccessDenied", bob("s3").copy_object, Bucket="logs", Key="out/1", CopySource="logs/a/1")
given(statement("s3:DeleteObject", "arn:aws:s3:::logs/a/*"))
answer = bob("s3").delete_objects(Bucket="logs", Delete={"Objects": [{"Key": "a/2"}, {"Key": "b/1"}]})
assert [one["Key"] for one in answer["Deleted"]] == ["a/2"], answer
assert [(one["Key"], one["Code"]) for one in answer["Errors"]] == [("b/1", "AccessDenied")], answer
assert "b/1" in {one["Key"] for one in s3.list_objects_v2(Bucket="logs")["Contents"]}

# A bucket's policy may let in whom no policy of their own does.
given()
s3.put_bucket_policy(Bucket="logs", Policy=statement(
    "s3:GetObject", "arn:aws:s3:::logs/*", Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:user/bob"}))
bob("s3").get_object(Bucket="logs", Key="a/1")
fails("AccessDenied", bob("s3").put_object, Bucket="logs", Key="a/1")
s3.put_bucket_policy(Bucket="logs", Policy=statement("s3:GetObject", "arn:aws:s3:::logs/*", Principal={"AWS": ACCOUNT}))
fails("AccessDenied", bob("s3").get_object, Bucket="logs", Key="a/1")
given(statement("s3:*"))
s3.put_bucket_policy(Bucket="logs", Policy=statement(
    "s3:DeleteObject", "arn:aws:s3:::logs/*", effect="Deny", Principal="*"))
bob("s3").get_object(Bucket="logs", Key="a/1")
fails("AccessDenied", bob("s3").delete_object, Bucket="logs", Key="a/1")
fails("AccessDenied", s3.delete_object, Bucket="logs", Key="a/1")

# A name is the same name in whatever case, and whether one or many are named.
glue = client("glue")
glue.create_database(DatabaseInput={"Name": "ops"})
for name in ("open", "secret"):
    glue.create_table(DatabaseName="ops", TableInput={"Name": name})
region = f"eu-north-1:{ACCOUNT}"
given(statement("glue:*"), statement("glue:*", f"arn:aws:glue:{region}:table/ops/secret", effect="Deny"))
bob("glue").get_table(DatabaseName="OPS", Name="OPEN")
for database, name in (("ops", "secret"), ("ops", "SECRET"), ("OPS", "Secret")):
    fails("AccessDeniedException", bob("glue").get_table, DatabaseName=database, Name=name)
fails("AccessDeniedException", bob("glue").batch_delete_table, DatabaseName="ops", TablesToDelete=["open", "secret"])
assert [one["Name"] for one in bob("glue").search_tables()["TableList"]] == ["open"]
assert len(glue.search_tables()["TableList"]) == 2
bob("glue").batch_delete_table(DatabaseName="ops", TablesToDelete=["open"])
given(statement(["athena:*", "glue:*"]), statement("athena:*", f"arn:aws:athena:{region}:datacatalog/AwsDataCatalog", effect="Deny"))
for name in ("AwsDataCatalog", "awsdatacatalog", "AWSDATACATALOG"):
    fails("AccessDeniedException", bob("athena").list_databases, CatalogName=name)
    fails("AccessDeniedException", bob("athena").get_data_catalog, Name=name)
client("athena").create_data_catalog(Name="Lake", Type="GLUE")
given(statement("athena:*"), statement("athena:*", f"arn:aws:athena:{region}:datacatalog/Lake", effect="Deny"))
for name in ("Lake", "lake", "LAKE"):
    fails("AccessDeniedException", bob("athena").get_data_catalog, Name=name)
given(statement("athena:ListDatabases", f"arn:aws:athena:{region}:datacatalog/AwsDataCatalog"), statement("glue:*"))
assert [one["Name"] for one in bob("athena").list_databases(CatalogName="awsdatacatalog")["DatabaseList"]] == ["default", "ops"]

# The key of a user that is gone opens nothing, and whoever is made anew under the name is another.
given()
iam.delete_access_key(UserName="bob", AccessKeyId=key["AccessKeyId"])
iam.delete_user(UserName="bob")
fails("InvalidClientTokenId", bob("sts").get_caller_identity)
fails("InvalidAccessKeyId", bob("s3").list_buckets)
print("passed")
