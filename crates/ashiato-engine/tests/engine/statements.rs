//! Statements over a catalog that a caller supplies, and EXPLAIN's answers.

use super::rows;
use ashiato_engine::catalog::store::{Column, Parameters, SerDe, Storage, Table};
use ashiato_engine::catalog::{CatalogStore, MemoryStore, QualifiedName};
use ashiato_engine::{ErrorKind, Session, SessionOptions};
use std::sync::Arc;

fn session(store: &Arc<MemoryStore>, database: &str) -> Session {
    let catalog: Arc<dyn CatalogStore> = Arc::clone(store) as _;
    let options =
        SessionOptions { catalog: Some(catalog), database: Some(database.to_string()), ..SessionOptions::default() };
    Session::open(options).expect("a session")
}

async fn answer(session: &Session, sql: &str) -> Vec<String> {
    let rows = rows(session, sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    rows.into_iter().map(|row| row.join(" | ")).collect()
}

#[tokio::test]
async fn sessions_share_a_store_and_each_has_its_database() {
    let store = Arc::new(MemoryStore::default());
    let first = session(&store, "default");
    answer(&first, "CREATE DATABASE sales COMMENT 'all of it'; ALTER DATABASE sales SET DBPROPERTIES ('a'='b')").await;
    answer(&first, "CREATE VIEW sales.v AS SELECT 1 AS one; PREPARE p FROM SELECT * FROM v WHERE one = ?").await;
    let second = session(&store, "SALES");
    assert_eq!(answer(&second, "SELECT one FROM v").await, ["1"]);
    assert_eq!(answer(&second, "EXECUTE p USING 1").await, ["1"]);
    assert_eq!(answer(&second, "SHOW TABLES").await, ["v"]);
    assert_eq!(answer(&first, "SHOW TABLES").await, Vec::<String>::new());
    let listed = "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema = 'sales'";
    assert_eq!(answer(&first, listed).await, ["sales | v"]);
    answer(&first, &format!("CREATE VIEW listing AS {listed}")).await;
    assert_eq!(answer(&first, "SELECT * FROM listing").await, ["sales | v"]);
    let columns = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'sales'";
    answer(&first, &format!("CREATE VIEW columns AS {columns}")).await;
    assert_eq!(answer(&first, "SELECT * FROM columns").await, ["v | one"]);
    let database = store.database("sales").await.expect("the store answers").expect("it is there");
    assert_eq!(
        (database.description.as_deref(), database.parameters.get("a").map(String::as_str)),
        (Some("all of it"), Some("b"))
    );
}

/// A table as a client of Glue stores it, never seen by DDL.
#[tokio::test]
async fn a_table_that_glue_was_given_is_queried_and_described() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("a.csv"), "1,x\n2,y\n").expect("a file");
    let store = Arc::new(MemoryStore::default());
    let column = |name: &str, data_type: &str| Column {
        name: name.to_string(),
        data_type: data_type.to_string(),
        ..Column::default()
    };
    let table = Table {
        database: "default".to_string(),
        name: "glued".to_string(),
        storage: Storage {
            columns: vec![column("Id", "int"), column("name", "string")],
            location: Some("s3://b/".to_string()),
            input_format: Some("org.apache.hadoop.mapred.TextInputFormat".to_string()),
            output_format: Some("org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat".to_string()),
            serde: SerDe {
                name: None,
                class: Some("org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe".to_string()),
                parameters: Parameters::from([("field.delim".to_string(), ",".to_string())]),
            },
            ..Storage::default()
        },
        ..Table::default()
    };
    store.create_table(table.clone()).await.expect("a new table");
    let text = serde_json::to_string(&table).expect("plain data");
    assert_eq!(serde_json::from_str::<Table>(&text).expect("plain data"), table);
    let options = SessionOptions {
        catalog: Some(Arc::clone(&store) as _),
        buckets: vec![("b".to_string(), folder.path().to_path_buf())],
        ..SessionOptions::default()
    };
    let session = Session::open(options).expect("a session");
    assert_eq!(answer(&session, "SELECT name FROM glued WHERE id = 2").await, ["y"]);
    answer(&session, "ALTER TABLE glued ADD COLUMNS (extra DOUBLE)").await;
    let name = QualifiedName { database: "default".to_string(), table: "glued".to_string() };
    let kept = store.table(&name).await.expect("the store answers").expect("it is there");
    assert_eq!((kept.version, kept.storage.columns.len()), (1, 3));
    // Whoever read the first version must not overwrite the second.
    let error = store.update_table(table).await.expect_err("an old version");
    assert_eq!(error.kind, ErrorKind::Conflict);
    let odd = Table { name: "odd".to_string(), version: 0, ..kept };
    let odd = Table { storage: Storage { columns: vec![column("u", "uniontype<int>")], ..odd.storage.clone() }, ..odd };
    store.create_table(odd).await.expect("a store keeps what it is given");
    let error = rows(&session, "SELECT * FROM odd").await.expect_err("no reader for the type");
    assert!(error.to_string().contains("the column u has the type uniontype<int>, which is not supported"), "{error}");
    assert_eq!(answer(&session, "SHOW TABLES").await, ["glued", "odd"]);
}

