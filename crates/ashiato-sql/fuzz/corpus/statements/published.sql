-- Statements as articles about CloudTrail print them, placeholders and typographic quotes included.

CREATE EXTERNAL TABLE cloudtrail_logs_pp(
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
    vpcEndpointId STRING
  )
PARTITIONED BY (
   `timestamp` string)
ROW FORMAT SERDE 'com.amazon.emr.hive.serde.CloudTrailSerde'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION
  's3://バケット名/AWSLogs/アカウントID/CloudTrail/ap-northeast-1/'
TBLPROPERTIES (
  'projection.enabled'='true',
  'projection.timestamp.format'='yyyy/MM/dd',
  'projection.timestamp.interval'='1',
  'projection.timestamp.interval.unit'='DAYS',
  'projection.timestamp.range'='2021/01/01,NOW',
  'projection.timestamp.type'='date',
  'storage.location.template'='s3://バケット名/AWSLogs/アカウントID/CloudTrail/ap-northeast-1/${timestamp}');

select
  count (*) as TotalEvents,
  eventname,
  useridentity.invokedby
from
  cloudtrail_logs_app
where
  'timestamp' >= '2021-01-01T00:00:00Z'
  and useridentity.type = 'Root'
group by
  useridentity.username,
  eventname,
  useridentity.invokedby
order by
  TotalEvents desc;

select count (*) as TotalEvents, eventname, errorcode, errormessage
from cloudtrail_logs_pp
where errorcode is not null
and 'timestamp' >= '2021-01-01T00:00:00Z'
group by eventname, errorcode, errormessage
order by TotalEvents desc
limit 10;

SELECT * 
FROM "default"."cloudtrail_logs_test_cloudtrail_bucket" 
limit 10;

SELECT *
FROM "default"."cloudtrail_logs_test_cloudtrail_bucket"
WHERE userIdentity.userName = 'testuser';

SELECT eventTime, userIdentity.username, eventSource, eventName, awsRegion 
FROM "default"."cloudtrail_logs_test_cloudtrail_bucket"
WHERE eventTime >= '2023-10-27 00:00:30' AND eventTime <= '2023-10-27 05:00:00' 
order by eventtime desc 
LIMIT 100;

SELECT eventtime, useridentity.userName, eventname
FROM "default"."cloudtrail_logs_test_cloudtrail_bucket"
WHERE eventname like 'RunInstances'
order by eventtime desc;

SELECT eventtime, useridentity.userName, eventname
FROM "default"."cloudtrail_logs_test_cloudtrail_bucket"
WHERE eventname like 'ConsoleLogin'
order by eventtime desc;

SELECT * FROM 24ee0015-90f8-4a9b-9293-ac6cd3d774eb WHERE eventtime >=’2025-08-21 02:15:00′ ;

SELECT *
FROM "default"."table_name"
WHERE useridentity.accesskeyid LIKE '%ここにAccess Keyを記載%' limit 10;

SELECT * FROM "default"."table_name" where useridentity.accesskeyid like '%ここにAccess Keyを記載%'
and eventtime >= '2018-11-01T00:00:00Z'
and eventtime < '2019-11-19T00:00:00Z';

SELECT sourceipaddress FROM "default"."table_name" where useridentity.accesskeyid like '%ここにAccess Keyを記載%'
and eventtime >= '2018-11-01T00:00:00Z'
and eventtime < '2019-11-19T00:00:00Z' GROUP BY sourceipaddress;
