//! `CREATE TABLE AS`, `INSERT INTO` and `UNLOAD` into a folder that stands for a bucket, read back by the same engine.
//! Rules and refusals are Athena's: its user guide's pages "CREATE TABLE AS", "Considerations and limitations for CTAS
//! queries", "INSERT INTO" and "UNLOAD".

use super::rows;
use ashiato_engine::{Session, SessionOptions, Written};
use std::path::Path;
use tempfile::TempDir;

/// A session whose bucket `out` is a folder, and a table of three rows.
struct Bench {
    runtime: tokio::runtime::Runtime,
    session: Session,
    folder: TempDir,
}

const PEOPLE: &str = "(VALUES (1, 'alice', 'tokyo'), (2, 'bob', 'osaka'), (3, NULL, 'tokyo')) AS t (id, name, city)";

fn bench() -> Bench {
    bench_with(|_| {})
}

fn bench_with(set: impl FnOnce(&mut SessionOptions)) -> Bench {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut options = SessionOptions {
        buckets: vec![("out".to_string(), folder.path().to_path_buf())],
        threads: Some(2),
        now: 1_763_683_200_000,
        ..SessionOptions::default()
    };
    set(&mut options);
    let session = Session::open(options).expect("a session");
    Bench { runtime, session, folder }
}

impl Bench {
    /// What a statement wrote.
    fn write(&self, sql: &str) -> Written {
        self.try_write(sql).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    fn try_write(&self, sql: &str) -> Result<Written, String> {
        self.runtime.block_on(async {
            let parsed = self.session.parse(sql).map_err(|error| error.to_string())?;
            let mut written = Written::default();
            for statement in &parsed {
                let answer = self.session.run(statement).await.map_err(|error| error.to_string())?;
                written = answer.written.unwrap_or_default();
            }
            Ok(written)
        })
    }

    fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let rows = self.runtime.block_on(rows(&self.session, sql));
        rows.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// The files below the bucket, by their keys.
    fn keys(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(self.folder.path(), self.folder.path(), &mut found);
        found.sort();
        found
    }

    fn refused(&self, cases: &[(&str, &str)]) {
        for (sql, expected) in cases {
            let error = self.try_write(sql).expect_err(sql);
            assert!(error.contains(expected), "{sql}\n{error}\nlacks\n{expected}");
        }
    }
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            found.push(path.strip_prefix(root).expect("below").to_string_lossy().into_owned());
        }
    }
}

#[test]
fn every_format_is_read_back() {
    let all = "SELECT id, name, city, CAST(id AS DOUBLE) / 2 AS half, id > 1 AS big, DATE '2023-01-05' AS day, \
               TIMESTAMP '2023-01-05 07:08:09.123' AS at, CAST(NULL AS BIGINT) AS nothing";
    let expected = [
        ["1", "alice", "tokyo", "0.5", "false", "2023-01-05", "2023-01-05 07:08:09.123", "NULL"],
        ["2", "bob", "osaka", "1.0", "true", "2023-01-05", "2023-01-05 07:08:09.123", "NULL"],
        ["3", "NULL", "tokyo", "1.5", "true", "2023-01-05", "2023-01-05 07:08:09.123", "NULL"],
    ];
    let cases = [
        ("format = 'PARQUET'", ""),
        ("format = 'PARQUET', parquet_compression = 'SNAPPY'", ""),
        ("format = 'PARQUET', write_compression = 'ZSTD', compression_level = 5", ""),
        ("format = 'PARQUET', write_compression = 'NONE'", ""),
        ("format = 'ORC'", ""),
        ("format = 'ORC', orc_compression = 'ZSTD'", ""),
        ("format = 'AVRO'", ""),
        ("format = 'JSON'", ".gz"),
        ("format = 'JSON', write_compression = 'ZSTD'", ".zst"),
        ("format = 'TEXTFILE', field_delimiter = ','", ".gz"),
        ("format = 'TEXTFILE', write_compression = 'NONE'", ""),
    ];
    for (options, ending) in cases {
        let bench = bench();
        let written = bench.write(&format!(
            "CREATE TABLE t WITH ({options}, external_location = 's3://out/t/') AS {all} FROM {PEOPLE}"
        ));
        assert_eq!(written.rows, 3, "{options}");
        let on_disk: u64 =
            bench.keys().iter().map(|key| bench.folder.path().join(key).metadata().expect("a file").len()).sum();
        assert_eq!(written.bytes, on_disk, "{options}");
        let uris: Vec<String> = bench.keys().iter().map(|key| format!("s3://out/{key}")).collect();
        assert_eq!(written.files.iter().map(|file| file.uri.clone()).collect::<Vec<_>>(), uris, "{options}");
        assert!(
            uris.iter().all(|uri| uri.ends_with(ending) && uri.starts_with("s3://out/t/20251121_000000_")),
            "{uris:?}"
        );
        assert_eq!(bench.rows("SELECT * FROM t ORDER BY id"), expected, "{options}");
        assert_eq!(bench.rows("SELECT count(*), max(name) FROM t WHERE id >= 2"), [["2", "bob"]], "{options}");
    }
}

