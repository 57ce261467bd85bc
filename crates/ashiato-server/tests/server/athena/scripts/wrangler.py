# What scripts of awswrangler begin with.
os.environ.update(
    AWS_ENDPOINT_URL=ENDPOINT, AWS_ACCESS_KEY_ID="AKIDALICE", AWS_SECRET_ACCESS_KEY="secret", AWS_DEFAULT_REGION="eu-north-1")
import awswrangler as wr
import pandas as pd

wr.config.athena_query_wait_polling_delay = 0.02
OUT = "s3://results/wr/"
frame = pd.DataFrame({"n": [1, 2, 3], "s": ["a", "b", None], "day": ["x", "x", "y"]})
wr.catalog.create_database("ops", description="ours")


def read(sql):
    kept = wr.athena.read_sql_query(sql, database="ops", s3_output=OUT, ctas_approach=False)
    return kept.astype(object).where(kept.notna(), None).values.tolist()


def same(found, expected):
    assert found == expected, f"{found} instead of {expected}"
