# awswrangler's frames into tables of each format and in each mode.
def kept(table):
    return read(f"SELECT n, s, day FROM {table} ORDER BY n")


all_rows = [[1, "a", "x"], [2, "b", "x"], [3, None, "y"]]
into = lambda table, **more: dict(path=f"s3://results/{table}/", dataset=True, database="ops", table=table, **more)
wr.s3.to_csv(frame, index=False, **into("lines", partition_cols=["day"]))
wr.s3.to_json(frame, orient="records", lines=True, index=False, **into("json"))
wr.s3.to_orc(frame, **into("orc"))
same([row[0] for row in kept("lines")], [1, 2, 3])  # In its CSV NULL is an empty text.
same([kept("json"), kept("orc")], [all_rows, all_rows])

# Partitions that the table's properties tell, instead of the catalog; those that are written anew.
projected = dict(projection_types={"day": "enum"}, projection_values={"day": "x,y"})
parts = into("parts", partition_cols=["day"])
wr.s3.to_parquet(frame, athena_partition_projection_settings=projected, **parts)
same(kept("parts"), all_rows)
wr.s3.to_parquet(frame[:1], mode="overwrite_partitions", **parts)
same(kept("parts"), [[1, "a", "x"], [3, None, "y"]])

# A column more, in a table of files of both kinds.
wr.s3.to_parquet(frame, mode="overwrite", **into("grown"))
wr.s3.to_parquet(frame.assign(w=1.5), mode="append", schema_evolution=True, **into("grown"))
same(read("SELECT n, w FROM grown ORDER BY n, w NULLS FIRST"), [[n, w] for n in (1, 2, 3) for w in (None, 1.5)])
wr.s3.to_parquet(frame[2:], mode="overwrite", **into("grown"))
same(kept("grown"), [[3, None, "y"]])

# A table of files that are there, told by their own schema.
columns, keys, partitions = wr.s3.store_parquet_metadata("s3://results/parts/", database="ops", table="found", dataset=True)
same((keys, len(partitions)), ({"day": "string"}, 2))
same(kept("found"), [[1, "a", "x"], [3, None, "y"]])
print("passed")
