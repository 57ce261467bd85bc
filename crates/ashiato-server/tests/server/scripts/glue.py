# Glue's operations: what is kept is what is told, and what cannot be is refused in Glue's words.
ACCOUNT = "111122223333"
glue = client("glue")
columns = [{"Name": "id", "Type": "int"}, {"Name": "name", "Type": "string"}]
keys = [{"Name": "day", "Type": "string"}, {"Name": "hour", "Type": "int"}]
storage = {"Columns": columns, "Location": "s3://bucket/t/", "SerdeInfo": {"SerializationLibrary": "x.y.Z"}}


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except glue.exceptions.ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError(f"not refused: {arguments}")


# Databases.
glue.create_database(DatabaseInput={"Name": "Ops", "Description": "ours", "Parameters": {"a": "b"}})
ops = glue.get_database(Name="OPS")["Database"]
assert (ops["Name"], ops["Description"], ops["Parameters"]) == ("ops", "ours", {"a": "b"}), ops
assert [d["Name"] for d in glue.get_databases()["DatabaseList"]] == ["default", "ops"]
page = glue.get_databases(MaxResults=1)
assert [d["Name"] for d in glue.get_databases(NextToken=page["NextToken"])["DatabaseList"]] == ["ops"]
glue.update_database(Name="ops", DatabaseInput={"Name": "ops", "Description": "theirs"})
assert glue.get_database(Name="ops")["Database"]["Description"] == "theirs"
refused("AlreadyExistsException", glue.create_database, DatabaseInput={"Name": "ops"})
refused("EntityNotFoundException", glue.get_database, Name="gone")
refused("EntityNotFoundException", glue.delete_database, Name="gone")
refused("InvalidInputException", glue.get_databases, NextToken="?")
refused("ValidationException", glue.get_databases, MaxResults=101)

# Tables and their versions.
table = {"Name": "Trail", "StorageDescriptor": storage, "PartitionKeys": keys, "TableType": "EXTERNAL_TABLE"}
glue.create_table(DatabaseName="ops", TableInput=table)
glue.create_table(DatabaseName="ops", TableInput={**table, "Name": "other"})
seen = glue.get_table(DatabaseName="ops", Name="TRAIL")["Table"]
assert (seen["Name"], seen["VersionId"], seen["PartitionKeys"]) == ("trail", "0", keys), seen
assert seen["StorageDescriptor"]["Columns"] == columns and seen["StorageDescriptor"]["Location"] == "s3://bucket/t/"
glue.update_table(DatabaseName="ops", TableInput={**table, "Description": "new"})
assert glue.get_table(DatabaseName="ops", Name="trail")["Table"]["VersionId"] == "1"
versions = glue.get_table_versions(DatabaseName="ops", TableName="trail")["TableVersions"]
assert [v["VersionId"] for v in versions] == ["1", "0"], versions
old = glue.get_table_version(DatabaseName="ops", TableName="trail", VersionId="0")["TableVersion"]["Table"]
assert "Description" not in old, old
glue.update_table(DatabaseName="ops", TableInput=table, SkipArchive=True)
assert len(glue.get_table_versions(DatabaseName="ops", TableName="trail")["TableVersions"]) == 2
refused("ConcurrentModificationException", glue.update_table, DatabaseName="ops", TableInput=table, VersionId="0")
names = lambda **more: [t["Name"] for t in glue.get_tables(DatabaseName="ops", **more)["TableList"]]
assert names() == ["other", "trail"] and names(Expression="tr*") == ["trail"] and names(MaxResults=1) == ["other"]
assert [t["Name"] for t in glue.search_tables(SearchText="trail")["TableList"]] == ["trail"]
refused("AlreadyExistsException", glue.create_table, DatabaseName="ops", TableInput=table)
refused("EntityNotFoundException", glue.create_table, DatabaseName="gone", TableInput=table)
refused("EntityNotFoundException", glue.get_table, DatabaseName="ops", Name="gone")
refused("EntityNotFoundException", glue.update_table, DatabaseName="ops", TableInput={**table, "Name": "gone"})

