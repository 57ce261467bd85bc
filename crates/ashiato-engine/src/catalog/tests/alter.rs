//! `ALTER TABLE` and `MSCK REPAIR TABLE`.

use super::{ORDERS, block_on, catalog, column, refused, run};
use crate::catalog::{Catalog, DEFAULT_DATABASE};
use ashiato_sql::statement::TableName;
use chrono::DateTime;

fn partitions(catalog: &Catalog) -> Vec<String> {
    column(catalog, "SHOW PARTITIONS orders")
}

#[test]
fn partitions_are_added_dropped_and_renamed() {
    let made = catalog(&[
        ORDERS,
        "ALTER TABLE orders ADD PARTITION (n = 2, dt = '2020-01-02') LOCATION 's3://logs/x/' PARTITION (dt = '2020-01-01', n = 1)",
        "ALTER TABLE orders ADD IF NOT EXISTS PARTITION (dt = '2020-01-01', n = 1)",
    ]);
    assert_eq!(partitions(&made), ["dt=2020-01-01/n=1", "dt=2020-01-02/n=2"]);
    refused(
        &made,
        &[
            (
                "ALTER TABLE orders ADD PARTITION (dt = '2020-01-01', n = 1)",
                "AlreadyExistsException: Partition already exists: default.orders(dt=2020-01-01/n=1)",
            ),
            (
                "ALTER TABLE orders ADD PARTITION (dt = 'x')",
                "SemanticException: The partition names no value for the column n",
            ),
            (
                "ALTER TABLE orders ADD PARTITION (q = 'x')",
                "SemanticException: q is no partition column of table default.orders",
            ),
            (
                "ALTER TABLE orders ADD PARTITION (dt = 'x', n = 'y')",
                "HIVE_INVALID_PARTITION_VALUE: Invalid partition value 'y' for integer partition key: n",
            ),
            (
                "ALTER TABLE orders DROP PARTITION (dt = 'x', n = 1)",
                "PARTITION_NOT_FOUND: Partition not found (dt=x, n=1)",
            ),
        ],
    );
    run(
        &made,
        "ALTER TABLE orders PARTITION (dt = '2020-01-01', n = 1) RENAME TO PARTITION (dt = '2021-01-01', n = 9)",
    )
    .expect("renamed");
    assert_eq!(partitions(&made), ["dt=2020-01-02/n=2", "dt=2021-01-01/n=9"]);
    let table = block_on(made.table(&TableName::bare("orders"), DEFAULT_DATABASE)).expect("a table");
    assert_eq!(table.partitions[1].location.as_deref(), Some("s3://logs/orders/dt=2020-01-01/n=1/"));
    run(&made, "ALTER TABLE orders PARTITION (dt = '2021-01-01', n = 9) SET LOCATION 's3://logs/y/'").expect("moved");
    let table = block_on(made.table(&TableName::bare("orders"), DEFAULT_DATABASE)).expect("a table");
    assert_eq!(table.partitions[1].location.as_deref(), Some("s3://logs/y/"));
    run(&made, "ALTER TABLE orders DROP PARTITION (dt = '2020-01-02', n = 2), PARTITION (dt = '2021-01-01', n = 9)")
        .expect("dropped");
    run(&made, "ALTER TABLE orders DROP IF EXISTS PARTITION (dt = '2020-01-02', n = 2)").expect("no error");
    assert_eq!(partitions(&made), Vec::<String>::new());
}

#[test]
fn a_change_that_fails_changes_nothing() {
    let made = catalog(&[ORDERS]);
    let half = "ALTER TABLE orders ADD PARTITION (dt = 'a', n = 1) PARTITION (dt = 'b', n = 'x')";
    run(&made, half).expect_err("the second is wrong");
    assert_eq!(partitions(&made), Vec::<String>::new());
}

#[test]
fn columns_properties_and_the_location_change() {
    let made = catalog(&[
        ORDERS,
        "ALTER TABLE orders ADD COLUMNS (extra DOUBLE)",
        "ALTER TABLE orders CHANGE COLUMN id order_id BIGINT FIRST",
        "ALTER TABLE orders SET TBLPROPERTIES ('classification'='x', 'k'='v')",
        "ALTER TABLE orders SET LOCATION 's3://logs/new/'",
    ]);
    let names = |made: &Catalog| -> Vec<String> {
        column(made, "SHOW COLUMNS IN orders").iter().map(|name| name.trim_end().to_string()).collect()
    };
    assert_eq!(names(&made), ["order_id", "date", "extra", "dt", "n"]);
    let table = block_on(made.table(&TableName::bare("orders"), DEFAULT_DATABASE)).expect("a table");
    assert_eq!(table.definition.columns[0].comment.as_deref(), Some("the order's"));
    assert_eq!(table.definition.location.as_deref(), Some("s3://logs/new/"));
    assert!(table.definition.properties.contains(&("classification".to_string(), "x".to_string())));
    run(&made, "ALTER TABLE orders REPLACE COLUMNS (a INT, b INT)").expect("replaced");
    assert_eq!(names(&made), ["a", "b", "dt", "n"]);
    refused(
        &made,
        &[
            ("ALTER TABLE orders ADD COLUMNS (A INT)", "SemanticException: Duplicate column name a in the table"),
            ("ALTER TABLE orders ADD COLUMNS (dt INT)", "SemanticException: Duplicate column name dt in the table"),
            ("ALTER TABLE orders CHANGE zz z INT", "COLUMN_NOT_FOUND: Column 'zz' does not exist in the table"),
            ("ALTER TABLE orders SET LOCATION ''", "INVALID_LOCATION: The location '' is empty"),
        ],
    );
}

#[test]
fn repair_adds_the_folders_of_hives_layout() {
    let made = catalog(&[ORDERS, "ALTER TABLE orders ADD PARTITION (dt = '2020-01-01', n = 1)"]);
    let found = [
        "s3://logs/orders/dt=2020-01-01/n=1/a.parquet",
        "s3://logs/orders/dt=2020-01-02/n=2/a.parquet",
        "s3://logs/orders/dt=2020-01-02/n=2/b.parquet",
        "dt=a%2Fb/n=3/",
        "s3://logs/orders/dt=2020-01-03/n=three/a.parquet",
        "s3://logs/orders/2020/a.parquet",
    ];
    let (name, now) = (TableName::bare("orders"), DateTime::UNIX_EPOCH);
    let rows = block_on(made.repair_table(&name, DEFAULT_DATABASE, found.map(str::to_string), now)).expect("repaired");
    assert_eq!(
        rows.rows,
        [
            ["Repair: Added partition to metastore orders:dt=2020-01-02/n=2"],
            ["Repair: Added partition to metastore orders:dt=a/b/n=3"],
        ]
    );
    assert_eq!(partitions(&made), ["dt=2020-01-01/n=1", "dt=2020-01-02/n=2", "dt=a/b/n=3"]);
    run(&made, "CREATE EXTERNAL TABLE flat (c STRING) LOCATION 's3://logs/flat/'").expect("a table");
    let flat = TableName::bare("flat");
    let error = block_on(made.repair_table(&flat, DEFAULT_DATABASE, [], now)).expect_err("no partitions");
    assert_eq!(error.to_string(), "SemanticException: Table default.flat is not a partitioned table");
}
