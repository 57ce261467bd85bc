"""Athena's client, and a query from its start to its end."""
import time

# What is wrong with a request is for the server to find.
ATHENA = client("athena", parameter_validation=False)
RESULTS = "s3://results/out/"


def start(sql, location=RESULTS, **more):
    if location:
        more["ResultConfiguration"] = {"OutputLocation": location}
    return ATHENA.start_query_execution(QueryString=sql, **more)["QueryExecutionId"]


def wait(id):
    """The query as it ended."""
    while True:
        query = ATHENA.get_query_execution(QueryExecutionId=id)["QueryExecution"]
        if query["Status"]["State"] not in ("QUEUED", "RUNNING"):
            return query
        time.sleep(0.005)


def run(sql, **more):
    return wait(start(sql, **more))


def rows(query, **more):
    """All rows of one page, as lists of texts; NULL is None."""
    page = ATHENA.get_query_results(QueryExecutionId=query["QueryExecutionId"], **more)
    return [[datum.get("VarCharValue") for datum in row["Data"]] for row in page["ResultSet"]["Rows"]]


def told(query):
    return query["Status"]["State"], query["Status"].get("StateChangeReason")


def refusal(call, **arguments):
    """The code, Athena's own code and the sentence of the error that a call ends in."""
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response.get("AthenaErrorCode"), error.response["Error"]["Message"]
    return "no error"
