# pandas' to_sql: through the SQLAlchemy dialect of PyAthena, and PyAthena's own, which writes files of columns.
import datetime
import pandas as pd
from pyathena import connect
from pyathena.pandas.util import to_sql
from sqlalchemy import create_engine, inspect, text

keys = dict(aws_access_key_id="AKIDALICE", aws_secret_access_key="secret", region_name="eu-north-1", endpoint_url=ENDPOINT)
os.environ.update(
    AWS_ENDPOINT_URL=ENDPOINT, AWS_ACCESS_KEY_ID="AKIDALICE", AWS_SECRET_ACCESS_KEY="secret", AWS_DEFAULT_REGION="eu-north-1")
engine = create_engine(
    "awsathena+rest://:@athena.eu-north-1.amazonaws.com:443/default?s3_staging_dir=s3%3A%2F%2Fresults%2Fsa%2F"
    "&location=s3%3A%2F%2Fresults%2Ftables%2F&poll_interval=0.01")
day, moment = datetime.date(2024, 1, 2), pd.Timestamp("2024-01-02 03:04:05.678")
rows = [[1, 1.5, "it's", day, moment, True], [2, None, None, day, moment, False], [3, -2.0, "ü\\", day, moment, None]]
frame = pd.DataFrame(rows, columns=["n", "x", "s", "d", "t", "b"])


def read(table="frames"):
    kept = pd.read_sql(f"SELECT * FROM {table} ORDER BY 1", engine)
    return kept.astype(object).where(kept.notna(), None).values.tolist()


# A table is made of a frame, with a type for each column, and rows are added to it in both ways that pandas has.
frame.to_sql("frames", engine, schema="default", index=False)
assert read() == rows, read()
with engine.connect() as connection:
    columns = [(column["name"], str(column["type"])) for column in inspect(connection).get_columns("frames")]
    made = "".join(row[0] for row in connection.execute(text("SHOW CREATE TABLE frames")))
assert columns == [
    ("n", "BIGINT"), ("x", "FLOAT"), ("s", "VARCHAR"), ("d", "DATE"), ("t", "TIMESTAMP"), ("b", "BOOLEAN")], columns
assert "s3://results/tables/default/frames/" in made, made
frame.to_sql("frames", engine, schema="default", index=False, if_exists="append")
frame.to_sql("frames", engine, schema="default", index=False, if_exists="append", method="multi")
assert read() == [row for row in rows for _ in range(3)], read()
assert pd.read_sql_table("frames", engine, schema="default")["n"].sum() == 18
try:
    frame.to_sql("frames", engine, schema="default", index=False)
except ValueError as error:
    assert str(error) == "Table 'frames' already exists.", error
else:
    raise AssertionError("a table was made twice")

# Dropping an external table leaves its files: one that is made anew in the same place finds their rows again.
frame.to_sql("frames", engine, schema="default", index=False, if_exists="replace", method="multi")
assert len(read()) == 12, read()

# PyAthena's own to_sql writes Parquet and makes the table and its partitions known by statements.
connection = connect(s3_staging_dir="s3://results/py/", poll_interval=0.01, **keys)
parted = pd.DataFrame({"n": [1, 2, 3], "s": ["a", None, "c"], "day": ["x", "x", "y"]})
where = dict(name="parted", conn=connection, location="s3://results/parted/", schema="default", partitions=["day"])
to_sql(parted, **where)
assert read("parted") == [[1, "a", "x"], [2, None, "x"], [3, "c", "y"]], read("parted")
to_sql(parted, if_exists="append", **where)
assert len(read("parted")) == 6, read("parted")
to_sql(parted, if_exists="replace", **where)
assert len(read("parted")) == 3, read("parted")
shown = connection.cursor().execute("SHOW PARTITIONS parted").fetchall()
assert shown == [("day=x",), ("day=y",)], shown
print("passed")
