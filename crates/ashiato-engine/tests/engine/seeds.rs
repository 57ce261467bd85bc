//! Statements as five Japanese articles on CloudTrail, Athena and CloudTrail Lake print them, with their placeholders
//! filled.

use super::run;
use ashiato_engine::SessionOptions;
use std::path::Path;

const ACCOUNT: &str = "123456789012";

/// Eight events of three days, delivered as CloudTrail delivers them.
pub(crate) fn bucket() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let identity = |kind: &str, name: &str, key: &str| {
        format!(
            r#"{{"type":"{kind}","principalId":"P","arn":"arn:aws:iam::{ACCOUNT}:user/{name}","accountId":"{ACCOUNT}","accessKeyId":"{key}","userName":"{name}"}}"#
        )
    };
    let root_user = format!(
        r#"{{"type":"Root","principalId":"{ACCOUNT}","arn":"arn:aws:iam::{ACCOUNT}:root","accountId":"{ACCOUNT}","invokedBy":"support.amazonaws.com"}}"#
    );
    let test_user = identity("IAMUser", "testuser", "AKIAIOSFODNN7EXAMPLE");
    let alice = identity("IAMUser", "Alice", "AKIAI44QH8DHBEXAMPLE");
    let event = |time: &str, source: &str, name: &str, identity: &str, address: &str, rest: &str| {
        format!(
            r#"{{"eventVersion":"1.08","userIdentity":{identity},"eventTime":"{time}","eventSource":"{source}.amazonaws.com","eventName":"{name}","awsRegion":"ap-northeast-1","sourceIPAddress":"{address}","userAgent":"cli","requestParameters":null,"responseElements":null,"eventID":"{time}{name}"{rest}}}"#
        )
    };
    let denied = r#","errorCode":"AccessDenied","errorMessage":"no""#;
    let days = [
        ("2018/11/02", vec![event("2018-11-02T10:00:00Z", "s3", "GetObject", &test_user, "198.51.100.7", "")]),
        (
            "2021/10/05",
            vec![
                event("2021-10-05T01:00:00Z", "iam", "CreateUser", &root_user, "203.0.113.9", ""),
                event("2021-10-05T01:01:00Z", "iam", "CreateUser", &root_user, "203.0.113.9", ""),
                event("2021-10-05T02:00:00Z", "s3", "GetBucketPolicy", &alice, "203.0.113.5", denied),
            ],
        ),
        (
            "2023/10/27",
            vec![
                event("2023-10-27T00:10:00Z", "ec2", "RunInstances", &test_user, "198.51.100.7", ""),
                event("2023-10-27T04:59:59Z", "signin", "ConsoleLogin", &alice, "203.0.113.5", ""),
                event("2023-10-27T06:00:00Z", "s3", "GetBucketPolicy", &alice, "203.0.113.5", denied),
                event("2023-10-27T06:01:00Z", "s3", "ListBuckets", &alice, "203.0.113.5", denied),
            ],
        ),
        ("2025/08/21", vec![event("2025-08-21T02:20:00Z", "s3", "PutObject", &alice, "203.0.113.5", "")]),
    ];
    for (day, events) in days {
        let folder = root.path().join(format!("AWSLogs/{ACCOUNT}/CloudTrail/ap-northeast-1/{day}"));
        std::fs::create_dir_all(&folder).expect("writable");
        let name = format!("{ACCOUNT}_CloudTrail_ap-northeast-1_{}T0610Z_abcdefghijklmnop.json", day.replace('/', ""));
        std::fs::write(folder.join(name), format!(r#"{{"Records":[{}]}}"#, events.join(","))).expect("writable");
    }
    root
}

pub(crate) fn logs(root: &Path) -> SessionOptions {
    SessionOptions {
        logs: vec![root.to_string_lossy().into_owned()],
        buckets: vec![("my-trail-bucket".to_string(), root.to_path_buf())],
        now: 1_763_683_200_000,
        ..SessionOptions::default()
    }
}

fn check(sql: &str, expected: &[&[&str]]) {
    let root = bucket();
    let (rows, _) = run(logs(root.path()), sql);
    assert_eq!(rows, expected, "{sql}");
}

#[test]
fn first_article_the_ten_first_rows_and_one_user() {
    let root = bucket();
    let (rows, _) =
        run(logs(root.path()), "SELECT * \nFROM \"default\".\"cloudtrail_logs_test_cloudtrail_bucket\" \nlimit 10;");
    assert_eq!(rows.len(), 9);
    let (rows, _) = run(
        logs(root.path()),
        "SELECT *\nFROM \"default\".\"cloudtrail_logs_test_cloudtrail_bucket\"\nWHERE userIdentity.userName = 'testuser';",
    );
    assert_eq!(rows.len(), 2);
}

#[test]
fn first_article_a_time_range_is_compared_as_text() {
    let sql = "SELECT eventTime, userIdentity.username, eventSource, eventName, awsRegion 
FROM \"default\".\"cloudtrail_logs_test_cloudtrail_bucket\"
WHERE eventTime >= '2023-10-27 00:00:30' AND eventTime <= '2023-10-27 05:00:00' 
order by eventtime desc 
LIMIT 100;";
    // A blank sorts before the T of every event of the day: as in Athena, nothing is at most `2023-10-27 05:00:00`.
    check(sql, &[]);
    let both = ["2023-10-27T04:59:59Z", "Alice", "signin.amazonaws.com", "ConsoleLogin", "ap-northeast-1"];
    let first = ["2023-10-27T00:10:00Z", "testuser", "ec2.amazonaws.com", "RunInstances", "ap-northeast-1"];
    check(&sql.replace("27 0", "27T0"), &[&both, &first]);
}

#[test]
fn first_article_instances_and_logins() {
    let query = |name: &str| {
        format!(
            "SELECT eventtime, useridentity.userName, eventname\nFROM \"default\".\"cloudtrail_logs_test_cloudtrail_bucket\"\nWHERE eventname like '{name}'\norder by eventtime desc;"
        )
    };
    check(&query("RunInstances"), &[&["2023-10-27T00:10:00Z", "testuser", "RunInstances"]]);
    check(&query("ConsoleLogin"), &[&["2023-10-27T04:59:59Z", "Alice", "ConsoleLogin"]]);
}

#[test]
fn second_article_typographic_quotes_and_a_bare_event_data_store() {
    let sql = "SELECT * FROM 24ee0015-90f8-4a9b-9293-ac6cd3d774eb WHERE eventtime >=’2025-08-21 02:15:00′ ;";
    let root = bucket();
    let (rows, coverage) = run(logs(root.path()), sql);
    assert_eq!(rows.len(), 1);
    assert_eq!((coverage.files_read, coverage.files_matched, coverage.folders_pruned), (1, 1, 3));
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let session = runtime.block_on(async { ashiato_engine::Session::open(logs(root.path())) }).expect("a session");
    let parsed = session.parse(sql).expect("it parses");
    assert_eq!(parsed.iter().flat_map(|parsed| &parsed.warnings).count(), 1, "the quotes are warned of");
}

/// The third article's table, its placeholders filled.
const TABLE: &str = "CREATE EXTERNAL TABLE cloudtrail_logs_pp(
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
  's3://my-trail-bucket/AWSLogs/123456789012/CloudTrail/ap-northeast-1/'
TBLPROPERTIES (
  'projection.enabled'='true',
  'projection.timestamp.format'='yyyy/MM/dd',
  'projection.timestamp.interval'='1',
  'projection.timestamp.interval.unit'='DAYS',
  'projection.timestamp.range'='2021/01/01,NOW',
  'projection.timestamp.type'='date',
  'storage.location.template'='s3://my-trail-bucket/AWSLogs/123456789012/CloudTrail/ap-northeast-1/${timestamp}')";

const ROOT_ACTIVITY: &str = "select
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
  TotalEvents desc;";

const TOP_ERRORS: &str = "select count (*) as TotalEvents, eventname, errorcode, errormessage
from cloudtrail_logs_pp
where errorcode is not null
and 'timestamp' >= '2021-01-01T00:00:00Z'
group by eventname, errorcode, errormessage
order by TotalEvents desc
limit 10;";

#[test]
fn third_article_root_activity_and_top_errors() {
    check(ROOT_ACTIVITY, &[&["2", "CreateUser", "support.amazonaws.com"]]);
    let two = ["2", "GetBucketPolicy", "AccessDenied", "no"];
    let one = ["1", "ListBuckets", "AccessDenied", "no"];
    check(&format!("{TABLE};\n{TOP_ERRORS}"), &[&two, &one]);
    check(
        &format!("{TABLE};\n{}", ROOT_ACTIVITY.replace("_app", "_pp")),
        &[&["2", "CreateUser", "support.amazonaws.com"]],
    );
}

#[test]
fn third_article_a_partition_predicate_reads_its_folders_alone() {
    let root = bucket();
    let sql =
        |filter: &str| format!("{TABLE};\nSELECT count(*), max(\"timestamp\") FROM cloudtrail_logs_pp WHERE {filter}");
    let (rows, coverage) = run(logs(root.path()), &sql("\"timestamp\" = '2023/10/27'"));
    assert_eq!(rows, [["4", "2023/10/27"]]);
    assert_eq!(coverage.files_read, 1);
    let (rows, coverage) =
        run(logs(root.path()), &sql("\"timestamp\" >= '2022/01/01' AND \"timestamp\" < '2024/01/01'"));
    assert_eq!(rows, [["4", "2023/10/27"]]);
    assert_eq!(coverage.files_read, 1);
    // 2018 lies before the projected range: the table does not have it.
    let (rows, coverage) = run(logs(root.path()), &sql("eventname IS NOT NULL"));
    assert_eq!(rows, [["8", "2025/08/21"]]);
    assert_eq!(coverage.files_read, 3);
}

#[test]
fn fourth_article_where_an_access_key_was_used() {
    let key = "useridentity.accesskeyid";
    let like = |column: &str, condition: &str, rest: &str| {
        format!(
            "SELECT {column} FROM \"default\".\"cloudtrail_logs\" where {key} {condition} '%AKIAIOSFODNN7EXAMPLE%'{rest}"
        )
    };
    let root = bucket();
    let (rows, _) = run(logs(root.path()), &like("*", "LIKE", " limit 10; "));
    assert_eq!(rows.len(), 2);
    let range = "\nand eventtime >= '2018-11-01T00:00:00Z'\nand eventtime < '2019-11-19T00:00:00Z'";
    let (rows, coverage) = run(logs(root.path()), &like("*", "like", &format!("{range};")));
    assert_eq!(rows.len(), 1);
    assert_eq!(coverage.files_read, 1);
    check(&like("sourceipaddress", "like", &format!("{range} GROUP BY sourceipaddress;")), &[&["198.51.100.7"]]);
}
