//! Databases, tables and prepared statements: made, found, taken away.

use super::{ORDERS, block_on, catalog, column, query, refused, run};
use crate::catalog::{Catalog, DEFAULT_DATABASE, QualifiedName, Ran, Relation};
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{Argument, Statement, TableName};

#[test]
fn names_are_found_in_any_case_and_at_any_length() {
    let catalog =
        catalog(&[ORDERS, "CREATE DATABASE Other", "CREATE EXTERNAL TABLE other.T (c STRING) LOCATION 's3://b/t/'"]);
    let found = |catalog_name: Option<&str>, database: Option<&str>, table: &str| {
        let name = TableName {
            catalog: catalog_name.map(str::to_string),
            database: database.map(str::to_string),
            table: table.to_string(),
            at: None,
        };
        block_on(catalog.table(&name, DEFAULT_DATABASE)).expect("a table").definition.name.to_string()
    };
    assert_eq!(found(None, None, "ORDERS"), "default.orders");
    assert_eq!(found(Some("AwsDataCatalog"), Some("default"), "orders"), "default.orders");
    assert_eq!(found(None, Some("OTHER"), "t"), "other.t");
    assert!(block_on(catalog.has_database("Other")).expect("the store answers"));
    assert!(!block_on(catalog.has_database("orders")).expect("the store answers"));
}

#[test]
fn what_exists_is_not_made_twice() {
    let made = catalog(&[ORDERS, "CREATE DATABASE d"]);
    refused(
        &made,
        &[
            (ORDERS, "AlreadyExistsException: Table default.orders already exists"),
            ("CREATE DATABASE d", "AlreadyExistsException: Database d already exists"),
        ],
    );
    let quiet = ORDERS.replace("TABLE orders", "TABLE IF NOT EXISTS orders");
    assert_eq!(run(&made, &quiet).expect("no error"), Ran::Done);
    assert_eq!(run(&made, "CREATE DATABASE IF NOT EXISTS d").expect("no error"), Ran::Done);
}

#[test]
fn what_does_not_exist_is_named_with_a_near_name() {
    let made = catalog(&[ORDERS, "CREATE DATABASE sales"]);
    refused(
        &made,
        &[
            ("DROP DATABASE nope", "SCHEMA_NOT_FOUND: Schema 'nope' does not exist"),
            ("SHOW TABLES IN sale", "SCHEMA_NOT_FOUND: Schema 'sale' does not exist. Did you mean 'sales'?"),
            ("DEALLOCATE PREPARE p", "NOT_FOUND: Prepared statement not found: p"),
        ],
    );
    for sql in ["DROP TABLE order", "SHOW PARTITIONS order", "DESCRIBE order", "SHOW CREATE TABLE order"] {
        let sql = sql.replace("order", "`ordrs`");
        let message = run(&made, &sql).expect_err(&sql).to_string();
        assert!(message.starts_with("TABLE_NOT_FOUND: "), "{message}");
        assert!(
            message.ends_with("Table 'awsdatacatalog.default.ordrs' does not exist. Did you mean 'orders'?"),
            "{message}"
        );
    }
    let error = block_on(made.dependencies(query("SELECT *\nFROM   nope").tables(), DEFAULT_DATABASE))
        .expect_err("no such table");
    assert_eq!(error.to_string(), "TABLE_NOT_FOUND: line 2:8: Table 'awsdatacatalog.default.nope' does not exist");
    let error = block_on(made.dependencies(query("SELECT * FROM hive.a.b").tables(), DEFAULT_DATABASE))
        .expect_err("no such catalog");
    assert_eq!(error.to_string(), "CATALOG_NOT_FOUND: line 1:15: Catalog 'hive' does not exist");
}

#[test]
fn things_are_taken_away() {
    let made = catalog(&[ORDERS, "CREATE DATABASE d", "CREATE EXTERNAL TABLE d.t (c STRING) LOCATION 's3://b/t/'"]);
    refused(
        &made,
        &[
            ("DROP DATABASE d", "InvalidOperationException: Database d is not empty: 1 tables and views exist"),
            ("DROP DATABASE default CASCADE", "InvalidOperationException: Database default cannot be dropped"),
        ],
    );
    for sql in
        ["DROP DATABASE d CASCADE", "DROP DATABASE IF EXISTS d", "DROP TABLE orders", "DROP TABLE IF EXISTS orders"]
    {
        assert_eq!(run(&made, sql).expect(sql), Ran::Done);
    }
    assert_eq!(column(&made, "SHOW DATABASES"), ["default"]);
    assert_eq!(column(&made, "SHOW TABLES"), Vec::<String>::new());
}