#[test]
fn nested_columns_are_read_back() {
    let query = "SELECT ARRAY['a', NULL] AS list, MAP(ARRAY['k'], ARRAY[7]) AS entries, \
                 CAST(ROW('x', 1.5) AS ROW(word VARCHAR, n DOUBLE)) AS pair, CAST(12.5 AS DECIMAL(5,2)) AS price";
    for format in ["PARQUET", "AVRO", "JSON", "TEXTFILE"] {
        let bench = bench();
        bench
            .write(&format!("CREATE TABLE t WITH (format = '{format}', external_location = 's3://out/t/') AS {query}"));
        assert_eq!(bench.rows("SELECT * FROM t"), [["[a, null]", "{k=7}", "{word=x, n=1.5}", "12.50"]], "{format}");
    }
    bench().refused(&[
        (
            &format!("CREATE TABLE t WITH (format = 'ORC', external_location = 's3://out/t/') AS {query}"),
            "NOT_SUPPORTED: Column 'list' of type array<string>: such columns cannot be written to ORC here",
        ),
        (
            "CREATE TABLE t WITH (format = 'TEXTFILE', external_location = 's3://out/t/') AS SELECT MAP(ARRAY[1], ARRAY[2]) AS m",
            "NOT_SUPPORTED: Column 'm' has a map whose keys are no texts, which TEXTFILE lacks here",
        ),
    ]);
}

#[test]
fn a_new_table_has_partitions_in_hives_layout() {
    let bench = bench();
    let written = bench.write(&format!(
        "CREATE TABLE t WITH (external_location = 's3://out/t', partitioned_by = ARRAY['city', 'day']) AS \
         SELECT id, name, city, if(id = 3, NULL, 'a/b') AS day FROM {PEOPLE}"
    ));
    assert_eq!((written.rows, written.files.len()), (3, 3));
    let folders: Vec<String> =
        bench.keys().iter().map(|key| key.rsplit_once('/').expect("a folder").0.to_string()).collect();
    assert_eq!(
        folders,
        ["t/city=osaka/day=a%2Fb", "t/city=tokyo/day=__HIVE_DEFAULT_PARTITION__", "t/city=tokyo/day=a%2Fb"]
    );
    assert_eq!(
        bench.rows("SELECT id, city, day FROM t ORDER BY id"),
        [["1", "tokyo", "a/b"], ["2", "osaka", "a/b"], ["3", "tokyo", "NULL"]]
    );
    assert_eq!(bench.rows("SELECT id FROM t WHERE city = 'osaka' AND day = 'a/b'"), [["2"]]);
    assert_eq!(
        bench.rows("SHOW PARTITIONS t"),
        [["city=osaka/day=a/b"], ["city=tokyo/day=__HIVE_DEFAULT_PARTITION__"], ["city=tokyo/day=a/b"]]
    );
    bench.refused(&[
        (
            "CREATE TABLE u WITH (external_location = 's3://out/u/', partitioned_by = ARRAY['a']) AS SELECT 1 AS a, 2 AS b",
            "HIVE_COLUMN_ORDER_MISMATCH: Partition keys must be the last columns in the table and in the same order as \
             the table properties: [a]",
        ),
        (
            "CREATE TABLE u WITH (external_location = 's3://out/u/', partitioned_by = ARRAY['z']) AS SELECT 1 AS a, 2 AS b",
            "INVALID_TABLE_PROPERTY: Partition columns [z] not present in schema",
        ),
        (
            "CREATE TABLE u WITH (external_location = 's3://out/u/', partitioned_by = ARRAY['a']) AS SELECT 1 AS a",
            "NOT_SUPPORTED: Table contains only partition columns",
        ),
        (
            "CREATE TABLE u WITH (external_location = 's3://out/u/', partitioned_by = ARRAY['a']) AS SELECT 1 AS b, '日' AS a",
            "HIVE_INVALID_PARTITION_VALUE: Hive partition values can only contain printable ASCII characters",
        ),
    ]);
}

