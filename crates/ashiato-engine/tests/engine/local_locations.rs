//! Statements of others name no folder of this machine: not when a table is made or changed, and not by what another
//! session has put into the catalog.

use super::rows;
use ashiato_engine::catalog::{CatalogStore, MemoryStore};
use ashiato_engine::hive::LocalLocations;
use ashiato_engine::{Session, SessionOptions};
use std::path::Path;
use std::sync::Arc;

fn session(store: &Arc<MemoryStore>, root: &Path, local_locations: LocalLocations) -> Session {
    let options = SessionOptions {
        catalog: Some(Arc::clone(store) as Arc<dyn CatalogStore>),
        buckets: vec![("bucket".to_string(), root.join("bucket"))],
        local_locations,
        ..SessionOptions::default()
    };
    Session::open(options).expect("a session")
}

const CLOUDTRAIL: &str = "STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat' \
    OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'";
const CSV: &str = "ROW FORMAT DELIMITED FIELDS TERMINATED BY ','";

#[tokio::test]
async fn who_serves_others_opens_no_folder_to_them() {
    let root = tempfile::tempdir().expect("a temporary folder");
    for folder in ["bucket/t", "own/t"] {
        let folder = root.path().join(folder);
        std::fs::create_dir_all(&folder).expect("a writable folder");
        std::fs::write(folder.join("a.csv"), "secret\n").expect("a writable folder");
    }
    let store = Arc::new(MemoryStore::default());
    let own = root.path().join("own/t");
    let own = own.to_str().expect("a plain path");
    let allowed = session(&store, root.path(), LocalLocations::Allowed);
    let template = format!(
        "'projection.enabled'='true', 'projection.d.type'='enum', 'projection.d.values'='t',
        'storage.location.template'='{}/${{d}}/'",
        root.path().join("own").display()
    );
    let made = [
        format!("CREATE EXTERNAL TABLE by_path (a STRING) {CSV} LOCATION '{own}/'"),
        format!("CREATE EXTERNAL TABLE by_url (a STRING) {CSV} LOCATION 'file://{own}/'"),
        format!("CREATE EXTERNAL TABLE logs (eventname STRING) {CLOUDTRAIL} LOCATION '{own}/'"),
        format!("CREATE EXTERNAL TABLE logs_by_url (eventname STRING) {CLOUDTRAIL} LOCATION 'file://{own}/'"),
        format!(
            "CREATE EXTERNAL TABLE projected (a STRING) PARTITIONED BY (d STRING) {CSV} LOCATION 's3://bucket/t/'
             TBLPROPERTIES ({template})"
        ),
    ];
    for statement in &made {
        rows(&allowed, statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    let kept = ["by_path", "by_url", "projected"];
    for table in kept {
        let found = rows(&allowed, &format!("SELECT a FROM {table}")).await;
        assert_eq!(found.unwrap_or_else(|error| panic!("{table}: {error}")), [["secret"]], "{table}");
    }

    let refused = session(&store, root.path(), LocalLocations::Refused);
    let again =
        made.iter().map(|statement| statement.replacen("CREATE EXTERNAL TABLE ", "CREATE EXTERNAL TABLE new_", 1));
    let ddl = [
        "CREATE EXTERNAL TABLE escaped (a STRING) STORED AS PARQUET LOCATION 'file:/etc/'".to_string(),
        "CREATE DATABASE d LOCATION '/etc/'".to_string(),
        "ALTER TABLE by_path SET LOCATION '/etc/'".to_string(),
        "ALTER TABLE projected ADD PARTITION (d = 'x') LOCATION 'File:///etc/'".to_string(),
        "ALTER TABLE projected SET TBLPROPERTIES ('storage.location.template'='/${d}/')".to_string(),
        "MSCK REPAIR TABLE by_path".to_string(),
    ];
    let queries = kept.iter().chain(&["logs", "logs_by_url"]).map(|table| format!("SELECT * FROM {table}"));
    for statement in again.chain(ddl).chain(queries) {
        let error = rows(&refused, &statement).await.expect_err(&statement).to_string();
        assert!(error.starts_with("INVALID_LOCATION: The location '"), "{statement}: {error}");
        assert!(error.ends_with("' is not in S3: expected s3://bucket/folder/"), "{statement}: {error}");
    }
}

/// A bucket's folder is a bucket, whoever asks, and nothing outside it is in it.
#[tokio::test]
async fn a_bucket_s_folder_is_read_and_not_left() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("bucket/t");
    std::fs::create_dir_all(&folder).expect("a writable folder");
    std::fs::write(folder.join("a.csv"), "open\n").expect("a writable folder");
    let outside = root.path().join("outside");
    std::fs::create_dir_all(&outside).expect("a writable folder");
    std::fs::write(outside.join("a.json"), r#"{"Records":[{"eventName":"Secret"}]}"#).expect("a writable folder");
    let session = session(&Arc::default(), root.path(), LocalLocations::Refused);
    let outside = outside.display();
    let tables = format!(
        "CREATE EXTERNAL TABLE t (a STRING) {CSV} LOCATION 's3://bucket//t/';
         CREATE EXTERNAL TABLE up (eventname STRING) {CLOUDTRAIL} LOCATION 's3://bucket/../outside/';
         CREATE EXTERNAL TABLE slash (eventname STRING) {CLOUDTRAIL} LOCATION 's3://bucket/{outside}/'"
    );
    rows(&session, &tables).await.expect("tables in a bucket");
    assert_eq!(rows(&session, "SELECT a FROM t").await.expect("it is there"), [["open"]]);
    let error = rows(&session, "SELECT * FROM up").await.expect_err("it leads out").to_string();
    assert!(error.contains("leads out of the folder"), "{error}");
    assert_eq!(rows(&session, "SELECT * FROM slash").await.expect("nothing is there"), Vec::<Vec<String>>::new());
}