#[test]
fn definitions_that_no_query_could_run_on_are_refused() {
    let location = "LOCATION 's3://b/t/'";
    let cases = [
        (
            format!("CREATE TABLE t (c STRING) {location}"),
            "NOT_SUPPORTED: Table t: CREATE TABLE without EXTERNAL makes Iceberg tables",
        ),
        (
            format!("CREATE EXTERNAL TABLE t (c STRING) PARTITIONED BY (p ARRAY<INT>) {location}"),
            "SemanticException: The partition column p has the type array<int>",
        ),
        ("CREATE EXTERNAL TABLE t (c STRING)".to_string(), "SemanticException: Table t has no LOCATION"),
        (
            "CREATE EXTERNAL TABLE t (c STRING) LOCATION 's3://b/*.gz'".to_string(),
            "INVALID_LOCATION: The location 's3://b/*.gz' has a wildcard",
        ),
        (
            "CREATE EXTERNAL TABLE t (c STRING) LOCATION 'arn:aws:s3:::b'".to_string(),
            "INVALID_LOCATION: The location 'arn:aws:s3:::b' is an ARN",
        ),
        (
            format!("CREATE EXTERNAL TABLE t (c STRING) STORED AS RCFILE {location}"),
            "NOT_SUPPORTED: Table t: STORED AS RCFILE is not supported",
        ),
        (
            format!("CREATE EXTERNAL TABLE t (c MAP<INT,STRING>) STORED AS TEXTFILE {location}"),
            "NOT_SUPPORTED: Table t: the column c of type map<int,string>",
        ),
        (
            format!("CREATE EXTERNAL TABLE nope.t (c STRING) {location}"),
            "SCHEMA_NOT_FOUND: Schema 'nope' does not exist",
        ),
    ];
    for (sql, expected) in cases {
        let message = run(&Catalog::default(), &sql).expect_err(&sql).to_string();
        assert!(message.starts_with(expected), "{sql}: {message}");
    }
}

#[test]
fn tables_of_the_session_are_listed_and_kept() {
    let made = Catalog::default();
    let name = QualifiedName { database: "default".to_string(), table: "events".to_string() };
    made.provide(name, Vec::new());
    assert_eq!(column(&made, "SHOW TABLES"), ["events"]);
    assert!(matches!(
        block_on(made.relation(&TableName::bare("events"), DEFAULT_DATABASE)),
        Ok((_, Relation::Provided(_)))
    ));
    let message = run(&made, "DROP TABLE events").expect_err("not made by DDL").to_string();
    assert_eq!(message, "INVALID_TABLE: default.events belongs to the session and was not made by CREATE TABLE");
}

#[test]
fn prepared_statements_are_kept_bound_and_forgotten() {
    let made = catalog(&["PREPARE p FROM SELECT * FROM orders WHERE id = ? AND dt = ?"]);
    let arguments = |sql: &str| -> Vec<Argument> {
        match parse_one(sql).expect(sql).statement {
            Statement::Execute { arguments, .. } => arguments,
            other => panic!("{other:?}"),
        }
    };
    let Statement::Query(query) = block_on(made.bound("p", &arguments("EXECUTE p USING 7, 'it''s'"))).expect("bound")
    else {
        panic!("a query")
    };
    assert_eq!(query.parameters(), 0);
    assert!(query.to_string().contains('7') && query.to_string().contains("'it''s'"), "{query}");
    let error = block_on(made.bound("p", &arguments("EXECUTE p USING 7"))).expect_err("one value for two");
    assert_eq!(error.code(), Some("INVALID_PARAMETER_USAGE"));
    let error = block_on(made.bound("q", &[])).expect_err("no such statement");
    assert_eq!(error.to_string(), "NOT_FOUND: Prepared statement not found: q");
    run(&made, "DEALLOCATE PREPARE p").expect("forgotten");
    assert_eq!(block_on(made.prepared_statements()).expect("the store answers"), []);
}
