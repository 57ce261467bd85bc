"""The eight questions, each in the SQL of the three engines. `{t}` is the table, the other names are constants."""
from dataclasses import dataclass

SPAN = ["eventTime", "eventName", "eventSource", "awsRegion", "sourceIPAddress", "userAgent", "errorCode"]


@dataclass
class Question:
    """A question: its SQL, what the rivals must read for it, and how much of decompression it may cost."""

    name: str
    title: str
    goal: float
    ashiato: str
    duckdb: str
    clickhouse: str
    # What the rivals are told to read: nothing else, which is their best.
    columns: list
    identity: str | None = None
    # The columns that are compared where the engines do not select the same ones.
    compared: list | None = None


QUESTIONS = [
    Question(
        "count", "count of all records", 1.2,
        "SELECT count(*) FROM cloudtrail_logs",
        "SELECT count(*) FROM {t}",
        "SELECT count() FROM {t}",
        ["eventID"],
    ),
    Question(
        "access-key", "what one access key did", 1.1,
        "SELECT eventtime, eventname, eventsource, awsregion, sourceipaddress, useragent, errorcode, requestparameters,"
        " eventid FROM cloudtrail_logs WHERE useridentity.accesskeyid = '{key}'",
        "SELECT eventTime, eventName, eventSource, awsRegion, sourceIPAddress, userAgent, errorCode, requestParameters,"
        " eventID FROM {t} WHERE userIdentity.accessKeyId = '{key}'",
        "SELECT eventTime, eventName, eventSource, awsRegion, sourceIPAddress, userAgent, errorCode, requestParameters,"
        " eventID FROM {t} WHERE userIdentity.accessKeyId = '{key}'",
        [*SPAN, "requestParameters", "eventID", "userIdentity"], "accessKeyId",
    ),
    Question(
        "top-errors", "the ten most frequent errors", 1.25,
        "SELECT eventname, errorcode, errormessage, count(*) AS n FROM cloudtrail_logs WHERE errorcode IS NOT NULL"
        " GROUP BY 1, 2, 3 ORDER BY n DESC, 1, 2, 3 LIMIT 10",
        "SELECT eventName, errorCode, errorMessage, count(*) n FROM {t} WHERE errorCode IS NOT NULL GROUP BY 1, 2, 3"
        " ORDER BY n DESC, 1, 2, 3 NULLS LAST LIMIT 10",
        "SELECT eventName, errorCode, errorMessage, count() n FROM {t} WHERE errorCode IS NOT NULL GROUP BY 1, 2, 3"
        " ORDER BY n DESC, 1, 2, 3 NULLS LAST LIMIT 10",
        ["eventName", "errorCode", "errorMessage"],
    ),
    Question(
        "root", "what Root did", 1.2,
        "SELECT eventname, count(*) AS n FROM cloudtrail_logs WHERE useridentity.type = 'Root' GROUP BY 1"
        " ORDER BY n DESC, 1",
        "SELECT eventName, count(*) n FROM {t} WHERE userIdentity.type = 'Root' GROUP BY 1 ORDER BY n DESC, 1",
        "SELECT eventName, count() n FROM {t} WHERE userIdentity.type = 'Root' GROUP BY 1 ORDER BY n DESC, 1",
        ["eventName", "userIdentity"], "type",
    ),
    Question(
        "addresses", "a key's addresses in twelve hours", 0.3,
        "SELECT DISTINCT sourceipaddress FROM cloudtrail_logs WHERE useridentity.accesskeyid = '{busy}'"
        " AND eventtime >= '{key_from}' AND eventtime < '{key_to}'",
        "SELECT DISTINCT sourceIPAddress FROM {t} WHERE userIdentity.accessKeyId = '{busy}'"
        " AND eventTime >= TIMESTAMP '{key_from}' AND eventTime < TIMESTAMP '{key_to}'",
        "SELECT DISTINCT sourceIPAddress FROM {t} WHERE userIdentity.accessKeyId = '{busy}'"
        " AND eventTime >= '{key_from}' AND eventTime < '{key_to}'",
        ["sourceIPAddress", "eventTime", "userIdentity"], "accessKeyId",
    ),
    Question(
        "last-hundred", "the last hundred in six hours", 0.15,
        "SELECT eventtime, eventname, useridentity.arn, sourceipaddress, eventid FROM cloudtrail_logs"
        " WHERE eventtime >= '{last_from}' AND eventtime < '{last_to}' ORDER BY eventtime DESC, eventid LIMIT 100",
        "SELECT eventTime, eventName, userIdentity.arn, sourceIPAddress, eventID FROM {t} WHERE eventTime >="
        " TIMESTAMP '{last_from}' AND eventTime < TIMESTAMP '{last_to}' ORDER BY eventTime DESC, eventID LIMIT 100",
        "SELECT eventTime, eventName, userIdentity.arn, sourceIPAddress, eventID FROM {t} WHERE eventTime >="
        " '{last_from}' AND eventTime < '{last_to}' ORDER BY eventTime DESC, eventID LIMIT 100",
        ["eventTime", "eventName", "userIdentity", "sourceIPAddress", "eventID"], "arn",
    ),
    Question(
        "buckets", "S3 calls by bucket, from requestParameters", 1.4,
        "SELECT json_extract_scalar(requestparameters, '$.bucketName') AS b, count(*) AS n FROM cloudtrail_logs"
        " WHERE eventsource = 's3.amazonaws.com' GROUP BY 1 ORDER BY n DESC, 1 LIMIT 20",
        "SELECT requestParameters->>'$.bucketName' b, count(*) n FROM {t} WHERE eventSource = 's3.amazonaws.com'"
        " GROUP BY 1 ORDER BY n DESC, 1 NULLS LAST LIMIT 20",
        "SELECT nullIf(JSONExtractString(ifNull(requestParameters, ''), 'bucketName'), '') b, count() n FROM {t}"
        " WHERE eventSource = 's3.amazonaws.com' GROUP BY 1 ORDER BY n DESC, 1 NULLS LAST LIMIT 20",
        ["eventSource", "requestParameters"],
    ),
    Question(
        "user", "SELECT * for one user", 1.2,
        "SELECT * FROM cloudtrail_logs WHERE useridentity.username = '{user}'",
        "SELECT * FROM {t} WHERE userIdentity.userName = '{user}'",
        "SELECT * FROM {t} WHERE userIdentity.userName = '{user}'",
        ["*"],
        compared=[*SPAN, "errorMessage", "requestID", "eventID", "eventType", "recipientAccountId", "eventCategory"],
    ),
]

# Every column that AWS's table for CloudTrail logs has.
EVERY_COLUMN = (
    "eventversion useridentity eventtime eventsource eventname awsregion sourceipaddress useragent errorcode errormessage"
    " requestparameters responseelements additionaleventdata requestid eventid resources eventtype apiversion readonly"
    " recipientaccountid serviceeventdetails sharedeventid vpcendpointid vpcendpointaccountid eventcategory addendum"
    " sessioncredentialfromconsole edgedevicedetails tlsdetails"
).split()


def all_columns():
    """A query that must materialise every column of every record."""
    return f"SELECT {', '.join(f'count({column})' for column in EVERY_COLUMN)} FROM cloudtrail_logs"