#[test]
fn at_most_100_partitions_and_nothing_is_left_of_more() {
    let bench = bench();
    let query = "SELECT x AS id, x AS part FROM UNNEST(sequence(1, 101)) AS t (x)";
    let error = bench
        .try_write(&format!(
            "CREATE TABLE t WITH (external_location = 's3://out/t/', partitioned_by = ARRAY['part']) AS {query}"
        ))
        .expect_err("too many");
    assert!(
        error.starts_with("HIVE_TOO_MANY_OPEN_PARTITIONS: Exceeded limit of 100 open writers for partitions/buckets"),
        "{error}"
    );
    assert!(error.contains("files begun in s3://out/t/ were taken away again"), "{error}");
    assert_eq!(bench.keys(), Vec::<String>::new());
    assert_eq!(bench.rows("SHOW TABLES"), Vec::<Vec<String>>::new());
    let fewer = query.replace("101", "100");
    let written = bench.write(&format!(
        "CREATE TABLE t WITH (external_location = 's3://out/t/', partitioned_by = ARRAY['part']) AS {fewer}"
    ));
    assert_eq!((written.rows, written.files.len()), (100, 100));
}

#[test]
fn a_query_that_fails_halfway_leaves_no_file() {
    let bench = bench();
    let error = bench
        .try_write(
            "CREATE TABLE t WITH (external_location = 's3://out/t/') AS \
             SELECT 1 / (9990 - x * y) AS z FROM UNNEST(sequence(1, 10000)) AS t (x) \
             CROSS JOIN UNNEST(sequence(1, 9)) AS u (y)",
        )
        .expect_err("a division by zero");
    assert!(error.starts_with("DIVISION_BY_ZERO"), "{error}");
    assert_eq!(bench.keys(), Vec::<String>::new());
    assert_eq!(bench.rows("SHOW TABLES"), Vec::<Vec<String>>::new());
}

#[test]
fn buckets_are_files() {
    let bench = bench();
    let written = bench.write(
        "CREATE TABLE t WITH (external_location = 's3://out/t/', bucketed_by = ARRAY['id'], bucket_count = 3) AS \
         SELECT x AS id FROM UNNEST(sequence(1, 9)) AS t (x)",
    );
    assert_eq!((written.rows, written.files.len()), (9, 3));
    assert!(written.files.iter().all(|file| file.rows == 3), "{written:?}");
    assert_eq!(bench.rows("SELECT sum(id) FROM t"), [["45"]]);
    let create: Vec<String> = bench.rows("SHOW CREATE TABLE t").into_iter().flatten().collect();
    assert!(create.contains(&"INTO 3 BUCKETS".to_string()), "{create:?}");
    bench.refused(&[
        ("INSERT INTO t SELECT 1", "NOT_SUPPORTED: Table default.t: INSERT INTO a bucketed table is not supported"),
        (
            "CREATE TABLE u WITH (external_location = 's3://out/u/', bucketed_by = ARRAY['a']) AS SELECT 1 AS a",
            "'bucketed_by' and 'bucket_count' must be given together",
        ),
        (
            "CREATE TABLE u WITH (external_location = 's3://out/u/', bucketed_by = ARRAY['a'], bucket_count = 2) AS SELECT 1e0 AS a",
            "Column 'a' of type double cannot be bucketed by",
        ),
    ]);
}

