"""What clients do with a server whose objects are in another store: `fill` the store, `use` the server, `lose` the store
while a query reads it, `stop_elsewhere` what one of two servers runs, `begin` queries at one that dies and see them
`fail_elsewhere`, `upload` at one that is killed and see that `all_given_up` is what was left, `fill_up` a quota through two
servers, and `leave_nothing` of queries that end badly: then `nothing_left` is there."""
import gzip
import json
import os
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import boto3
import pyathena
from botocore.config import Config
from botocore.exceptions import ClientError


def client(service, of):
    return boto3.client(
        service, endpoint_url=os.environ[of], region_name="us-east-1", aws_access_key_id=os.environ[of + "_ID"],
        aws_secret_access_key=os.environ[of + "_SECRET"], config=Config(retries={"total_max_attempts": 1}))


STORE = client("s3", "STORE")
TRAIL = "trail/AWSLogs/111122223333/CloudTrail/eu-north-1/2024/02/03/"


def fill():
    for bucket in ("logs", "results", "own"):
        STORE.create_bucket(Bucket=bucket)
    for number, name in enumerate(("ConsoleLogin", "StopLogging", "StopLogging")):
        record = {"eventTime": f"2024-02-03T10:0{number}:00Z", "eventName": name, "eventID": str(number)}
        body = gzip.compress(json.dumps({"Records": [record]}).encode())
        key = f"{TRAIL}{number}_CloudTrail_eu-north-1_20240203T1005Z_{number:016}.json.gz"
        STORE.put_object(Bucket="logs", Key=key, Body=body)
    STORE.put_object(Bucket="logs", Key="numbers/a.txt", Body=b"1\n2\n3\n")
    STORE.put_object(Bucket="own", Key="server/other/a.txt", Body=b"7\n")


def keys(bucket, prefix=""):
    pages = STORE.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [found["Key"] for page in pages for found in page.get("Contents", [])]


def body(bucket, key):
    return STORE.get_object(Bucket=bucket, Key=key)["Body"].read().decode()


def become(of):
    """The caller of every query from now on."""
    global ATHENA
    ATHENA = client("athena", of)


def start(sql, location="s3://results/out/", **more):
    if location:
        more["ResultConfiguration"] = {"OutputLocation": location}
    return ATHENA.start_query_execution(QueryString=sql, **more)["QueryExecutionId"]


def run(sql, **more):
    """A query as it ended."""
    id = start(sql, **more)
    while True:
        query = ATHENA.get_query_execution(QueryExecutionId=id)["QueryExecution"]
        if query["Status"]["State"] not in ("QUEUED", "RUNNING"):
            return query
        time.sleep(0.01)


def rows(sql, **more):
    query = run(sql, **more)
    assert query["Status"]["State"] == "SUCCEEDED", query
    page = ATHENA.get_query_results(QueryExecutionId=query["QueryExecutionId"])
    return query, [[datum.get("VarCharValue") for datum in row["Data"]] for row in page["ResultSet"]["Rows"]]


