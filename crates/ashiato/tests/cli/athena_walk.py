"""The articles' walk through Athena, with AWS's command line: a bucket of logs, a table of it, a place for results, their
statements, pages, files."""
import csv, io, json, os, subprocess, sys, tempfile

ASHIATO, AWS = os.environ["ASHIATO"], os.path.join(os.path.dirname(sys.executable), "aws")
BUCKET, RESULTS, TABLE = "test-cloudtrail-bucket", "query-results", "cloudtrail_logs_test_cloudtrail_bucket"


def run(*command, code=0):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == code, (command, done.returncode, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout, done.stderr


def aws(*command):
    out, _ = run(AWS, *command, "--output", "json")
    return json.loads(out) if out else None


def asked(sql):
    """The id of a query that succeeded."""
    query = aws("athena", "start-query-execution", "--query-string", sql, "--query-execution-context", "Database=default")["QueryExecutionId"]
    while True:
        status = aws("athena", "get-query-execution", "--query-execution-id", query)["QueryExecution"]["Status"]
        if status["State"] not in ("QUEUED", "RUNNING"):
            assert status["State"] == "SUCCEEDED", (sql, status)
            return query


def file(query):
    """Its result, from the place that the work group names."""
    return run(AWS, "s3", "cp", f"s3://{RESULTS}/{query}.csv", "-")[0]


def rows(query, *more):
    got = aws("athena", "get-query-results", "--query-execution-id", query, *more)
    return [[cell.get("VarCharValue") for cell in row["Data"]] for row in got["ResultSet"]["Rows"]]


logs = os.path.join(tempfile.mkdtemp(), "logs")
made = ["--events", "2000", "--days", "3", "--accounts", "1", "--regions", "2", "--start", "2023-10-26", "--seed", "7"]
run(ASHIATO, "generate", *made, "--incident", "leaked-key", logs)
for bucket in (BUCKET, RESULTS):
    run(AWS, "s3", "mb", f"s3://{bucket}")
run(AWS, "s3", "sync", "--only-show-errors", logs, f"s3://{BUCKET}")

# "Create Athena table", as CloudTrail's console offers it.
create = [ASHIATO, "athena", "create-table", "--bucket"]
_, said = run(*create, RESULTS, code=2)
assert f"s3://{RESULTS}/: no AWSLogs/ACCOUNT/CloudTrail/REGION/ is below it" in said, said
shown, _ = run(*create, BUCKET, "--dry-run")
assert aws("glue", "get-tables", "--database-name", "default")["TableList"] == []
aws("athena", "update-work-group", "--work-group", "primary", "--configuration-updates",
    f"ResultConfigurationUpdates={{OutputLocation=s3://{RESULTS}/}}")
printed, said = run(*create, BUCKET)
assert printed == shown and printed.startswith("CREATE EXTERNAL TABLE"), printed
assert f"made the table default.{TABLE}" in said, said
_, said = run(*create, BUCKET, code=1)
assert "already exists" in said, said

# The editor's first query, by pages and from the file.
ten = asked(f'SELECT * \nFROM "default"."{TABLE}" \nlimit 10;')
told = rows(ten)
assert len(told) == 11 and told[0][:3] == ["eventversion", "useridentity", "eventtime"], told[0]
page = aws("athena", "get-query-results", "--query-execution-id", ten, "--max-items", "4", "--page-size", "4")
assert len(page["ResultSet"]["Rows"]) == 4, page
assert rows(ten, "--max-items", "4", "--starting-token", page["NextToken"])[:1] == told[4:5]
assert rows(ten, "--page-size", "3") == told
assert [[cell or None for cell in row] for row in csv.reader(io.StringIO(file(ten)))] == told

# What the articles ask, of the table that was made and of one that is made by hand, against the same files at home.
by_hand = printed.replace(TABLE, "cloudtrail_logs_pp")
asked(by_hand.rstrip().rstrip(";"))
for sql in (
    "SELECT eventtime, useridentity.userName, eventsource, eventname, awsregion FROM cloudtrail_logs_pp "
    "WHERE useridentity.userName IS NOT NULL AND eventtime >= '2023-10-26T00:00:00Z' ORDER BY eventtime DESC, eventid LIMIT 50",
    "SELECT eventtime, useridentity.userName, eventname FROM cloudtrail_logs_pp WHERE eventname like 'AssumeRole' "
    "order by eventtime desc, eventid",
    "select count (*) as TotalEvents, eventname, errorcode, errormessage from cloudtrail_logs_pp where errorcode is not null "
    "and 'timestamp' >= '2021-01-01T00:00:00Z' group by eventname, errorcode, errormessage order by TotalEvents desc, 2, 3, 4 limit 10",
    "select count (*) as TotalEvents, eventname, useridentity.invokedby from cloudtrail_logs_pp where useridentity.type = 'Root' "
    "group by useridentity.username, eventname, useridentity.invokedby order by TotalEvents desc, 2, 3",
):
    query = asked(sql)
    at_home, _ = run(ASHIATO, "query", "--quiet", "--bucket", f"{BUCKET}={logs}", "--output", "csv", f"{by_hand}\n{sql}")
    assert at_home.count("\n") > 1 and file(query) == at_home, (sql, at_home)
print("walked")