#[test]
fn tables_and_folders_that_exist_are_left_alone() {
    let bench = bench();
    bench.write("CREATE TABLE t WITH (external_location = 's3://out/t/') AS SELECT 1 AS a");
    let before = bench.keys();
    bench.refused(&[
        (
            "CREATE TABLE t WITH (external_location = 's3://out/other/') AS SELECT 1 AS a",
            "TABLE_ALREADY_EXISTS: line 1:14: Destination table 'awsdatacatalog.default.t' already exists",
        ),
        (
            "CREATE TABLE u WITH (external_location = 's3://out/t/') AS SELECT 1 AS a",
            "HIVE_PATH_ALREADY_EXISTS: Target directory for table 'default.u' already exists: s3://out/t/",
        ),
        ("UNLOAD (SELECT 1 AS a) TO 's3://out/t/' WITH (format = 'PARQUET')", "HIVE_PATH_ALREADY_EXISTS"),
        ("CREATE TABLE nope.t WITH (external_location = 's3://out/x/') AS SELECT 1 AS a", "SCHEMA_NOT_FOUND"),
    ]);
    assert_eq!(bench.write("CREATE TABLE IF NOT EXISTS t AS SELECT 1 AS a"), Written::default());
    assert_eq!(bench.keys(), before);
    bench.write("DROP TABLE t");
    assert_eq!(bench.keys(), before, "DROP TABLE leaves an external table's files");
}

#[test]
fn columns_need_names_and_types_of_hives() {
    bench().refused(&[
        (
            "CREATE TABLE t WITH (external_location = 's3://out/t/') AS SELECT 1 AS a, count(*) FROM (VALUES 1)",
            "MISSING_COLUMN_NAME: Column name not specified at position 2",
        ),
        (
            "CREATE TABLE t WITH (external_location = 's3://out/t/') AS SELECT 1 AS a, 2 AS a",
            "DUPLICATE_COLUMN_NAME: Column name 'a' specified more than once",
        ),
        (
            "CREATE TABLE t WITH (external_location = 's3://out/t/') AS SELECT JSON '{}' AS a",
            "NOT_SUPPORTED: Unsupported Hive type: json",
        ),
        (
            "CREATE TABLE t WITH (external_location = 's3://out/t/') AS SELECT current_timestamp AS a",
            "NOT_SUPPORTED: Unsupported Hive type: timestamp(3) with time zone",
        ),
        (
            "CREATE TABLE t WITH (external_location = 's3://out/t/') AS SELECT NULL AS a",
            "COLUMN_TYPE_UNKNOWN: Column type is unknown at position 1",
        ),
        (
            "CREATE TABLE t WITH (external_location = 's3://out/t/', format = 'AVRO') AS SELECT CAST(1 AS TINYINT) AS a",
            "NOT_SUPPORTED: Column 'a' is tinyint, which is not supported by Avro. Use integer instead.",
        ),
    ]);
}

