# What each action is decided on: things that lists leave out, tags, boundaries.
s3, glue = client("s3"), client("glue")
region = f"eu-north-1:{ACCOUNT}"
iam.create_user(UserName="carol")
s3.create_bucket(Bucket="logs")
glue.create_database(DatabaseInput={"Name": "ops"})
for name in ("open", "secret"):
    glue.create_table(DatabaseName="ops", TableInput={"Name": name})
policy = iam.create_policy(PolicyName="bound", PolicyDocument=statement("s3:*"))["Policy"]["Arn"]
given(statement("glue:*"), statement("glue:*", f"arn:aws:glue:{region}:table/ops/secret", effect="Deny"))

# What a list holds that the caller may not see is left out (Glue's developer guide, "Filter tables by GetTables permission").
names = lambda page: [one["Name"] for one in page]
assert names(bob("glue").get_tables(DatabaseName="ops")["TableList"]) == ["open"]
assert names(glue.get_tables(DatabaseName="ops")["TableList"]) == ["open", "secret"]
catalog, database = (f"arn:aws:glue:{region}:{rest}" for rest in ("catalog", "database/ops"))
given(statement("glue:GetTables", [catalog, database, f"arn:aws:glue:{region}:table/ops/o*"]))
assert names(bob("glue").get_tables(DatabaseName="ops")["TableList"]) == ["open"]
pages = list(bob("glue").get_paginator("get_tables").paginate(DatabaseName="ops", PaginationConfig={"PageSize": 1}))
assert [names(page["TableList"]) for page in pages] == [["open"], []], pages
given(statement("glue:GetTables", [catalog, f"arn:aws:glue:{region}:table/ops/o*"]))
fails("AccessDeniedException", bob("glue").get_tables, DatabaseName="ops")
given(statement("glue:GetDatabases", [catalog, database]))
assert names(bob("glue").get_databases()["DatabaseList"]) == ["ops"]
assert names(glue.get_databases()["DatabaseList"]) == ["default", "ops"]
given(statement("glue:GetDatabases", database))
fails("AccessDeniedException", bob("glue").get_databases)
# What had no line in the tables had to be allowed on everything.
table = f"arn:aws:glue:{region}:table/ops/open"
given(statement(["glue:GetPartitionIndexes", "glue:GetColumnStatisticsForTable"], [catalog, database, table]),
      statement(["glue:TagResource", "glue:GetTags"], database, Condition={"StringEquals": {"aws:RequestTag/team": "ops"}}),
      statement("glue:GetTags", database))
bob("glue").get_partition_indexes(DatabaseName="ops", TableName="open")
fails("AccessDeniedException", bob("glue").get_partition_indexes, DatabaseName="ops", TableName="secret")
bob("glue").tag_resource(ResourceArn=database, TagsToAdd={"Team": "ops"})
fails("AccessDeniedException", bob("glue").tag_resource, ResourceArn=database, TagsToAdd={"team": "dev"})
assert bob("glue").get_tags(ResourceArn=database)["Tags"] == {"Team": "ops"}

# Whose key it is, and whom a simulation is about.
owner = f"arn:aws:iam::{ACCOUNT}:user/"
given(statement("iam:GetAccessKeyLastUsed", owner + "bob"), statement("iam:SimulatePrincipalPolicy", owner + "bob"))
assert bob("iam").get_access_key_last_used(AccessKeyId=key["AccessKeyId"])["UserName"] == "bob"
for other in ("AKIDALICE", "AKIDROOT", "AKIANOBODYNOBODYNOBO"):
    fails("AccessDenied", client("iam", key["AccessKeyId"], key["SecretAccessKey"], parameter_validation=False)
          .get_access_key_last_used, AccessKeyId=other.ljust(16, "A"))