# Partitions.
one = lambda day, hour: {"Values": [day, hour], "StorageDescriptor": {**storage, "Location": f"s3://bucket/t/{day}/{hour}"}}
where = dict(DatabaseName="ops", TableName="trail")
glue.create_partition(PartitionInput=one("2024-01-01", "0"), **where)
made = glue.batch_create_partition(PartitionInputList=[one("2024-01-01", "10"), one("2024-01-02", "2"), one("2024-01-01", "0")], **where)
assert [e["ErrorDetail"]["ErrorCode"] for e in made["Errors"]] == ["AlreadyExistsException"], made
values = lambda **more: sorted(p["Values"] for p in glue.get_partitions(**where, **more)["Partitions"])
assert values() == [["2024-01-01", "0"], ["2024-01-01", "10"], ["2024-01-02", "2"]], values()
assert values(Expression="hour > 1") == [["2024-01-01", "10"], ["2024-01-02", "2"]]
assert values(Expression="day = '2024-01-01' AND hour IN (0, 2)") == [["2024-01-01", "0"]]
assert values(Expression="day LIKE '2024-01-%' AND NOT hour BETWEEN 2 AND 9") == [["2024-01-01", "0"], ["2024-01-01", "10"]]
parts = [p["Values"] for n in (0, 1) for p in glue.get_partitions(Segment={"SegmentNumber": n, "TotalSegments": 2}, **where)["Partitions"]]
assert sorted(parts) == values()
assert glue.get_partition(PartitionValues=["2024-01-02", "2"], **where)["Partition"]["StorageDescriptor"]["Location"].endswith("/2")
got = glue.batch_get_partition(PartitionsToGet=[{"Values": ["2024-01-02", "2"]}, {"Values": ["x", "1"]}], **where)
assert [p["Values"] for p in got["Partitions"]] == [["2024-01-02", "2"]], got
glue.update_partition(PartitionValueList=["2024-01-02", "2"], PartitionInput=one("2024-01-02", "3"), **where)
refused("EntityNotFoundException", glue.get_partition, PartitionValues=["2024-01-02", "2"], **where)
glue.delete_partition(PartitionValues=["2024-01-02", "3"], **where)
changed = {**one("2024-01-01", "10"), "Parameters": {"a": "b"}}
entries = [{"PartitionValueList": ["2024-01-01", "10"], "PartitionInput": changed},
           {"PartitionValueList": ["x", "1"], "PartitionInput": one("x", "1")}]
told = glue.batch_update_partition(Entries=entries, **where)["Errors"]
assert [(e["PartitionValueList"], e["ErrorDetail"]["ErrorCode"]) for e in told] == [(["x", "1"], "EntityNotFoundException")], told
assert glue.get_partition(PartitionValues=["2024-01-01", "10"], **where)["Partition"]["Parameters"] == {"a": "b"}
gone = glue.batch_delete_partition(PartitionsToDelete=[{"Values": ["2024-01-01", "10"]}, {"Values": ["x", "1"]}], **where)
assert [e["ErrorDetail"]["ErrorCode"] for e in gone["Errors"]] == ["EntityNotFoundException"], gone
assert values() == [["2024-01-01", "0"]]
refused("AlreadyExistsException", glue.create_partition, PartitionInput=one("2024-01-01", "0"), **where)
refused("InvalidInputException", glue.create_partition, PartitionInput={"Values": ["only one"]}, **where)
refused("InvalidInputException", glue.get_partitions, Expression="nothing = 1", **where)
refused("EntityNotFoundException", glue.get_partitions, DatabaseName="ops", TableName="gone")

# Tags, and what answers as empty.
arn = f"arn:aws:glue:eu-north-1:{ACCOUNT}:database/ops"
glue.tag_resource(ResourceArn=arn, TagsToAdd={"team": "sec"})
assert glue.get_tags(ResourceArn=arn)["Tags"] == {"team": "sec"}
glue.untag_resource(ResourceArn=arn, TagsToRemove=["team"])
assert glue.get_tags(ResourceArn=arn)["Tags"] == {}
assert glue.get_partition_indexes(**where)["PartitionIndexDescriptorList"] == []
assert glue.get_user_defined_functions(DatabaseName="ops", Pattern="*")["UserDefinedFunctions"] == []
told = glue.get_column_statistics_for_table(ColumnNames=["id", "name"], **where)
assert told["ColumnStatisticsList"] == [] and [e["ColumnName"] for e in told["Errors"]] == ["id", "name"], told
refused("UnsupportedOperationException", glue.get_crawlers)
catalog = glue.get_catalog(CatalogId=ACCOUNT)["Catalog"]
assert catalog["CatalogId"] == ACCOUNT, catalog
assert glue.get_catalogs()["CatalogList"] == [] and glue.get_catalogs(IncludeRoot=True)["CatalogList"] == [catalog]

# The end.
glue.update_table(DatabaseName="ops", TableInput={**table, "Description": "newer"})
versions = lambda: [v["VersionId"] for v in glue.get_table_versions(**where)["TableVersions"]]
newest, *older, oldest = versions()
told = glue.batch_delete_table_version(VersionIds=[oldest, "77", newest], **where)["Errors"]
assert [e["VersionId"] for e in told] == ["77", newest] and versions() == [newest, *older], told
glue.delete_table_version(VersionId=older[-1], **where)
assert versions() == [newest, *older[:-1]]
left = glue.batch_delete_table(DatabaseName="ops", TablesToDelete=["other", "gone"])
assert [e["ErrorDetail"]["ErrorCode"] for e in left["Errors"]] == ["EntityNotFoundException"], left
glue.delete_table(DatabaseName="ops", Name="trail")
refused("EntityNotFoundException", glue.delete_table, DatabaseName="ops", Name="trail")
glue.delete_database(Name="ops")
assert [d["Name"] for d in glue.get_databases()["DatabaseList"]] == ["default"]
print("passed")
