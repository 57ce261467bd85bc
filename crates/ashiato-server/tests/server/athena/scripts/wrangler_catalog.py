# awswrangler's functions of the catalog.
same(wr.catalog.databases().values.tolist(), [["default", ""], ["ops", "ours"]])
wr.catalog.create_database("ops", exist_ok=True)
try:
    wr.catalog.create_database("ops")
except wr.exceptions.AlreadyExists:
    pass
else:
    raise AssertionError("a database was made twice")

# A table over files that are there, and its partitions.
for day, rows in frame.groupby("day"):
    wr.s3.to_parquet(rows[["n", "s"]], path=f"s3://results/made/day={day}/f.parquet")
wr.catalog.create_parquet_table(
    "ops", "made", path="s3://results/made/", columns_types={"n": "bigint", "s": "string"},
    partitions_types={"day": "string"}, description="made of files", parameters={"source": "x"},
    columns_comments={"n": "number"})
same((wr.catalog.does_table_exist("ops", "made"), wr.catalog.does_table_exist("ops", "none")), (True, False))
same(wr.catalog.get_table_types("ops", "made"), {"n": "bigint", "s": "string", "day": "string"})
same(wr.catalog.get_table_types("ops", "none"), None)
same(read("SELECT * FROM made"), [])
for _ in range(2):  # The second time it is there already, which awswrangler passes over.
    wr.catalog.add_parquet_partitions("ops", "made", partitions_values={"s3://results/made/day=x/": ["x"]})
same(wr.catalog.get_parquet_partitions("ops", "made"), {"s3://results/made/day=x/": ["x"]})
same(wr.athena.repair_table("made", database="ops", s3_output=OUT), "SUCCEEDED")
same(wr.catalog.get_partitions("ops", "made", expression="day = 'y'"), {"s3://results/made/day=y/": ["y"]})
same(read("SELECT * FROM made ORDER BY n"), [[1, "a", "x"], [2, "b", "x"], [3, None, "y"]])

# Looking for tables.
listed = wr.catalog.tables(database="ops").values.tolist()
same(listed, [["ops", "made", "made of files", "EXTERNAL_TABLE", "n, s", "day"]])
same(wr.catalog.tables().values.tolist(), listed)
for look in [dict(name_contains="ad"), dict(name_prefix="ma", name_suffix="e"), dict(search_text="made")]:
    same(wr.catalog.tables(**look)["Table"].tolist(), ["made"])
same(len(wr.catalog.tables(name_prefix="none")), 0)
same([table["Name"] for table in wr.catalog.search_tables(text="made")], ["made"])
same([table["Name"] for table in wr.catalog.get_tables(database="ops", name_contains="mad")], ["made"])

# What a table is, and what is changed of it: each change is a version.
same(wr.catalog.table("ops", "made").values.tolist(), [
    ["n", "bigint", False, "number"], ["s", "string", False, ""], ["day", "string", True, ""]])
same(wr.catalog.get_table_location("ops", "made"), "s3://results/made/")
same(wr.catalog.get_table_description("ops", "made"), "made of files")
same(wr.catalog.get_columns_comments("ops", "made"), {"n": "number", "s": None, "day": None})
same(wr.catalog.get_table_parameters("ops", "made")["source"], "x")
same(wr.catalog.upsert_table_parameters({"a": "b"}, "ops", "made")["a"], "b")
wr.catalog.overwrite_table_parameters({"classification": "parquet", "c": "d"}, "ops", "made")
same(wr.catalog.get_table_parameters("ops", "made"), {"classification": "parquet", "c": "d"})
wr.catalog.add_column("ops", "made", "extra", "double", column_comment="late")
same(wr.catalog.get_table_types("ops", "made"), {"n": "bigint", "s": "string", "extra": "double", "day": "string"})
wr.catalog.delete_column("ops", "made", "extra")
same((wr.catalog.get_table_number_of_versions("ops", "made"), len(wr.catalog.get_table_versions("ops", "made"))), (3, 3))

# Other formats.
wr.catalog.create_orc_table("ops", "o", path="s3://results/o/", columns_types={"n": "bigint"})
wr.catalog.create_csv_table(
    "ops", "c", path="s3://results/c/", columns_types={"n": "bigint"}, partitions_types={"day": "string"},
    skip_header_line_count=1)
wr.catalog.create_json_table("ops", "j", path="s3://results/j/", columns_types={"n": "bigint"})
wr.catalog.add_csv_partitions("ops", "c", partitions_values={"s3://results/c/day=x/": ["x"]})
same(wr.catalog.get_csv_partitions("ops", "c"), {"s3://results/c/day=x/": ["x"]})
same([read(f"SELECT * FROM {table}") for table in "ocj"], [[], [], []])

# What is taken away.
wr.catalog.delete_partitions("made", "ops", [["x"]])
same(wr.catalog.get_partitions("ops", "made"), {"s3://results/made/day=y/": ["y"]})
same(wr.catalog.delete_all_partitions("made", "ops"), [["y"]])
same(wr.catalog.get_partitions("ops", "made"), {})
same([wr.catalog.delete_table_if_exists("ops", "made") for _ in range(2)], [True, False])
wr.catalog.delete_database("ops")
same(wr.catalog.databases()["Database"].tolist(), ["default"])
print("passed")
