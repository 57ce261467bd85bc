//! awswrangler and pandas: frames out of queries in each of its ways, frames into tables, and the catalog's functions.

use super::{python, server};

const WRANGLER: &str = "
os.environ.update(AWS_ENDPOINT_URL=ENDPOINT, AWS_ACCESS_KEY_ID='AKIDALICE', AWS_SECRET_ACCESS_KEY='secret', AWS_DEFAULT_REGION='eu-north-1')
import awswrangler as wr
import pandas as pd
SQL = \"SELECT * FROM (VALUES (1, 'a', DATE '2024-01-02'), (2, NULL, NULL)) AS t(n, s, d)\"
read = lambda sql, **more: wr.athena.read_sql_query(sql, **dict(database='default', s3_output='s3://results/wr/', athena_query_wait_polling_delay=0.02) | more)
";

#[test]
fn frames_are_read_in_three_ways() {
    let server = server();
    let script = "for more in [dict(ctas_approach=True), dict(ctas_approach=False),
             dict(ctas_approach=False, unload_approach=True, s3_output='s3://results/unloaded/')]:
    frame = read(SQL, **more)
    frame = frame.sort_values('n')
    print(frame['n'].tolist(), frame['s'].tolist()[0], pd.isna(frame['s'].tolist()[1]), str(frame['d'].tolist()[0]))
print(sum(len(frame) for frame in read('SELECT x FROM UNNEST(sequence(1, 100)) AS t(x)', chunksize=30)))
print(wr.catalog.tables(database='default')['Table'].tolist() if len(wr.catalog.tables(database='default')) else [])
read(SQL, ctas_approach=False, keep_files=False)
print(wr.athena.read_sql_query('SELECT 5 AS n', database='default')['n'].tolist())";
    let Some(printed) = python(&server, &format!("{WRANGLER}\n{script}")) else { return };
    let one = "[1, 2] a True 2024-01-02";
    assert_eq!(printed, format!("{one}\n{one}\n{one}\n100\n[]\n[5]"));
}

#[test]
fn frames_become_tables() {
    let server = server();
    let script = "frame = pd.DataFrame({'n': [1, 2, 3], 's': ['a', 'b', None], 'day': ['x', 'x', 'y']})
wr.s3.to_parquet(frame, path='s3://results/frames/', dataset=True, database='default', table='frames', partition_cols=['day'])
print(read('SELECT n, s, day FROM frames ORDER BY n', ctas_approach=False).values.tolist())
wr.s3.to_parquet(frame, path='s3://results/frames/', dataset=True, database='default', table='frames', partition_cols=['day'], mode='append')
print(read('SELECT count(*) AS c FROM frames WHERE day = :d', ctas_approach=False, params={'d': 'x'})['c'].tolist())
print(wr.catalog.table('default', 'frames')['Column Name'].tolist(), wr.athena.describe_table('frames', database='default')['Column Name'].tolist())
print('CREATE EXTERNAL TABLE' in wr.athena.show_create_table('frames', database='default'))";
    let expected = "[[1, 'a', 'x'], [2, 'b', 'x'], [3, <NA>, 'y']]
[4]
['n', 's', 'day'] ['n', 's', 'day']
True";
    let Some(printed) = python(&server, &format!("{WRANGLER}\n{script}")) else { return };
    assert_eq!(printed, expected);
}

/// A script that fails by itself where something is other than it should be.
#[track_caller]
fn passes(script: &str) {
    let begun = concat!(include_str!("scripts/wrangler.py"), "\n");
    if let Some(printed) = python(&server(), &format!("{begun}{script}")) {
        assert!(printed.ends_with("passed"), "{printed}");
    }
}

#[test]
fn the_catalog_is_read_and_changed() {
    passes(include_str!("scripts/wrangler_catalog.py"));
}

#[test]
fn tables_are_made_unloaded_and_described() {
    passes(include_str!("scripts/wrangler_athena.py"));
}

#[test]
fn frames_become_tables_of_each_format() {
    passes(include_str!("scripts/wrangler_frames.py"));
}