#[test]
fn properties_are_checked() {
    let create =
        |options: &str| format!("CREATE TABLE t WITH ({options}, external_location = 's3://out/t/') AS SELECT 1 AS a");
    let cases = [
        (create("format = 'CSV'"), "Unable to set the property 'format' to ['CSV']"),
        (create("formt = 'PARQUET'"), "The table property 'formt' does not exist"),
        (create("table_type = 'ICEBERG'"), "NOT_SUPPORTED: Iceberg tables are not supported"),
        (create("write_compression = 'ZLIB'"), "PARQUET files cannot be compressed by 'ZLIB'"),
        (create("orc_compression = 'ZLIB'"), "'orc_compression' is no property of PARQUET tables"),
        (create("write_compression = 'GZIP', parquet_compression = 'GZIP'"), "cannot be given together"),
        (
            create("write_compression = 'LZO'"),
            "NOT_SUPPORTED: Writing PARQUET files compressed by LZO is not supported",
        ),
        (
            create("format = 'JSON', write_compression = 'BZIP2'"),
            "NOT_SUPPORTED: Writing JSON files compressed by BZIP2",
        ),
        (create("format = 'TEXTFILE', field_delimiter = '||'"), "'field_delimiter' to [||]: expected one character"),
        (create("field_delimiter = ','"), "'field_delimiter' applies to TEXTFILE alone"),
        (create("bucketed_by = ARRAY['a'], bucket_count = 0"), "'bucket_count' to [0]"),
        (create("compression_level = 3"), "'compression_level' applies to ZSTD compression alone"),
        (
            "UNLOAD (SELECT 1 AS a) TO 's3://out/u/' WITH (compression = 'GZIP')".to_string(),
            "UNLOAD needs the property 'format'",
        ),
        (
            "UNLOAD (SELECT 1 AS a) TO 's3://out/u/' WITH (format = 'AVRO', compression = 'SNAPPY')".to_string(),
            "'compression' does not apply to AVRO files",
        ),
        (
            "UNLOAD (SELECT 1 AS a) TO '/tmp/u/' WITH (format = 'JSON')".to_string(),
            "INVALID_LOCATION: The location '/tmp/u/' is not in S3",
        ),
        (
            "UNLOAD (SELECT 1 AS a) TO 's3://out/../u/' WITH (format = 'JSON')".to_string(),
            "INVALID_LOCATION: The location 's3://out/../u/' leads out of its bucket",
        ),
    ];
    let bench = bench();
    for (sql, expected) in &cases {
        bench.refused(&[(sql, expected)]);
    }
    assert_eq!(bench.keys(), Vec::<String>::new());
}

#[test]
fn without_a_location_rows_go_below_the_result_location() {
    bench().refused(&[(
        "CREATE TABLE t AS SELECT 1 AS a",
        "CREATE TABLE AS needs a place for its rows: say WITH (external_location = 's3://BUCKET/FOLDER/')",
    )]);
    let bench = bench_with(|options| {
        options.result_location = Some("s3://out/results".to_string());
        options.query_id = Some("a1b2".to_string());
    });
    let written = bench.write("CREATE TABLE t AS SELECT 1 AS a");
    assert!(written.files[0].uri.starts_with("s3://out/results/tables/a1b2/a1b2_"), "{written:?}");
    assert_eq!(bench.rows("SELECT a FROM t"), [["1"]]);
}

#[test]
fn with_no_data_makes_an_empty_table() {
    let bench = bench();
    let written =
        bench.write("CREATE TABLE t WITH (external_location = 's3://out/t/') AS SELECT 1 AS a, 'x' AS b WITH NO DATA");
    assert_eq!(written, Written::default());
    assert_eq!(bench.rows("SELECT count(*) FROM t"), [["0"]]);
    assert_eq!(bench.write("INSERT INTO t SELECT 5, 'y'").rows, 1);
    assert_eq!(bench.rows("SELECT * FROM t"), [["5", "y"]]);
    let none = bench.write("CREATE TABLE e WITH (external_location = 's3://out/e/') AS SELECT a FROM t WHERE a > 9");
    assert_eq!(none, Written::default());
    assert_eq!(bench.rows("SELECT count(*) FROM e"), [["0"]]);
}

#[test]
fn rows_are_inserted_into_every_kind_of_table() {
    let tables = [
        "STORED AS PARQUET",
        "STORED AS ORC",
        "STORED AS AVRO",
        "ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'",
        "ROW FORMAT DELIMITED FIELDS TERMINATED BY ','",
        "ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t' NULL DEFINED AS '-'",
    ];
    for storage in tables {
        let bench = bench();
        bench.write(&format!(
            "CREATE EXTERNAL TABLE t (id INT, name STRING, price DOUBLE) {storage} LOCATION 's3://out/t/'"
        ));
        assert_eq!(bench.write("INSERT INTO t VALUES (1, 'a', 1.5), (2, NULL, 2)").rows, 2, "{storage}");
        assert_eq!(bench.write("INSERT INTO t (price, id) SELECT 7, 3").rows, 1, "{storage}");
        assert_eq!(
            bench.rows("SELECT * FROM t ORDER BY id"),
            [["1", "a", "1.5"], ["2", "NULL", "2.0"], ["3", "NULL", "7.0"]],
            "{storage}"
        );
        bench.refused(&[
            (
                "INSERT INTO t VALUES (1, 'a')",
                "TYPE_MISMATCH: line 1:13: Insert query has mismatched column types: Table: [integer, varchar, double]",
            ),
            ("INSERT INTO t VALUES ('x', 'a', 1.0)", "TYPE_MISMATCH"),
            (
                "INSERT INTO t (nope) VALUES (1)",
                "COLUMN_NOT_FOUND: line 1:13: Insert column name does not exist in target table: nope",
            ),
            (
                "INSERT INTO t (id, id) VALUES (1, 2)",
                "DUPLICATE_COLUMN_NAME: line 1:13: Insert column name is specified more than once: id",
            ),
            ("INSERT INTO t (id) VALUES (3000000000)", "INVALID_CAST_ARGUMENT: A value does not fit column 'id'"),
        ]);
        assert_eq!(bench.keys().len(), 2, "{storage}: what failed left nothing");
    }
}

