//! Scripts of statements on a catalog, and what each answers.

mod alter;
mod create;
mod show;
mod views;

use super::{Catalog, DEFAULT_DATABASE, Fault, Ran, Rows};
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{ColumnDefinition, HiveType, Query, Statement};
use chrono::DateTime;
pub(super) use futures::executor::block_on;

/// A partitioned table of Parquet files.
pub(super) const ORDERS: &str = "CREATE EXTERNAL TABLE orders (id INT COMMENT 'the order''s', `date` STRING) \
    COMMENT 'all of them' PARTITIONED BY (dt STRING, n INT) STORED AS PARQUET LOCATION 's3://logs/orders' \
    TBLPROPERTIES ('classification'='parquet')";

/// Runs one statement, at a known time; a view gets the column `c`.
pub(super) fn run(catalog: &Catalog, sql: &str) -> Result<Ran, Fault> {
    let now = DateTime::from_timestamp(1_600_000_000, 0).expect("a time");
    let statement = parse_one(sql)?.statement;
    match &statement {
        Statement::CreateView(create) => {
            let column = ColumnDefinition { name: "c".to_string(), hive_type: HiveType::BigInt, comment: None };
            block_on(catalog.create_view(create, vec![column], DEFAULT_DATABASE, now)).map(|()| Ran::Done)
        }
        statement => block_on(catalog.run(statement, DEFAULT_DATABASE, now)),
    }
}

/// A parsed query.
pub(super) fn query(sql: &str) -> Query {
    match parse_one(sql).expect(sql).statement {
        Statement::Query(query) => query,
        other => panic!("{sql}: {other:?}"),
    }
}

/// A catalog after these statements.
pub(super) fn catalog(statements: &[&str]) -> Catalog {
    let catalog = Catalog::default();
    for sql in statements {
        run(&catalog, sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    catalog
}

/// The rows that a statement answers.
pub(super) fn rows(catalog: &Catalog, sql: &str) -> Rows {
    match run(catalog, sql) {
        Ok(Ran::Rows(rows)) => rows,
        other => panic!("{sql}: {other:?}"),
    }
}

/// The first column of the rows that a statement answers.
pub(super) fn column(catalog: &Catalog, sql: &str) -> Vec<String> {
    rows(catalog, sql).rows.into_iter().map(|mut row| row.remove(0)).collect()
}

/// Each statement is refused with its message.
pub(super) fn refused(catalog: &Catalog, cases: &[(&str, &str)]) {
    for (sql, expected) in cases {
        let error = run(catalog, sql).expect_err(sql);
        assert_eq!(error.to_string(), *expected, "{sql}");
    }
}
