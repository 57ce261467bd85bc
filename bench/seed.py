"""The tables and the query by which serving is measured: Root's activity, asked of a plain table and of one whose
partitions are projected, as an article on CloudTrail and Athena prints them.

The article's logs are of one account and one region; those of the benchmark are of several, so that the projected table
has them as partitions too. One day of it is one day of everything.
"""

COLUMNS = """
    eventVersion STRING,
    userIdentity STRUCT<
        type: STRING,
        principalId: STRING,
        arn: STRING,
        accountId: STRING,
        invokedBy: STRING,
        accessKeyId: STRING,
        userName: STRING,
        sessionContext: STRUCT<
            attributes: STRUCT<
                mfaAuthenticated: STRING,
                creationDate: STRING>,
            sessionIssuer: STRUCT<
                type: STRING,
                principalId: STRING,
                arn: STRING,
                accountId: STRING,
                userName: STRING>>>,
    eventTime STRING,
    eventSource STRING,
    eventName STRING,
    awsRegion STRING,
    sourceIpAddress STRING,
    userAgent STRING,
    errorCode STRING,
    errorMessage STRING,
    requestParameters STRING,
    responseElements STRING,
    additionalEventData STRING,
    requestId STRING,
    eventId STRING,
    readOnly STRING,
    resources ARRAY<STRUCT<
        arn: STRING,
        accountId: STRING,
        type: STRING>>,
    eventType STRING,
    apiVersion STRING,
    recipientAccountId STRING,
    serviceEventDetails STRING,
    sharedEventID STRING,
    vpcEndpointId STRING"""

FORMAT = """ROW FORMAT SERDE 'com.amazon.emr.hive.serde.CloudTrailSerde'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'"""


def plain_table(bucket):
    return f"CREATE EXTERNAL TABLE cloudtrail_logs ({COLUMNS})\n{FORMAT}\nLOCATION 's3://{bucket}/AWSLogs/'"


def projected_table(bucket, manifest):
    return f"""CREATE EXTERNAL TABLE cloudtrail_logs_pp ({COLUMNS})
PARTITIONED BY (`account` string, `region` string, `timestamp` string)
{FORMAT}
LOCATION 's3://{bucket}/AWSLogs/'
TBLPROPERTIES (
  'projection.enabled'='true',
  'projection.account.type'='enum',
  'projection.account.values'='{",".join(manifest["accounts"])}',
  'projection.region.type'='enum',
  'projection.region.values'='{",".join(manifest["regions"])}',
  'projection.timestamp.format'='yyyy/MM/dd',
  'projection.timestamp.interval'='1',
  'projection.timestamp.interval.unit'='DAYS',
  'projection.timestamp.range'='2021/01/01,NOW',
  'projection.timestamp.type'='date',
  'storage.location.template'='s3://{bucket}/AWSLogs/${{account}}/CloudTrail/${{region}}/${{timestamp}}')"""


def root_activity(table, condition):
    """What Root did. The article orders by the count alone; the ties are ordered too, for answers to be compared."""
    return f"""select count (*) as TotalEvents, eventname, useridentity.invokedby
from {table}
where {condition} and useridentity.type = 'Root'
group by useridentity.username, eventname, useridentity.invokedby
order by TotalEvents desc, 2, 3"""


def whole():
    """Not pruned: every event is later than that."""
    return root_activity("cloudtrail_logs", "eventtime >= '2021-01-01T00:00:00Z'")


def one_day(day):
    return root_activity("cloudtrail_logs_pp", f"\"timestamp\" = '{day:%Y/%m/%d}'")
