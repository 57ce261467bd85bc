//! What holds of every store of the catalog: each test runs on the engine's own, in memory, and on the server's.

use ashiato_engine::catalog::store::{CatalogStore, Column, Database, Partition, Storage, Table};
use ashiato_engine::catalog::{Catalog, DEFAULT_DATABASE, MemoryStore, PreparedStatement, QualifiedName, Ran};
use ashiato_engine::{Error, ErrorKind};
use ashiato_meta::work_groups::{self, WorkGroup};
use ashiato_meta::{AccountId, Location, Millis, Place, Store};
use ashiato_sql::parse::parse_one;
use chrono::DateTime;
use serde_json::json;
use std::sync::Arc;

use super::MetaCatalog;
use crate::quotas::Quotas;

async fn on_each<F: Future<Output = ()>>(test: impl Fn(Arc<dyn CatalogStore>) -> F) {
    test(Arc::new(MemoryStore::default())).await;
    let folder = tempfile::tempdir().expect("a folder");
    test(Arc::new(kept(folder.path()).await)).await;
}

async fn kept(folder: &std::path::Path) -> MetaCatalog {
    let meta = Store::open(&Location::Sqlite(folder.join("state.db"))).await.expect("a new state");
    let place = Place::new(&AccountId::parse("111122223333").expect("12 digits"), "us-east-1");
    let primary = WorkGroup {
        place: place.clone(),
        name: "primary".to_string(),
        state: "ENABLED".to_string(),
        description: None,
        configuration: "{}".to_string(),
        created: Millis(1),
    };
    let mut tx = meta.write().await.expect("begins");
    work_groups::create(&mut tx, &primary).await.expect("a work group");
    tx.commit().await.expect("commits");
    MetaCatalog::new(meta, place, "primary", Quotas::default())
}

fn name(database: &str, table: &str) -> QualifiedName {
    QualifiedName { database: database.to_string(), table: table.to_string() }
}

fn database(name: &str) -> Database {
    Database { name: name.to_string(), created_at: 7, ..Database::default() }
}

/// With something in every kind of field.
fn table(database: &str, name: &str) -> Table {
    let column =
        Column { name: "c".to_string(), data_type: "struct<a:int>".to_string(), comment: None, ..Column::default() };
    Table {
        database: database.to_string(),
        name: name.to_string(),
        storage: Storage { columns: vec![column], number_of_buckets: -1, ..Storage::default() },
        parameters: [("k\u{0}".to_string(), "é\"".to_string())].into(),
        last_access_at: Some(-1),
        others: [("SkewedInfo".to_string(), json!({ "SkewedColumnNames": ["c"] }))].into_iter().collect(),
        created_at: 1,
        updated_at: 2,
        ..Table::default()
    }
}

fn partition(values: &[&str]) -> Partition {
    Partition::new(values.iter().map(|value| (*value).to_string()).collect(), Some("s3://b/p".to_string()), 3)
}

fn refused<T: std::fmt::Debug>(done: Result<T, Error>) -> (ErrorKind, String) {
    let error = done.expect_err("refused");
    (error.kind, error.to_string())
}

fn missing(what: &str) -> (ErrorKind, String) {
    (ErrorKind::NotFound, format!("The {what} does not exist"))
}

fn exists(what: &str) -> (ErrorKind, String) {
    (ErrorKind::Conflict, format!("The {what} already exists"))
}

#[tokio::test]
async fn databases_are_kept_and_the_default_one_is_there() {
    on_each(|store| async move {
        let names = async || {
            let databases = store.databases().await.expect("a list");
            databases.into_iter().map(|database| database.name).collect::<Vec<_>>()
        };
        assert_eq!(names().await, ["default"]);
        assert!(store.database("default").await.expect("read").is_some());
        assert_eq!(store.database("d").await.expect("read"), None);
        assert_eq!(refused(store.create_database(database("default")).await), exists("database default"));

        store.create_database(database("e")).await.expect("made");
        store.create_database(database("d")).await.expect("made");
        assert_eq!(refused(store.create_database(database("d")).await), exists("database d"));
        assert_eq!(names().await, ["d", "default", "e"]);

        for name in ["d", "default"] {
            let changed = Database { description: Some("ours".to_string()), ..database(name) };
            store.update_database(changed.clone()).await.expect("changed");
            assert_eq!(store.database(name).await.expect("read"), Some(changed));
        }
        assert_eq!(names().await, ["d", "default", "e"]);
        assert_eq!(refused(store.update_database(database("f")).await), missing("database f"));

        store.create_table(table("d", "t")).await.expect("made");
        store.create_partitions(&name("d", "t"), vec![partition(&["1"])]).await.expect("added");
        store.delete_database("d").await.expect("gone with what is in it");
        assert_eq!(refused(store.delete_database("d").await), missing("database d"));
        store.create_database(database("d")).await.expect("made again");
        assert_eq!(store.tables("d").await.expect("a list"), []);
    })
    .await;
}

