//! Views: made, replaced, opened, and refused where they would read themselves.

use super::{ORDERS, block_on, catalog, column, query, refused, run};
use crate::catalog::{Catalog, DEFAULT_DATABASE, Fault};

/// The names that a query reads, in the order in which they must be made known.
fn read(catalog: &Catalog, sql: &str) -> Result<Vec<String>, Fault> {
    let found = block_on(catalog.dependencies(query(sql).tables(), DEFAULT_DATABASE))?;
    Ok(found
        .into_iter()
        .map(|dependency| format!("{}{}", dependency.name, if dependency.query.is_some() { "*" } else { "" }))
        .collect())
}

#[test]
fn a_query_reads_what_its_views_read_first() {
    let made = catalog(&[
        ORDERS,
        "CREATE VIEW a AS SELECT id FROM orders",
        "CREATE VIEW b AS SELECT * FROM a JOIN orders ON true",
        "CREATE DATABASE d",
        "CREATE VIEW d.c AS SELECT * FROM b",
    ]);
    let expected = ["default.orders", "default.a*", "default.b*", "d.c*"];
    assert_eq!(read(&made, "SELECT * FROM d.c, a").expect("found"), expected);
    assert_eq!(read(&made, "WITH a AS (SELECT 1) SELECT * FROM a").expect("found"), Vec::<String>::new());
}

#[test]
fn a_circle_is_refused_when_made_and_when_read() {
    let made = catalog(&[ORDERS, "CREATE VIEW a AS SELECT * FROM orders", "CREATE VIEW b AS SELECT * FROM a"]);
    refused(
        &made,
        &[
            (
                "CREATE OR REPLACE VIEW a AS SELECT * FROM b",
                "INVALID_VIEW: View default.a reads itself: default.a → default.b → default.a",
            ),
            (
                "CREATE VIEW me AS SELECT * FROM me",
                "INVALID_VIEW: View default.me reads itself: default.me → default.me",
            ),
        ],
    );
    assert_eq!(read(&made, "SELECT * FROM b").expect("as before"), ["default.orders", "default.a*", "default.b*"]);
}

#[test]
fn a_view_whose_table_is_gone_is_stale() {
    let made = catalog(&[ORDERS, "CREATE VIEW a AS SELECT * FROM orders", "DROP TABLE orders"]);
    let error = read(&made, "SELECT * FROM a").expect_err("stale");
    assert_eq!(
        error.to_string(),
        "INVALID_VIEW: View default.a is stale or invalid: TABLE_NOT_FOUND: \
         Table 'awsdatacatalog.default.orders' does not exist"
    );
}

#[test]
fn tables_and_views_are_told_apart() {
    let made = catalog(&[ORDERS, "CREATE VIEW v AS SELECT * FROM orders"]);
    refused(
        &made,
        &[
            ("CREATE VIEW v AS SELECT 1 AS x", "AlreadyExistsException: Table default.v already exists"),
            (
                "CREATE OR REPLACE VIEW orders AS SELECT 1 AS x",
                "AlreadyExistsException: Table default.orders already exists",
            ),
            ("DROP TABLE v", "INVALID_TABLE: default.v is a view"),
            ("DROP VIEW orders", "INVALID_VIEW: default.orders is not a view"),
            ("ALTER TABLE v SET TBLPROPERTIES ('a'='b')", "INVALID_TABLE: default.v is a view"),
            ("SHOW CREATE TABLE v", "INVALID_TABLE: default.v is a view"),
            ("SHOW CREATE VIEW orders", "INVALID_VIEW: default.orders is not a view"),
            ("SHOW PARTITIONS v", "INVALID_TABLE: default.v is a view"),
        ],
    );
    run(&made, "CREATE OR REPLACE VIEW v AS SELECT 2 AS x").expect("replaced");
    assert_eq!(column(&made, "SHOW CREATE VIEW v"), ["CREATE VIEW awsdatacatalog.default.v AS", "SELECT 2 AS x"]);
    assert_eq!(column(&made, "SHOW VIEWS"), ["v"]);
    run(&made, "DROP VIEW v").expect("gone");
    run(&made, "DROP VIEW IF EXISTS v").expect("no error");
}
