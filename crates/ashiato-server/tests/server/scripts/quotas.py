# What there may be only so many of: 3 databases, 2 tables in each, 3 versions and 3 partitions of a table, 3 work groups,
# 2 named queries and 2 prepared statements in a group. Statements and requests count the same things.
glue = client("glue")
TOO_MANY = "ResourceNumberLimitExceededException"


def fails_to_run(sql, sentence, **more):
    query = run(sql, **more)
    assert told(query) == ("FAILED", sentence), (sql, told(query))


# Databases; the one that is always there is counted once something is kept in it.
databases = "The number of databases exceeds the limit of 3"
for name in "abc":
    glue.create_database(DatabaseInput={"Name": name})
fails(TOO_MANY, glue.create_database, databases, DatabaseInput={"Name": "d"})
fails("AlreadyExistsException", glue.create_database, DatabaseInput={"Name": "a"})
fails_to_run("CREATE DATABASE d", databases)
glue.delete_database(Name="c")
assert told(run("CREATE DATABASE d"))[0] == "SUCCEEDED"
assert [database["Name"] for database in glue.get_databases()["DatabaseList"]] == ["a", "b", "d", "default"]

# Tables and views.
tables = "The number of tables in the database a exceeds the limit of 2"
where = {"Columns": [{"Name": "n", "Type": "int"}], "Location": "s3://results/t/"}
keys = [{"Name": "day", "Type": "string"}]
table = lambda name, **more: {"Name": name, "StorageDescriptor": where, "PartitionKeys": keys, **more}
glue.create_table(DatabaseName="a", TableInput=table("t"))
assert told(run("CREATE EXTERNAL TABLE a.u (n int) LOCATION 's3://results/u/'"))[0] == "SUCCEEDED"
fails(TOO_MANY, glue.create_table, tables, DatabaseName="a", TableInput=table("v"))
fails("AlreadyExistsException", glue.create_table, DatabaseName="a", TableInput=table("t"))
fails_to_run("CREATE EXTERNAL TABLE a.v (n int) LOCATION 's3://results/v/'", tables)
fails_to_run("CREATE VIEW a.v AS SELECT 1 AS n", tables)
state, why = told(run("CREATE TABLE a.v WITH (external_location = 's3://results/v/') AS SELECT 1 AS n"))
assert state == "FAILED" and why.startswith(tables), why
found = client("s3").list_objects_v2(Bucket="results", Prefix="v/")["KeyCount"]
assert found == 0, "what was written for a table that is not made is taken away"
assert told(run("CREATE TABLE b.v WITH (external_location = 's3://results/v/') AS SELECT 1 AS n"))[0] == "SUCCEEDED"

# Versions; a change that keeps none is not refused.
versions = "The number of versions of the table a.t exceeds the limit of 3"
for _ in range(2):
    glue.update_table(DatabaseName="a", TableInput=table("t"))
fails(TOO_MANY, glue.update_table, versions, DatabaseName="a", TableInput=table("t"))
fails_to_run("ALTER TABLE a.t SET TBLPROPERTIES ('x' = 'y')", versions)
glue.update_table(DatabaseName="a", TableInput=table("t", Description="new"), SkipArchive=True)
assert glue.get_table(DatabaseName="a", Name="t")["Table"]["Description"] == "new"
glue.delete_table_version(DatabaseName="a", TableName="t", VersionId="0")
assert told(run("ALTER TABLE a.t SET TBLPROPERTIES ('x' = 'y')"))[0] == "SUCCEEDED"

# Partitions; of several at once none is made where not all have room.
partitions = "The number of partitions of the table a.t exceeds the limit of 3"
part = lambda day: {"Values": [day], "StorageDescriptor": where}
of = dict(DatabaseName="a", TableName="t")
days = lambda: [found["Values"] for found in glue.get_partitions(**of)["Partitions"]]
glue.create_partition(PartitionInput=part("1"), **of)
fails(TOO_MANY, glue.batch_create_partition, partitions, PartitionInputList=[part(day) for day in "1234"], **of)
assert days() == [["1"]], days()
assert not glue.batch_create_partition(PartitionInputList=[part("2"), part("3")], **of)["Errors"]
fails(TOO_MANY, glue.create_partition, partitions, PartitionInput=part("4"), **of)
fails("AlreadyExistsException", glue.create_partition, PartitionInput=part("3"), **of)
fails_to_run("ALTER TABLE a.t ADD PARTITION (day = '4')", partitions)
assert told(run("ALTER TABLE a.t DROP PARTITION (day = '3')"))[0] == "SUCCEEDED"
assert told(run("ALTER TABLE a.t ADD PARTITION (day = '4')"))[0] == "SUCCEEDED"
assert days() == [["1"], ["2"], ["4"]], days()

# Work groups and what is kept in them: these operations declare InvalidRequestException alone.
invalid = "InvalidRequestException"
groups = [group["Name"] for group in ATHENA.list_work_groups()["WorkGroups"]]
for number in range(3 - len(groups)):
    ATHENA.create_work_group(Name=f"group{number}")
fails(invalid, ATHENA.create_work_group, "The number of work groups exceeds the limit of 3", Name="more")
named = dict(Database="a", QueryString="SELECT 1")
tokens = [letter * 32 for letter in "ab"]
ids = [ATHENA.create_named_query(Name="n", ClientRequestToken=token, **named)["NamedQueryId"] for token in tokens]
more = "The number of named queries exceeds the limit of 2"
fails(invalid, ATHENA.create_named_query, more, Name="n", **named)
assert ATHENA.create_named_query(Name="n", ClientRequestToken=tokens[0], **named)["NamedQueryId"] == ids[0]
prepared = "The number of prepared statements in the work group primary exceeds the limit of 2"
statement_of = lambda name: dict(StatementName=name, WorkGroup="primary", QueryStatement="SELECT 1")
ATHENA.create_prepared_statement(**statement_of("one"))
assert told(run("PREPARE two FROM SELECT 2"))[0] == "SUCCEEDED"
fails(invalid, ATHENA.create_prepared_statement, prepared, **statement_of("three"))
fails_to_run("PREPARE three FROM SELECT 3", prepared)
assert told(run("PREPARE two FROM SELECT 4"))[0] == "SUCCEEDED"
print("passed")