def refusal(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    raise AssertionError("not refused")


LOGS = f"""CREATE EXTERNAL TABLE trail (eventname string, eventtime string)
ROW FORMAT SERDE 'com.amazon.emr.hive.serde.CloudTrailSerde'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://logs/trail/AWSLogs/'"""


def use():
    rows(LOGS)
    query, found = rows("SELECT eventname, count(*) AS n FROM trail GROUP BY 1 ORDER BY 1")
    assert found == [["eventname", "n"], ["ConsoleLogin", "1"], ["StopLogging", "2"]], found
    assert query["Statistics"]["DataScannedInBytes"] > 0
    place = query["ResultConfiguration"]["OutputLocation"]
    assert place == f"s3://results/out/{query['QueryExecutionId']}.csv"
    assert body("results", place.removeprefix("s3://results/")).startswith('"eventname","n"\n"ConsoleLogin","1"\n')
    assert place.removeprefix("s3://results/") + ".metadata" in keys("results", "out/")

    # A result of many parts.
    many, _ = rows(
        "SELECT x, lpad('', 100, 'x') AS wide FROM UNNEST(sequence(1, 10000)) AS t(x) "
        "CROSS JOIN UNNEST(sequence(1, 10)) AS u(y)")
    text = body("results", "out/" + many["QueryExecutionId"] + ".csv")
    assert text.count("\n") == 100001 and text.endswith('"\n') and len(text) > 10 << 20

    # What writes, and a table that Glue was told of.
    rows("CREATE EXTERNAL TABLE numbers (n int) LOCATION 's3://logs/numbers/'")
    rows("CREATE TABLE made WITH (format = 'PARQUET', external_location = 's3://results/made/') AS SELECT n FROM numbers")
    assert len(keys("results", "made/")) >= 1
    rows("INSERT INTO made SELECT 10")
    assert rows("SELECT sum(n) AS s FROM made")[1] == [["s"], ["16"]]
    rows("UNLOAD (SELECT n FROM numbers) TO 's3://results/unloaded/' WITH (format = 'JSON')")
    assert len(keys("results", "unloaded/")) >= 1
    glue = client("glue", "FRONT")
    described = glue.get_table(DatabaseName="default", Name="numbers")["Table"]
    glue.create_table(DatabaseName="default", TableInput={
        "Name": "again", "TableType": "EXTERNAL_TABLE", "StorageDescriptor": described["StorageDescriptor"]})
    assert rows("SELECT count(*) AS c FROM again")[1] == [["c"], ["3"]]

    # A client that asks for rows needs to know of one endpoint alone.
    connection = pyathena.connect(
        s3_staging_dir="s3://results/out/", endpoint_url=os.environ["FRONT"], region_name="us-east-1",
        aws_access_key_id=os.environ["FRONT_ID"], aws_secret_access_key=os.environ["FRONT_SECRET"])
    assert connection.cursor().execute("SELECT sum(n), max(n) FROM numbers").fetchall() == [(6, 3)]

    # Managed results are in the server's folder, and no query sees them there.
    managed = {"ManagedQueryResultsConfiguration": {"Enabled": True}, "EnforceWorkGroupConfiguration": True}
    ATHENA.create_work_group(Name="managed", Configuration=managed)
    query, found = rows("SELECT 5 AS n", location=None, WorkGroup="managed")
    assert found == [["n"], ["5"]]
    kept = keys("own", "server/ashiato-managed-query-results/")
    assert any(query["QueryExecutionId"] in key for key in kept), kept
    rows("CREATE EXTERNAL TABLE own (n int) LOCATION 's3://own/server/'")
    assert rows("SELECT sum(n) AS s FROM own")[1] == [["s"], ["7"]]
    rows("CREATE EXTERNAL TABLE sly (n string) LOCATION 's3://own/server/ashiato-managed-query-results/'")
    assert rows("SELECT count(*) AS c FROM sly")[1] == [["c"], ["0"]]

    # Buckets that are not there.
    assert refusal(start, sql="SELECT 1", location="s3://nowhere-at-all/")[1] == \
        "Unable to verify/create output bucket nowhere-at-all"
    for place, bucket in (("ashiato-managed-query-results", "ashiato-managed-query-results"),
                          ("own/server/ashiato-managed-query-results", "own")):
        assert refusal(start, sql="SELECT 1", location=f"s3://{place}/")[1] == \
            f"Unable to verify/create output bucket {bucket}"
    rows("CREATE EXTERNAL TABLE gone (n int) LOCATION 's3://nowhere-at-all/x/'")
    status = run("SELECT * FROM gone")["Status"]
    assert status["State"] == "FAILED" and "NoSuchBucket" in status["StateChangeReason"], status

    # Rights are this server's to decide.
    iam = client("iam", "FRONT")
    iam.create_user(UserName="reader")
    allowed = [{"Effect": "Allow", "Action": ["athena:*", "glue:*"], "Resource": "*"},
               {"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::results", "arn:aws:s3:::results/*"]}]
    iam.put_user_policy(UserName="reader", PolicyName="some", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": allowed}))
    key = iam.create_access_key(UserName="reader")["AccessKey"]
    os.environ |= {"READER": os.environ["FRONT"], "READER_ID": key["AccessKeyId"], "READER_SECRET": key["SecretAccessKey"]}
    become("READER")
    assert rows("SELECT sum(n) AS s FROM made")[1] == [["s"], ["16"]]
    status = run("SELECT count(*) FROM trail")["Status"]
    assert status["State"] == "FAILED", status
    assert "s3:ListBucket" in status["StateChangeReason"], status

    # What an object is tagged with decides who may read it. The store is asked for that.
    listed = [{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::logs"}]

    def on_tag(effect, operator, value):
        condition = {operator: {"s3:ExistingObjectTag/Class": value}}
        return {"Effect": effect, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::logs/*", "Condition": condition}

    def may_read(statement, *more):
        document = {"Version": "2012-10-17", "Statement": allowed + listed + [statement, *more]}
        iam.put_user_policy(UserName="reader", PolicyName="some", PolicyDocument=json.dumps(document))
        status = run("SELECT sum(n) FROM numbers")["Status"]
        if status["State"] == "FAILED":
            assert "is not authorized to perform: s3:GetObject" in status["StateChangeReason"], status
        return status["State"] == "SUCCEEDED"

    all_objects = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
    is_public, is_secret = on_tag("Allow", "StringEquals", "public"), on_tag("Deny", "StringEquals", "007 = secret")
    assert not may_read(is_public), "it has no tag"
    assert may_read(is_secret, all_objects)
    STORE.put_object_tagging(Bucket="logs", Key="numbers/a.txt", Tagging={"TagSet": [
        {"Key": "other", "Value": "007 = secret"}, {"Key": "class", "Value": "public"}]})
    assert may_read(is_public) and may_read(is_secret, all_objects)
    STORE.put_object_tagging(Bucket="logs", Key="numbers/a.txt", Tagging={"TagSet": [
        {"Key": "class", "Value": "007 = secret"}]})
    assert not may_read(is_public) and not may_read(is_secret, all_objects)
    assert may_read(on_tag("Allow", "StringLike", "*secret"))
    STORE.delete_object_tagging(Bucket="logs", Key="numbers/a.txt")
    assert may_read(is_secret, all_objects)

    # S3 is not served here; where it is, those learn who are known.
    code, message = refusal(client("s3", "FRONT").list_buckets)
    assert code == "NotImplemented" and os.environ["STORE"] in message, (code, message)
    try:
        urllib.request.urlopen(os.environ["FRONT"] + "/logs/numbers/a.txt")
    except urllib.error.HTTPError as error:
        text = error.read().decode()
        assert error.code == 403 and "AccessDenied" in text and os.environ["STORE"] not in text, text
    else:
        raise AssertionError("let in")


def lose():
    rows(LOGS)
    assert rows("SELECT 1 AS n")[1] == [["n"], ["1"]]
    status = run("SELECT eventname FROM trail")["Status"]
    assert status["State"] == "FAILED", status
    assert status["StateChangeReason"].startswith(
        "OBJECT_STORE_ERROR: The object store at " + os.environ["STORE"] + " failed: "), status
    assert status["AthenaError"]["Retryable"] is True, status
    # And so does one that comes later, while all else works.
    status = run("SELECT 1")["Status"]
    assert status["State"] == "FAILED" and os.environ["STORE"] in status["StateChangeReason"], status
    assert "Connection refused" in status["StateChangeReason"], status
    assert ATHENA.list_work_groups()["WorkGroups"]


LONG = """SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 10000)) AS b(y)
CROSS JOIN UNNEST(sequence(1, 10000)) AS c(z)"""


def stop_elsewhere():
    os.environ |= {"OTHER_ID": os.environ["FRONT_ID"], "OTHER_SECRET": os.environ["FRONT_SECRET"]}
    other = client("athena", "OTHER")

    def state(of, id):
        return of.get_query_execution(QueryExecutionId=id)["QueryExecution"]["Status"]["State"]

    # What one has answered the other can tell.
    query, _ = rows("SELECT 1 AS n")
    page = other.get_query_results(QueryExecutionId=query["QueryExecutionId"])
    assert page["ResultSet"]["Rows"][1]["Data"][0]["VarCharValue"] == "1", page

    runs, waits = start(LONG), start(LONG)
    while state(other, runs) == "QUEUED":
        time.sleep(0.01)
    assert (state(other, runs), state(other, waits)) == ("RUNNING", "QUEUED")
    for id in (waits, runs):
        other.stop_query_execution(QueryExecutionId=id)
        assert [state(server, id) for server in (other, ATHENA)] == ["CANCELLED"] * 2
    assert rows("SELECT 2 AS n")[1] == [["n"], ["2"]]
    assert state(ATHENA, runs) == "CANCELLED"


def begin():
    """One that runs and has parts in the store, and one that waits."""
    runs, waits = upload(), start(LONG)
    print(runs, waits)


def fail_elsewhere(*ids):
    """Waits until what a server left that was killed has failed, at another."""
    for id in ids:
        while (query := ATHENA.get_query_execution(QueryExecutionId=id)["QueryExecution"])["Status"]["State"] in (
                "QUEUED", "RUNNING"):
            time.sleep(0.05)
        status = query["Status"]
        assert status["State"] == "FAILED" and status["AthenaError"]["Retryable"], status
        assert status["StateChangeReason"].startswith("The server that ran the query"), status
    assert rows("SELECT 1 AS n")[1] == [["n"], ["1"]]
    all_given_up()


def uploads_of(bucket="results"):
    return [upload["Key"] for upload in STORE.list_multipart_uploads(Bucket=bucket).get("Uploads", [])]


WIDE = "lpad('', 1000, 'x') AS wide"
MANY = "UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 10000)) AS b(y)"
# Each writes more than one part before it would end, or fails at the last of ten thousand rows.
ENDLESS = {
    "SELECT": f"SELECT {WIDE} FROM {MANY}",
    "CTAS": f"CREATE TABLE made WITH (format = 'TEXTFILE', write_compression = 'NONE', external_location = 's3://results/made/') AS SELECT {WIDE} FROM {MANY}",
    "UNLOAD": f"UNLOAD (SELECT {WIDE} FROM {MANY}) TO 's3://results/unloaded/' WITH (format = 'TEXTFILE', compression = 'NONE')",
    "INSERT": f"INSERT INTO kept SELECT {WIDE} FROM {MANY}"}
FAILING = "FROM UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 5)) AS b(y)"


def leave_nothing():
    """Whatever ends a query that writes, no part of it is left in the store."""
    rows("CREATE TABLE kept WITH (format = 'TEXTFILE', write_compression = 'NONE', external_location = 's3://results/kept/') "
         "AS SELECT 'a' AS wide")
    kept = keys("results", "kept/")
    for kind, sql in ENDLESS.items():
        id = start(sql)
        while not uploads_of():
            state = ATHENA.get_query_execution(QueryExecutionId=id)["QueryExecution"]["Status"]
            assert state["State"] in ("QUEUED", "RUNNING"), (kind, state)
            time.sleep(0.01)
        ATHENA.stop_query_execution(QueryExecutionId=id)
        # One query runs at a time: when this one does, the work of the one before has ended.
        rows("SELECT 1 AS n")
        assert uploads_of() == [], (kind, uploads_of())
        assert not [key for key in keys("results") if id in key or "unloaded/" in key or "made/" in key], (kind, keys("results"))
    assert keys("results", "kept/") == kept
    # It fails when it has written.
    fails = f"{WIDE}, 1 / (10000 - x) AS n {FAILING}"
    for sql in (f"SELECT {fails}",
                f"UNLOAD (SELECT {fails}) TO 's3://results/unloaded/' WITH (format = 'TEXTFILE', compression = 'NONE')"):
        status = run(sql)["Status"]
        assert status["State"] == "FAILED" and "Division by zero" in status["StateChangeReason"], status
        if sql.startswith("UNLOAD"):
            assert "begun in s3://results/unloaded/ w" in status["StateChangeReason"], status
        assert uploads_of() == [] and keys("results", "unloaded/") == [], (sql, uploads_of())
    # Its work group lets it read no more.
    STORE.put_object(Bucket="logs", Key="lines/a.txt", Body=(b"x" * 999 + b"\n") * 11000)
    rows("CREATE EXTERNAL TABLE lines (a string) LOCATION 's3://logs/lines/'")
    ATHENA.create_work_group(Name="small", Configuration={
        "EnforceWorkGroupConfiguration": False, "BytesScannedCutoffPerQuery": 10_000_000})
    status = run("SELECT a FROM lines", WorkGroup="small")["Status"]
    assert status["State"] == "CANCELLED" and "limit was exceeded" in status["StateChangeReason"], status
    rows("SELECT 1 AS n")
    assert uploads_of() == []
    # A managed result.
    managed = {"ManagedQueryResultsConfiguration": {"Enabled": True}, "EnforceWorkGroupConfiguration": True}
    ATHENA.create_work_group(Name="managed", Configuration=managed)
    id = start(ENDLESS["SELECT"], location=None, WorkGroup="managed")
    while not uploads_of("own"):
        time.sleep(0.01)
    ATHENA.stop_query_execution(QueryExecutionId=id)
    rows("SELECT 1 AS n")
    assert uploads_of("own") == []
    # One that the server's stop finds at its work.
    start(ENDLESS["SELECT"])
    while not uploads_of():
        time.sleep(0.01)


def nothing_left():
    assert uploads_of() == [], uploads_of()


def upload():
    """A query that has parts in the store, and an upload of somebody else's beside it."""
    STORE.create_multipart_upload(Bucket="results", Key="out/somebody's")
    runs = start(ENDLESS["SELECT"])
    while len(uploads_of()) < 2:
        time.sleep(0.01)
    return runs


def all_given_up():
    """What a killed server left goes, and nothing else does."""
    deadline = time.monotonic() + 180
    while uploads_of() != ["out/somebody's"]:
        assert time.monotonic() < deadline, uploads_of()
        time.sleep(0.05)


def fill_up():
    """Each of two servers makes databases until it is told that there are too many."""
    os.environ |= {"OTHER_ID": os.environ["FRONT_ID"], "OTHER_SECRET": os.environ["FRONT_SECRET"]}

    def fill(glue, name):
        for number in range(30):
            try:
                glue.create_database(DatabaseInput={"Name": f"{name}{number}"})
            except ClientError as error:
                assert error.response["Error"]["Code"] == "ResourceNumberLimitExceededException", error
                return

    with ThreadPoolExecutor() as threads:
        fillers = [threads.submit(fill, client("glue", of), f"{of.lower()}{count}") for of in ("FRONT", "OTHER") for count in "abcd"]
        [filler.result() for filler in fillers]
    databases = client("glue", "OTHER").get_paginator("get_databases").paginate()
    names = [database["Name"] for page in databases for database in page["DatabaseList"]]
    assert len(names) == 41 and "default" in names, names

    def make(athena, name):
        try:
            athena.create_data_catalog(Name=name, Type="GLUE", Parameters={"catalog-id": "111122223333"})
            return True
        except ClientError as error:
            assert error.response["Error"]["Code"] == "InvalidRequestException", error
            assert "already exists" in error.response["Error"]["Message"], error
            return False

    # Names that differ only by case are one.
    servers = [client("athena", of) for of in ("FRONT", "OTHER")]
    with ThreadPoolExecutor() as threads:
        for number in range(20):
            made = [threads.submit(make, athena, name) for athena, name in zip(servers, (f"Name{number}", f"nAME{number}"))]
            assert sorted(one.result() for one in made) == [False, True], number


if "FRONT" in os.environ:
    become("FRONT")
PARTS = (fill, use, lose, stop_elsewhere, begin, fail_elsewhere, leave_nothing, nothing_left, upload, all_given_up, fill_up)
{part.__name__: part for part in PARTS}[sys.argv[1]](*sys.argv[2:])