#[tokio::test]
async fn a_table_comes_back_as_it_was_given_and_of_two_who_change_it_one_is_told() {
    on_each(|store| async move {
        assert_eq!(refused(store.create_table(table("d", "t")).await), missing("database d"));
        assert_eq!(store.table(&name("default", "t")).await.expect("read"), None);
        assert_eq!(store.tables("d").await.expect("no database, no tables"), []);
        store.create_table(Table { version: 9, ..table("default", "u") }).await.expect("made");
        store.create_table(table("default", "t")).await.expect("made");
        assert_eq!(refused(store.create_table(table("default", "t")).await), exists("table default.t"));
        let both = store.tables("default").await.expect("a list");
        assert_eq!(both, [table("default", "t"), table("default", "u")]);

        let read = store.table(&name("default", "t")).await.expect("read").expect("it is there");
        let changed = Table { owner: Some("we".to_string()), updated_at: 5, ..read.clone() };
        store.update_table(changed.clone()).await.expect("the first");
        let late = refused(store.update_table(read).await);
        let sentence = "The table default.t was changed by another statement: run this one again";
        assert_eq!(late, (ErrorKind::Conflict, sentence.to_string()));
        let now = store.table(&name("default", "t")).await.expect("read");
        assert_eq!(now, Some(Table { version: 1, ..changed }));
        assert_eq!(refused(store.update_table(table("default", "v")).await), missing("table default.v"));

        store.delete_table(&name("default", "t")).await.expect("gone");
        assert_eq!(refused(store.delete_table(&name("default", "t")).await), missing("table default.t"));
    })
    .await;
}

#[tokio::test]
async fn partitions_are_ordered_and_added_all_or_none() {
    on_each(|store| async move {
        let t = name("default", "t");
        assert_eq!(store.partitions(&t).await.expect("no table, no partitions"), []);
        assert_eq!(refused(store.create_partitions(&t, Vec::new()).await), missing("table default.t"));
        assert_eq!(refused(store.delete_partitions(&t, &[]).await), missing("table default.t"));
        let update = store.update_partition(&t, &[], partition(&["1"])).await;
        assert_eq!(refused(update), missing("table default.t"));

        store.create_table(table("default", "t")).await.expect("made");
        let [a, b, c] = [partition(&["a", "1"]), partition(&["a!", "0"]), partition(&["é", "\u{1}"])];
        store.create_partitions(&t, vec![c.clone(), a.clone()]).await.expect("added");
        let again = store.create_partitions(&t, vec![b.clone(), a.clone()]).await;
        assert_eq!(refused(again), exists("partition a/1"));
        let twice = store.create_partitions(&t, vec![b.clone(), b.clone()]).await;
        assert_eq!(refused(twice), exists("partition a!/0"));
        assert_eq!(store.partitions(&t).await.expect("a list"), [a.clone(), c.clone()]);
        assert_eq!(store.partition(&t, &c.values).await.expect("read"), Some(c.clone()));
        assert_eq!(store.partition(&t, &b.values).await.expect("read"), None);

        let onto = store.update_partition(&t, &a.values, c.clone()).await;
        assert_eq!(refused(onto), exists("partition é/\u{1}"));
        assert_eq!(refused(store.update_partition(&t, &b.values, b.clone()).await), missing("partition a!/0"));
        store.update_partition(&t, &a.values, b.clone()).await.expect("moved");
        store.delete_partitions(&t, &[a.values, c.values]).await.expect("those that are there");
        assert_eq!(store.partitions(&t).await.expect("a list"), [b]);
    })
    .await;
}

#[tokio::test]
async fn prepared_statements_give_way_to_those_of_their_name() {
    on_each(|store| async move {
        let statement = |name: &str, text: &str| PreparedStatement {
            name: name.to_string(),
            text: text.to_string(),
            description: Some("d".to_string()),
            updated_at: 4,
        };
        store.put_prepared_statement(statement("b", "SELECT 1")).await.expect("kept");
        store.put_prepared_statement(statement("a", "SELECT 2")).await.expect("kept");
        store.put_prepared_statement(statement("b", "SELECT 3")).await.expect("kept");
        let all = store.prepared_statements().await.expect("a list");
        assert_eq!(all, [statement("a", "SELECT 2"), statement("b", "SELECT 3")]);
        let one = store.prepared_statement("a").await.expect("read");
        assert_eq!(one, Some(statement("a", "SELECT 2")));
        store.delete_prepared_statement("a").await.expect("gone");
        assert_eq!(store.prepared_statement("a").await.expect("read"), None);
        assert_eq!(refused(store.delete_prepared_statement("a").await), missing("prepared statement a"));
    })
    .await;
}