#[tokio::test]
async fn plans_are_explained_in_athenas_columns() {
    let session = session(&Arc::new(MemoryStore::default()), "default");
    let columns = async |sql: &str| {
        let parsed = session.parse(sql).expect(sql).remove(0);
        let answer = session.run(&parsed).await.expect(sql);
        answer.columns.into_iter().map(|column| column.name).collect::<Vec<_>>()
    };
    assert_eq!(columns("EXPLAIN SELECT 1").await, ["Query Plan"]);
    assert_eq!(columns("EXPLAIN (TYPE VALIDATE) SELECT 1").await, ["Valid"]);
    assert_eq!(answer(&session, "EXPLAIN (TYPE VALIDATE) SELECT 1").await, ["true"]);
    let plan = answer(&session, "EXPLAIN (TYPE LOGICAL) SELECT x FROM (VALUES 1, 2) AS t (x) WHERE x > 1").await;
    assert!(plan.len() > 1 && plan.iter().any(|line| line.contains("Filter")), "{plan:?}");
    let plan = answer(&session, "EXPLAIN SELECT x FROM (VALUES 1, 2) AS t (x) WHERE x > 1").await;
    assert!(plan.iter().any(|line| line.contains("Exec")), "{plan:?}");
    let json = answer(&session, "EXPLAIN (FORMAT JSON) SELECT 1 AS a").await.join("\n");
    assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{json}");
    let graph = answer(&session, "EXPLAIN (TYPE LOGICAL, FORMAT GRAPHVIZ) SELECT 1 AS a").await.join("\n");
    assert!(graph.contains("digraph"), "{graph}");
    answer(&session, "CREATE VIEW v AS SELECT 1 AS one").await;
    let io = answer(&session, "EXPLAIN (TYPE IO, FORMAT JSON) SELECT * FROM v").await.join("\n");
    let io: serde_json::Value = serde_json::from_str(&io).expect("JSON");
    assert_eq!(io["inputTableColumnInfos"][0]["table"]["schemaTable"]["table"], "v");
    let analyzed = answer(&session, "EXPLAIN ANALYZE SELECT count(*) FROM (VALUES 1, 2) AS t (x)").await.join("\n");
    assert!(analyzed.contains("output_rows"), "{analyzed}");
    let unload = "EXPLAIN UNLOAD (SELECT 1 AS a) TO 's3://b/t/' WITH (format = 'JSON')";
    assert!(!answer(&session, unload).await.is_empty());
    let error = rows(&session, "EXPLAIN (TYPE VALIDATE) SELECT nope FROM v").await.expect_err("no such column");
    assert!(error.to_string().contains("COLUMN_NOT_FOUND"), "{error}");
}

/// AWS's user guide, "Query the AWS Glue Data Catalog": the columns and the type names of `information_schema`.
#[tokio::test]
async fn information_schema_speaks_of_trinos_types() {
    let session = Session::open(SessionOptions::default()).expect("a session");
    let table = "CREATE EXTERNAL TABLE t (a INT COMMENT 'the first', m MAP<STRING, ARRAY<STRUCT<x: DOUBLE>>>, at TIMESTAMP, \
                 p DECIMAL(9, 2)) PARTITIONED BY (day STRING) LOCATION 's3://b/t/'";
    answer(&session, table).await;
    answer(&session, "CREATE VIEW v AS SELECT a, 1.5 AS half FROM t").await;
    let columns = "SELECT table_name, column_name, ordinal_position, is_nullable, data_type, comment, extra_info \
                   FROM information_schema.columns WHERE table_schema = 'default' ORDER BY table_name, ordinal_position";
    let expected = [
        "t | a | 1 | YES | integer | the first | NULL",
        "t | m | 2 | YES | map(varchar, array(row(x double))) | NULL | NULL",
        "t | at | 3 | YES | timestamp(3) | NULL | NULL",
        "t | p | 4 | YES | decimal(9,2) | NULL | NULL",
        "t | day | 5 | YES | varchar | NULL | partition key",
        "v | a | 1 | YES | integer | NULL | NULL",
        "v | half | 2 | NO | decimal(2,1) | NULL | NULL",
    ];
    assert_eq!(answer(&session, columns).await, expected);
    let own = "SELECT column_name FROM information_schema.columns WHERE table_name = 'views'";
    assert_eq!(answer(&session, own).await, ["table_catalog", "table_schema", "table_name", "view_definition"]);
    let tables =
        "SELECT table_catalog, table_name, table_type FROM information_schema.tables WHERE table_schema = 'default'";
    assert_eq!(answer(&session, tables).await, ["awsdatacatalog | t | BASE TABLE", "awsdatacatalog | v | VIEW"]);
    let views = "SELECT table_name, view_definition FROM information_schema.views";
    assert_eq!(answer(&session, views).await, ["v | SELECT a, 1.5 AS half FROM t"]);
    assert_eq!(
        answer(&session, "SELECT schema_name FROM information_schema.schemata").await,
        ["default", "information_schema"]
    );
    let missing = rows(&session, "SELECT * FROM information_schema.df_settings").await;
    assert!(missing.expect_err("no such table").message.contains("TABLE_NOT_FOUND"));
}

#[tokio::test]
async fn a_missing_database_and_a_missing_table_are_told_apart() {
    let store = Arc::new(MemoryStore::default());
    let session = session(&store, "default");
    let failure = async |sql: &str| rows(&session, sql).await.expect_err(sql).to_string();
    let told = failure("SELECT *\nFROM nowhere.x").await;
    assert!(told.starts_with("SCHEMA_NOT_FOUND: line 2:6: Schema 'nowhere' does not exist"), "{told}");
    let told = failure("SELECT * FROM awsdatacatalog.nowhere.x").await;
    assert!(told.starts_with("SCHEMA_NOT_FOUND: line 1:15: Schema 'nowhere' does not exist"), "{told}");
    let told = failure("SELECT * FROM default.x").await;
    assert!(told.starts_with("TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.default.x' does not exist"), "{told}");
}