#[test]
fn nested_values_are_inserted_with_the_tables_delimiters() {
    let bench = bench();
    bench.write(
        "CREATE EXTERNAL TABLE t (id INT, tags ARRAY<STRING>, m MAP<STRING, INT>, deep ARRAY<ARRAY<INT>>) ROW FORMAT DELIMITED \
         FIELDS TERMINATED BY ',' COLLECTION ITEMS TERMINATED BY '|' MAP KEYS TERMINATED BY ':' LOCATION 's3://out/t/' \
         TBLPROPERTIES ('write.compression'='NONE')",
    );
    bench.write(
        "INSERT INTO t VALUES (1, ARRAY['a', NULL], MAP(ARRAY['k', 'j'], ARRAY[1, 2]), ARRAY[ARRAY[1, 2], ARRAY[3]])",
    );
    let text = std::fs::read_to_string(bench.folder.path().join(&bench.keys()[0])).expect("a file");
    assert_eq!(text, "1,a|\\N,k:1|j:2,1:2|3\n");
    assert_eq!(bench.rows("SELECT * FROM t"), [["1", "[a, null]", "{k=1, j=2}", "[[1, 2], [3]]"]]);
}

#[test]
fn texts_are_inserted_into_csv() {
    let bench = bench();
    bench.write("CREATE EXTERNAL TABLE t (a STRING, b STRING) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' LOCATION 's3://out/t/'");
    bench.write(r#"INSERT INTO t VALUES ('say "x", y', 'back\slash'), (NULL, '')"#);
    assert_eq!(bench.rows("SELECT * FROM t"), [[r#"say "x", y"#, r"back\slash"], ["", ""]]);
    bench.write("CREATE EXTERNAL TABLE n (a INT) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' LOCATION 's3://out/n/'");
    bench.refused(&[("INSERT INTO n VALUES 1", "Column 'a' is int: a CSV table takes only columns of type string")]);
}

#[test]
fn inserted_rows_find_or_make_their_partitions() {
    let bench = bench();
    bench.write(
        "CREATE EXTERNAL TABLE t (id INT) PARTITIONED BY (city STRING, n INT) STORED AS PARQUET LOCATION 's3://out/t/'; \
         ALTER TABLE t ADD PARTITION (city = 'osaka', n = 1) LOCATION 's3://out/elsewhere/'",
    );
    let written = bench.write("INSERT INTO t VALUES (1, 'osaka', 1), (2, 'tokyo', 2)");
    let folders: Vec<&str> = written.files.iter().filter_map(|file| Some(file.uri.rsplit_once('/')?.0)).collect();
    assert_eq!(folders, ["s3://out/elsewhere", "s3://out/t/city=tokyo/n=2"]);
    bench.write("INSERT INTO t VALUES (3, 'tokyo', 2)");
    assert_eq!(bench.rows("SHOW PARTITIONS t"), [["city=osaka/n=1"], ["city=tokyo/n=2"]]);
    assert_eq!(
        bench.rows("SELECT * FROM t ORDER BY id"),
        [["1", "osaka", "1"], ["2", "tokyo", "2"], ["3", "tokyo", "2"]]
    );
}

#[test]
fn inserted_rows_go_into_projected_folders() {
    let bench = bench();
    bench.write(
        "CREATE EXTERNAL TABLE t (id INT) PARTITIONED BY (day STRING) STORED AS PARQUET LOCATION 's3://out/t/' \
         TBLPROPERTIES ('projection.enabled'='true', 'projection.day.type'='date', 'projection.day.format'='yyyy/MM/dd', \
         'projection.day.range'='2023/01/01,2023/12/31', 'storage.location.template'='s3://out/t/${day}')",
    );
    let written = bench.write("INSERT INTO t VALUES (1, '2023/05/06')");
    assert!(written.files[0].uri.starts_with("s3://out/t/2023/05/06/"), "{written:?}");
    assert_eq!(bench.rows("SELECT id FROM t WHERE day = '2023/05/06'"), [["1"]]);
    assert_eq!(bench.rows("SHOW PARTITIONS t"), Vec::<Vec<String>>::new());
}

#[test]
fn what_cannot_be_written_to_is_refused() {
    let bench = bench();
    bench.write(
        "CREATE VIEW v AS SELECT 1 AS a; \
         CREATE EXTERNAL TABLE r (a STRING) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.RegexSerDe' \
         WITH SERDEPROPERTIES ('input.regex' = '(.*)') LOCATION 's3://out/r/'",
    );
    bench.refused(&[
        ("INSERT INTO v SELECT 1", "NOT_SUPPORTED: Inserting into views is not supported"),
        (
            "INSERT INTO r SELECT 'x'",
            "NOT_SUPPORTED: Table default.r: INSERT INTO a table of lines matched by an expression",
        ),
        ("INSERT INTO nope SELECT 1", "TABLE_NOT_FOUND: line 1:13: Table 'awsdatacatalog.default.nope' does not exist"),
    ]);
}

#[test]
fn unload_writes_files_alone() {
    let bench = bench();
    let written =
        bench.write(&format!("UNLOAD (SELECT id, upper(name) FROM {PEOPLE}) TO 's3://out/u/' WITH (format = 'JSON')"));
    assert_eq!((written.rows, written.files.len()), (3, 1));
    let bytes = std::fs::read(bench.folder.path().join(&bench.keys()[0])).expect("a file");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(bytes.as_slice()), &mut text).expect("gzip");
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, [r#"{"id":1,"_col1":"ALICE"}"#, r#"{"id":2,"_col1":"BOB"}"#, r#"{"id":3,"_col1":null}"#]);
    assert_eq!(bench.rows("SHOW TABLES"), Vec::<Vec<String>>::new());
    // Into partitions a second UNLOAD adds, as the user guide says.
    let unload = format!(
        "UNLOAD (SELECT id, city FROM {PEOPLE}) TO 's3://out/p/' WITH (format = 'PARQUET', compression = 'SNAPPY', \
         partitioned_by = ARRAY['city'])"
    );
    assert_eq!(bench.write(&unload).files.len(), 2);
    assert_eq!(bench.write(&unload).files.len(), 2);
    assert_eq!(bench.keys().iter().filter(|key| key.starts_with("p/city=tokyo/")).count(), 2);
}

#[test]
fn prepared_statements_write() {
    let bench = bench();
    bench.write("PREPARE p FROM UNLOAD (SELECT ? AS a) TO 's3://out/u/' WITH (format = 'TEXTFILE')");
    assert_eq!(bench.write("EXECUTE p USING 'x'").rows, 1);
    assert_eq!(bench.keys().len(), 1);
}

#[test]
fn a_large_table_is_streamed_and_whole() {
    let bench = bench();
    let written = bench.write(
        "CREATE TABLE t WITH (external_location = 's3://out/t/', format = 'JSON', write_compression = 'NONE') AS \
         SELECT x + y AS id, to_hex(sha256(to_utf8(CAST(x + y AS VARCHAR)))) AS digest \
         FROM UNNEST(sequence(1, 10000)) AS t (x) CROSS JOIN UNNEST(sequence(0, 190000, 10000)) AS u (y)",
    );
    assert_eq!(written.rows, 200_000);
    assert!(written.bytes > 15_000_000, "several parts: {written:?}");
    assert_eq!(
        bench.rows("SELECT count(*), sum(id), count(DISTINCT digest) FROM t"),
        [["200000", "20000100000", "200000"]]
    );
}