/// Statements of every kind that the catalog alone runs, wrong ones among them.
const STATEMENTS: &[&str] = &[
    "CREATE DATABASE d COMMENT 'c' LOCATION 's3://b/d' WITH DBPROPERTIES ('k'='v')",
    "CREATE DATABASE d",
    "ALTER DATABASE d SET DBPROPERTIES ('k'='w')",
    "CREATE EXTERNAL TABLE d.orders (id INT COMMENT 'its', `date` STRING) COMMENT 'all' \
     PARTITIONED BY (dt STRING, n INT) STORED AS PARQUET LOCATION 's3://logs/orders' TBLPROPERTIES ('a'='b')",
    "CREATE EXTERNAL TABLE d.orders (id INT) STORED AS PARQUET LOCATION 's3://logs/orders'",
    "CREATE EXTERNAL TABLE IF NOT EXISTS d.orders (id INT) STORED AS PARQUET LOCATION 's3://logs/orders'",
    "CREATE EXTERNAL TABLE nowhere.orders (id INT) STORED AS PARQUET LOCATION 's3://logs/orders'",
    "ALTER TABLE d.orders ADD PARTITION (dt = 'x', n = 1) PARTITION (dt = 'y', n = 2) LOCATION 's3://logs/y'",
    "ALTER TABLE d.orders ADD PARTITION (dt = 'z', n = 1) PARTITION (dt = 'y', n = 2)",
    "ALTER TABLE d.orders ADD IF NOT EXISTS PARTITION (dt = 'z', n = 1) PARTITION (dt = 'y', n = 2)",
    "ALTER TABLE d.orders PARTITION (dt = 'x', n = 1) RENAME TO PARTITION (dt = 'a', n = 1)",
    "ALTER TABLE d.orders PARTITION (dt = 'y', n = 2) SET LOCATION 's3://logs/y2'",
    "ALTER TABLE d.orders DROP PARTITION (dt = 'z')",
    "ALTER TABLE d.orders DROP PARTITION (dt = 'z')",
    "ALTER TABLE d.orders ADD COLUMNS (more STRING)",
    "ALTER TABLE d.orders SET TBLPROPERTIES ('a'='c')",
    "SHOW PARTITIONS d.orders",
    "SHOW CREATE TABLE d.orders",
    "DESCRIBE FORMATTED d.orders",
    "DESCRIBE d.orders PARTITION (dt = 'y', n = 2)",
    "SHOW TABLES IN d",
    "SHOW DATABASES",
    "SHOW TBLPROPERTIES d.orders",
    "PREPARE p FROM SELECT * FROM d.orders WHERE id = ?",
    "DEALLOCATE PREPARE p",
    "DEALLOCATE PREPARE p",
    "DROP TABLE d.orders",
    "SHOW PARTITIONS d.orders",
    "DROP TABLE d.orders",
    "DROP DATABASE default",
    "DROP DATABASE d",
    "SHOW DATABASES",
];

/// What each statement comes to.
async fn told(store: Arc<dyn CatalogStore>) -> Vec<String> {
    let catalog = Catalog::new(store);
    let now = DateTime::from_timestamp(1_600_000_000, 0).expect("a time");
    let mut told = Vec::new();
    for sql in STATEMENTS {
        let statement = parse_one(sql).unwrap_or_else(|error| panic!("{sql}: {error}")).statement;
        told.push(match catalog.run(&statement, DEFAULT_DATABASE, now).await {
            Ok(Ran::Rows(rows)) => format!("{sql}: {:?}", rows.rows),
            Ok(ran) => format!("{sql}: {ran:?}"),
            Err(fault) => format!("{sql}: {fault}"),
        });
    }
    told
}

#[tokio::test]
async fn statements_come_to_the_same_on_both_stores() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_memory = told(Arc::new(MemoryStore::default())).await;
    let kept = told(Arc::new(kept(folder.path()).await)).await;
    assert_eq!(kept, in_memory);
    let rows = in_memory.iter().filter(|line| line.contains(": [[")).count();
    assert_eq!(rows, 8, "the statements that show something do: {in_memory:#?}");
}

#[tokio::test]
async fn what_is_kept_is_there_for_the_next_server() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = kept(folder.path()).await;
    first.create_table(table("default", "t")).await.expect("made");
    first.meta.close().await;
    let meta = Store::open(&Location::Sqlite(folder.path().join("state.db"))).await.expect("it opens again");
    let next = MetaCatalog { meta, ..first };
    assert_eq!(next.table(&name("default", "t")).await.expect("read"), Some(table("default", "t")));
    let elsewhere = Place::new(&AccountId::parse("111122223333").expect("12 digits"), "eu-west-1");
    let elsewhere = MetaCatalog { place: elsewhere, ..next };
    assert_eq!(elsewhere.table(&name("default", "t")).await.expect("read"), None, "a region has its own catalog");
}
