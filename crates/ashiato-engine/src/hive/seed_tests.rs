//! A table with partition projection as an article prints it, made from its text: only the days asked for are read.

use super::{Buckets, HiveTable, TableFormat, plan_locations};
use crate::catalog::{Catalog, DEFAULT_DATABASE, Ran};
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::TableName;
use chrono::{TimeZone, Utc};
use datafusion::logical_expr::{Expr, col, lit};
use futures::executor::block_on;
use std::path::PathBuf;

const STATEMENT: &str = r#"CREATE EXTERNAL TABLE cloudtrail_logs_pp(
    eventVersion STRING,
    userIdentity STRUCT<
        type: STRING,
        sessionContext: STRUCT<
            attributes: STRUCT<
                mfaAuthenticated: STRING,
                creationDate: STRING>>>,
    resources ARRAY<STRUCT<
        arn: STRING,
        accountId: STRING,
        type: STRING>>,
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
  'storage.location.template'='s3://バケット名/AWSLogs/アカウントID/CloudTrail/ap-northeast-1/${timestamp}')"#;

fn table() -> HiveTable {
    let (catalog, now) = (Catalog::default(), Utc.with_ymd_and_hms(2021, 10, 10, 3, 0, 0).single().expect("a time"));
    let statement = parse_one(STATEMENT).expect("the statement as printed").statement;
    assert_eq!(block_on(catalog.run(&statement, DEFAULT_DATABASE, now)).expect("a table"), Ran::Done);
    block_on(catalog.table(&TableName::bare("cloudtrail_logs_pp"), DEFAULT_DATABASE)).expect("a table")
}

#[test]
fn the_printed_statement_makes_a_table_of_cloudtrail_logs() {
    let table = table();
    assert_eq!(TableFormat::of(&table.definition).expect("a reader"), TableFormat::CloudTrail);
    let names: Vec<_> = table.schema().fields().iter().map(|field| field.name().clone()).collect();
    assert_eq!(names, ["eventversion", "useridentity", "resources", "vpcendpointid", "timestamp"]);
}

#[test]
fn only_the_days_asked_for_are_read() {
    let now = Utc.with_ymd_and_hms(2021, 10, 10, 3, 0, 0).single().expect("a time");
    let urls = |filters: &[Expr]| -> Vec<String> {
        let found = plan_locations(&table(), filters, now).expect("locations");
        found.into_iter().map(|location| location.url).collect()
    };
    let root = "s3://バケット名/AWSLogs/アカウントID/CloudTrail/ap-northeast-1";
    assert_eq!(urls(&[]).len(), 283);
    let recent = col("timestamp").gt_eq(lit("2021/10/09"));
    assert_eq!(urls(&[recent]), [format!("{root}/2021/10/09/"), format!("{root}/2021/10/10/")]);
    let buckets = Buckets::new([("バケット名".to_string(), PathBuf::from("/copy"))]);
    let url = buckets.resolve(&urls(&[col("timestamp").eq(lit("2021/10/09"))])[0]).expect("a place");
    assert_eq!(
        url.to_file_path().expect("a path"),
        PathBuf::from("/copy/AWSLogs/アカウントID/CloudTrail/ap-northeast-1/2021/10/09/")
    );
}
