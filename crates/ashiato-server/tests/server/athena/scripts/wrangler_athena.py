# awswrangler's functions of Athena, those apart that read frames.
wr.s3.to_parquet(frame, path="s3://results/frames/", dataset=True, database="ops", table="frames", partition_cols=["day"])

# The bucket that Athena's console would make: made once, and where results go that say no place.
bucket = "s3://aws-athena-query-results-111122223333-eu-north-1/"
same([wr.athena.create_athena_bucket() for _ in range(2)], [bucket, bucket])
same(wr.athena.read_sql_query("SELECT 5 AS n", database="ops", ctas_approach=False)["n"].tolist(), [5])
assert wr.s3.list_objects(bucket)

# Tables.
described = wr.athena.describe_table("frames", database="ops", s3_output=OUT)
same(described[["Column Name", "Type", "Partition"]].values.tolist(), [
    ["n", "bigint", False], ["s", "string", False], ["day", "string", True]])
shown = wr.athena.show_create_table("frames", database="ops", s3_output=OUT)
assert shown.startswith("CREATE EXTERNAL TABLE `frames`( `n` bigint, `s` string) PARTITIONED BY ( `day` string)"), shown
wr.catalog.delete_table_if_exists("ops", "again")
again = wr.athena.generate_create_query("frames", database="ops").replace("`frames`", "`again`")
wr.athena.start_query_execution(again, database="ops", s3_output=OUT, wait=True)
same(read("SELECT * FROM again"), [])
same(wr.athena.repair_table("again", database="ops", s3_output=OUT), "SUCCEEDED")
same(wr.athena.read_sql_table("again", database="ops", s3_output=OUT).sort_values("n")["n"].tolist(), [1, 2, 3])


def ctas(table, sql="SELECT * FROM frames", **more):
    """What a table is made of, and its rows."""
    made = wr.athena.create_ctas_table(
        sql, database="ops", ctas_database="ops", ctas_table=table, s3_output="s3://results/ctas/", wait=True, **more)
    same((made["ctas_database"], made["ctas_table"]), ("ops", table))
    return read(f"SELECT * FROM {table} ORDER BY n")


all_rows = [[1, "a", "x"], [2, "b", "x"], [3, None, "y"]]
same(ctas("plain", write_compression="snappy"), all_rows)
same(ctas("parted", partitioning_info=["day"], storage_format="orc"), all_rows)
same(ctas("bucketed", bucketing_info=(["n"], 2)), all_rows)
same(ctas("lines", storage_format="TEXTFILE", field_delimiter=";"), all_rows)
same(ctas("shape", schema_only=True), [])
same(wr.catalog.get_table_types("ops", "shape"), {"n": "bigint", "s": "string", "day": "string"})
same(wr.catalog.get_partitions("ops", "parted"), {
    f"s3://results/ctas/parted/day={day}/": [day] for day in "xy"})
try:
    ctas("plain")
except wr.exceptions.QueryFailed as error:
    assert "already exists" in str(error), error
else:
    raise AssertionError("a table was made twice")


# Files of a query's rows.
def unload(path, sql="SELECT n, s, day FROM frames", **more):
    wr.athena.unload(sql, path=path, database="ops", **more)
    # awswrangler has the manifest and the metadata put in the same folder.
    return wr.s3.list_objects(path, ignore_suffix=[".csv", ".metadata"])


unloaded = unload("s3://results/u1/", partitioned_by=["day"], compression="snappy")
same(sorted(key.split("/")[4] for key in unloaded), ["day=x", "day=y"])
same(sum(len(wr.s3.read_parquet(key)) for key in unloaded), 3)
assert unload("s3://results/u2/", file_format="TEXTFILE", field_delimiter=";")
lines = unload("s3://results/u3/", file_format="JSON")
same(wr.s3.read_json(lines, lines=True).sort_values("n")["n"].tolist(), [1, 2, 3])

# Queries, and what is kept of them.
id = wr.athena.start_query_execution("SELECT 1 AS one", database="ops", s3_output=OUT)
same(wr.athena.wait_query(id)["Status"]["State"], "SUCCEEDED")
same(wr.athena.get_query_columns_types(id), {"one": "integer"})
same(wr.athena.get_query_execution(id)["Query"], "SELECT 1 AS one")
same(wr.athena.get_query_results(id).values.tolist(), [[1]])
assert id in wr.athena.list_query_executions() and id in wr.athena.list_query_executions(workgroup="primary")
none = "00000000-0000-0000-0000-000000000000"
known, unknown = wr.athena.get_query_executions([id, none], return_unprocessed=True)
same((known["QueryExecutionId"].tolist(), unknown["QueryExecutionId"].tolist()), ([id], [none]))
long = "SELECT count(*) FROM " + " CROSS JOIN ".join(f"UNNEST(sequence(1, 10000)) AS {t}({t})" for t in "abc")
running = wr.athena.start_query_execution(long, database="ops", s3_output=OUT)
wr.athena.stop_query_execution(running)
try:
    wr.athena.wait_query(running)
except wr.exceptions.QueryCancelled:
    pass
else:
    raise AssertionError("it was not stopped")
same(wr.athena.get_work_group("primary")["WorkGroup"]["State"], "ENABLED")

# Statements that are kept.
named = ATHENA.create_named_query(Name="seven", Database="ops", QueryString="SELECT 7 AS n")["NamedQueryId"]
same(read(wr.athena.get_named_query_statement(named)), [[7]])
prepared = lambda: [statement["StatementName"] for statement in wr.athena.list_prepared_statements()]
wr.athena.create_prepared_statement("SELECT 0 AS n", "by_name")
wr.athena.create_prepared_statement("SELECT n FROM frames WHERE s = ?", "by_name")
same(prepared(), ["by_name"])
same(read("EXECUTE by_name USING 'b'"), [[2]])
wr.athena.delete_prepared_statement("by_name")
same(prepared(), [])
print("passed")