asks = dict(ActionNames=["s3:GetObject"])
bob("iam").simulate_principal_policy(PolicySourceArn=owner + "bob", **asks)
fails("AccessDenied", bob("iam").simulate_principal_policy, PolicySourceArn=owner + "alice", **asks)
fails("AccessDenied", bob("iam").simulate_principal_policy, PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:group/g", **asks)

# Tags of the request, and of what it acts on.
given(statement("iam:CreateUser", Condition={"StringEquals": {"aws:RequestTag/Team": "ops"},
                                             "ForAllValues:StringEquals": {"aws:TagKeys": ["team"]}}),
      statement("iam:DeleteUser", Condition={"StringEquals": {"aws:ResourceTag/team": "ops"}}),
      statement("iam:UntagUser", Condition={"ForAllValues:StringEquals": {"aws:TagKeys": ["spare"]}}))
OPS, SPARE = {"Key": "team", "Value": "ops"}, {"Key": "spare", "Value": ""}
bob("iam").create_user(UserName="tagged", Tags=[OPS])
fails("AccessDenied", bob("iam").create_user, UserName="t2")
fails("AccessDenied", bob("iam").create_user, UserName="t2", Tags=[{"Key": "team", "Value": "dev"}])
fails("AccessDenied", bob("iam").create_user, UserName="t2", Tags=[OPS, SPARE])
iam.tag_user(UserName="tagged", Tags=[SPARE])
bob("iam").untag_user(UserName="tagged", TagKeys=["spare"])
fails("AccessDenied", bob("iam").untag_user, UserName="tagged", TagKeys=["team"])
fails("AccessDenied", bob("iam").delete_user, UserName="carol")
bob("iam").delete_user(UserName="tagged")

# Who may give policies only to those within a boundary.
within = {"StringEquals": {"iam:PermissionsBoundary": policy}}
given(statement(["iam:CreateUser", "iam:PutUserPolicy", "iam:AttachUserPolicy"], Condition=within))
fails("AccessDenied", bob("iam").create_user, UserName="free")
bob("iam").create_user(UserName="bound", PermissionsBoundary=policy)
bob("iam").put_user_policy(UserName="bound", PolicyName="p", PolicyDocument=statement("s3:*"))
fails("AccessDenied", bob("iam").put_user_policy, UserName="carol", PolicyName="p", PolicyDocument=statement("s3:*"))
fails("AccessDenied", bob("iam").attach_user_policy, UserName="carol", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")

# An object that is put with tags is put and tagged.
given(statement("s3:PutObject", "arn:aws:s3:::logs/*"))
fails("AccessDenied", bob("s3").put_object, Bucket="logs", Key="t", Body=b"", Tagging="team=ops")
given(statement("s3:PutObject", "arn:aws:s3:::logs/*"),
      statement("s3:PutObjectTagging", "arn:aws:s3:::logs/*", Condition={"StringEquals": {"s3:RequestObjectTag/team": "ops ops"}}))
bob("s3").put_object(Bucket="logs", Key="t", Body=b"", Tagging="team=ops%20ops")
fails("AccessDenied", bob("s3").put_object, Bucket="logs", Key="t", Body=b"", Tagging="team=dev")
# What an object is tagged with decides who may read it, here and in a query.
of_tag = lambda effect, value: statement("s3:GetObject", "arn:aws:s3:::logs/*", effect=effect,
                                         Condition={"StringEquals": {"s3:ExistingObjectTag/Team": value}})
s3.put_object(Bucket="logs", Key="rows/a.txt", Body=b"1\n", Tagging="team=ops")
s3.put_object(Bucket="logs", Key="plain", Body=b"")
given(of_tag("Allow", "ops"))
bob("s3").get_object(Bucket="logs", Key="rows/a.txt")
fails("AccessDenied", bob("s3").get_object, Bucket="logs", Key="plain")
s3.create_bucket(Bucket="results")
client("glue").create_table(DatabaseName="ops", TableInput={
    "Name": "rows", "TableType": "EXTERNAL_TABLE", "StorageDescriptor": {
        "Location": "s3://logs/rows/", "Columns": [{"Name": "n", "Type": "int"}],
        "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
        "OutputFormat": "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
        "SerdeInfo": {"SerializationLibrary": "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe"}}})


def counted():
    athena = bob("athena")
    id = athena.start_query_execution(QueryString="SELECT sum(n) FROM ops.rows",
                                      ResultConfiguration={"OutputLocation": "s3://results/"})["QueryExecutionId"]
    while (status := athena.get_query_execution(QueryExecutionId=id)["QueryExecution"]["Status"])["State"] in ("QUEUED", "RUNNING"):
        pass
    return status["State"], status.get("StateChangeReason", "")


rest = statement(["athena:*", "glue:*", "s3:ListBucket", "s3:PutObject", "s3:GetBucketLocation"])
given(rest, of_tag("Allow", "ops"))
assert counted()[0] == "SUCCEEDED", counted()
given(rest, statement("s3:GetObject"), of_tag("Deny", "ops"))
state, reason = counted()
assert state == "FAILED" and "with an explicit deny in an identity-based policy" in reason, (state, reason)
fails("AccessDenied", bob("s3").get_object, Bucket="logs", Key="rows/a.txt")
s3.put_object_tagging(Bucket="logs", Key="rows/a.txt", Tagging={"TagSet": [{"Key": "team", "Value": "dev"}]})
assert counted()[0] == "SUCCEEDED", counted()
print("passed")
