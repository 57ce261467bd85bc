//! Hive tables over files of each format, good and damaged. Formats and properties are those of Athena's user guide,
//! "Choose a SerDe for your data".

use super::rows;
use ashiato_engine::{Coverage, Session, SessionOptions};

/// Written by other programs: ORC by pyarrow, Avro by fastavro, with the same three rows.
const ORC: &[u8] = include_bytes!("../data/people.orc");
const AVRO: &[u8] = include_bytes!("../data/people.avro");

const COLUMNS: &str = "id BIGINT, name STRING, price DECIMAL(9,2), at TIMESTAMP, day DATE, tags ARRAY<STRING>, \
                       who STRUCT<username: STRING, n: INT>, m MAP<STRING, BIGINT>";

/// The rows of `select`, run on a table that `create` makes over one file.
fn read(create: &str, file: &str, bytes: &[u8], select: &str) -> (Result<Vec<Vec<String>>, String>, Coverage) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir(folder.path().join("t")).expect("a folder");
    std::fs::write(folder.path().join("t").join(file), bytes).expect("a file");
    let options = SessionOptions {
        buckets: vec![("b".to_string(), folder.path().to_path_buf())],
        threads: Some(1),
        ..SessionOptions::default()
    };
    runtime.block_on(async {
        let session = Session::open(options).expect("a session");
        let script = format!("{create} LOCATION 's3://b/t/'; {select}");
        let found = rows(&session, &script).await.map_err(|error| error.to_string());
        (found, session.coverage().await)
    })
}

fn check(create: &str, file: &str, text: &str, select: &str, expected: &[&[&str]]) {
    let (found, _) = read(create, file, text.as_bytes(), select);
    assert_eq!(found.unwrap_or_else(|error| panic!("{create}: {error}")), expected, "{create}\n{select}");
}

fn refused(create: &str, file: &str, bytes: &[u8], expected: &str) {
    let (found, _) = read(create, file, bytes, "SELECT * FROM t");
    let error = found.expect_err(create);
    assert!(error.contains(expected), "{create}\n{error}\nlacks\n{expected}");
}

#[test]
fn orc_and_avro_of_other_writers() {
    let expected = [
        ["1", "alice", "12.50", "2023-01-05 07:08:09.123", "2023-01-05", "[x, null]", "{username=a, n=1}", "{k=1}"],
        ["2", "NULL", "NULL", "NULL", "NULL", "[]", "NULL", "{}"],
        ["NULL", "日本", "-0.01", "1969-12-31 23:59:59.000", "1970-01-01", "NULL", "{username=null, n=3}", "NULL"],
    ];
    let avro = "ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.avro.AvroSerDe' STORED AS AVRO";
    for (storage, bytes) in [("STORED AS ORC", ORC), ("STORED AS AVRO", AVRO), (avro, AVRO)] {
        let create = format!("CREATE EXTERNAL TABLE t ({COLUMNS}) {storage}");
        let (found, coverage) = read(&create, "people", bytes, "SELECT * FROM t");
        assert_eq!(found.expect(storage), expected, "{storage}");
        assert_eq!((coverage.files_matched, coverage.files_read), (1, 1), "{storage}");
        assert_eq!(coverage.bytes_stored, bytes.len() as u64, "{storage}");
        let some = "SELECT day, who.username, element_at(m, 'k') FROM t WHERE name = 'alice'";
        assert_eq!(read(&create, "people", bytes, some).0.expect(some), [["2023-01-05", "a", "1"]], "{storage}");
        assert_eq!(read(&create, "people", bytes, "SELECT count(*) FROM t").0.expect("a count"), [["3"]], "{storage}");
    }
}

/// Athena reads the columns of ORC by position unless the table says otherwise, those of Avro by name.
#[test]
fn columns_by_position_and_by_name() {
    let orc = "ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.orc.OrcSerde'";
    let by_name = "WITH SERDEPROPERTIES ('orc.column.index.access'='false')";
    let columns = "name STRING, later INT";
    let storage = "STORED AS INPUTFORMAT 'org.apache.hadoop.hive.ql.io.orc.OrcInputFormat' \
                   OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat'";
    let cases = [
        (format!("CREATE EXTERNAL TABLE t (first BIGINT, second STRING) {orc} {storage}"), ORC, ["1", "alice"]),
        (format!("CREATE EXTERNAL TABLE t ({columns}) {orc} {by_name} {storage}"), ORC, ["alice", "NULL"]),
        (format!("CREATE EXTERNAL TABLE t ({columns}) STORED AS AVRO"), AVRO, ["alice", "NULL"]),
    ];
    for (create, bytes, expected) in cases {
        let (found, _) = read(&create, "people", bytes, "SELECT * FROM t LIMIT 1");
        assert_eq!(found.expect("rows"), [expected], "{create}");
    }
}

#[test]
fn damaged_files_of_columns_are_errors_that_name_the_file() {
    for (storage, bytes) in [("ORC", ORC), ("AVRO", AVRO)] {
        let create = format!("CREATE EXTERNAL TABLE t ({COLUMNS}) STORED AS {storage}");
        refused(&create, "cut", &bytes[..bytes.len() / 2], "HIVE_CURSOR_ERROR");
        refused(&create, "cut", &bytes[..bytes.len() / 2], "t/cut");
        refused(&create, "other", b"no such file of columns", "t/other");
        // Whatever byte is changed: rows or an error, and an end.
        for at in (0..bytes.len()).step_by(11) {
            let mut changed = bytes.to_vec();
            changed[at] ^= 0xff;
            let (found, _) = read(&create, "changed", &changed, "SELECT * FROM t");
            assert!(found.as_ref().is_ok() || found.is_err_and(|error| error.contains("changed")), "{storage} at {at}");
        }
    }
}

#[test]
fn json_lines_of_both_serdes() {
    let lines = "{\"Id\":1,\"who\":{\"Name\":\"a\"},\"raw\":{\"x\":[1,2]}}\n\n{\"id\":\"7\"}\n{}\n";
    let columns = "(id INT, who STRUCT<name: STRING>, raw STRING)";
    for serde in ["org.apache.hive.hcatalog.data.JsonSerDe", "org.openx.data.jsonserde.JsonSerDe"] {
        let create = format!("CREATE EXTERNAL TABLE t {columns} ROW FORMAT SERDE '{serde}'");
        let expected: &[&[&str]] =
            &[&["1", "{name=a}", "{\"x\":[1,2]}"], &["7", "NULL", "NULL"], &["NULL", "NULL", "NULL"]];
        check(&create, "a.json", lines, "SELECT * FROM t", expected);
        refused(&create, "a.json", b"{\"id\":1}\n{\"id\":", "a.json:2: Row is not a valid JSON Object");
        refused(&create, "a.json", b"[1]\n", "the line holds another value");
    }
    let create = format!("CREATE EXTERNAL TABLE t {columns} STORED AS JSONFILE");
    check(&create, "a.json", "{\"id\":5}\n", "SELECT id FROM t", &[&["5"]]);
}

#[test]
fn openx_properties() {
    let create = |properties: &str, columns: &str| {
        let serde = "ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'";
        format!("CREATE EXTERNAL TABLE t ({columns}) {serde} WITH SERDEPROPERTIES ({properties})")
    };
    let select = "SELECT * FROM t";
    let ignoring = create("'ignore.malformed.json'='true'", "n INT");
    check(&ignoring, "a", "{\"n\":1}\n{\"n\":\nnonsense\n", select, &[&["1"], &["NULL"], &["NULL"]]);
    check(&create("'dots.in.keys'='true'", "a_b STRING"), "a", "{\"a.b\":\"x\"}\n", select, &[&["x"]]);
    check(&create("'mapping.ts'='timestamp'", "ts STRING"), "a", "{\"timestamp\":\"x\"}\n", select, &[&["x"]]);
    let cased = create("'case.insensitive'='false', 'mapping.upper'='ID'", "id STRING, upper STRING");
    check(
        &cased,
        "a",
        "{\"ID\":\"big\",\"id\":\"small\"}\n{\"Id\":\"mixed\"}\n",
        select,
        &[&["small", "big"], &["NULL", "NULL"]],
    );
    let any_case = create("'case.insensitive'='true'", "id STRING");
    check(&any_case, "a", "{\"ID\":\"big\"}\n", select, &[&["big"]]);
}

#[test]
fn csv_with_separators_quotes_escapes_and_a_header() {
    let create = "CREATE EXTERNAL TABLE t (a STRING, b STRING) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' \
                  WITH SERDEPROPERTIES ('separatorChar'='\\t', 'quoteChar'='\\'', 'escapeChar'='^')";
    check(create, "a.csv", "'x\ty'\t^'z\nshort\n", "SELECT * FROM t", &[&["x\ty", "'z"], &["short", "NULL"]]);
    let create =
        "CREATE EXTERNAL TABLE t (a STRING, n INT) ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde'";
    let header = format!("{create} TBLPROPERTIES ('skip.header.line.count'='1')");
    check(&header, "a.csv", "a,n\nx,1\n", "SELECT * FROM t", &[&["x", "1"]]);
    check(create, "a.csv", "x,1\ny,one\n", "SELECT * FROM t", &[&["x", "1"], &["y", "NULL"]]);
}

#[test]
fn delimited_text_with_collections_maps_and_null() {
    let create = "CREATE EXTERNAL TABLE t (id INT, tags ARRAY<STRING>, m MAP<STRING, INT>, who STRUCT<name: STRING, n: INT>, \
                  deep ARRAY<ARRAY<INT>>) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' ESCAPED BY '\\\\' \
                  COLLECTION ITEMS TERMINATED BY '|' MAP KEYS TERMINATED BY ':' NULL DEFINED AS '-'";
    let text = "1,a|b,k:1|j:2,alice|7,1:2|3\n2,-,-,-,-\n3,,,bob,\nx,a\\,b,k,|,\n";
    check(
        create,
        "a.txt",
        text,
        "SELECT * FROM t",
        &[
            &["1", "[a, b]", "{k=1, j=2}", "{name=alice, n=7}", "[[1, 2], [3]]"],
            &["2", "NULL", "NULL", "NULL", "NULL"],
            &["3", "[]", "{}", "{name=bob, n=null}", "[]"],
            &["NULL", "[a,b]", "{k=null}", "{name=, n=null}", "[]"],
        ],
    );
    check(create, "a.txt", text, "SELECT id FROM t WHERE element_at(m, 'k') = 1", &[&["1"]]);
    let plain = "CREATE EXTERNAL TABLE t (a ARRAY<INT>) ROW FORMAT DELIMITED FIELDS TERMINATED BY ','";
    check(plain, "a.txt", "1\u{2}2\n\\N\n", "SELECT a FROM t", &[&["[1, 2]"], &["NULL"]]);
}

#[test]
fn grok() {
    let create = "CREATE EXTERNAL TABLE t (time STRING, loglevel STRING, ms INT, action STRING) \
                  ROW FORMAT SERDE 'com.amazonaws.glue.serde.GrokSerDe' WITH SERDEPROPERTIES (\
                  'input.grokCustomPatterns'='ACTION receive|send\\nUNUSED x', \
                  'input.format'='%{TIMESTAMP_ISO8601:time} %{LOGLEVEL} +- executionTime=%{POSINT:ms}, action=%{ACTION:action}') \
                  STORED AS INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat' \
                  OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'";
    let text = "2017-09-12 12:10:34,972 INFO  - executionTime=7290, action=receive\nanother line\n";
    check(
        create,
        "a.log",
        text,
        "SELECT * FROM t",
        &[&["2017-09-12 12:10:34,972", "INFO", "7290", "receive"], &["NULL", "NULL", "NULL", "NULL"]],
    );
    let unknown = create.replace("%{ACTION:action}", "%{NOPE:action}");
    refused(&unknown, "a.log", b"", "INVALID_TABLE_PROPERTY: GrokSerDe: the pattern 'NOPE' does not exist");
}

#[test]
fn formats_without_a_reader_are_refused_by_name() {
    let cases = [
        (
            "ROW FORMAT SERDE 'com.amazon.ionhiveserde.IonHiveSerDe'",
            "the SerDe com.amazon.ionhiveserde.IonHiveSerDe is not supported",
        ),
        ("STORED AS RCFILE", "STORED AS RCFILE is not supported"),
        ("STORED AS SEQUENCEFILE", "STORED AS SEQUENCEFILE is not supported"),
    ];
    for (storage, expected) in cases {
        refused(&format!("CREATE EXTERNAL TABLE t (a INT) {storage}"), "a", b"", expected);
    }
}

/// The file of a row, in every format: under the location that the table has, wherever its copy lies.
#[test]
fn rows_tell_of_their_files() {
    let csv = "CREATE EXTERNAL TABLE t (a INT, b STRING) ROW FORMAT DELIMITED FIELDS TERMINATED BY ','";
    let json = "CREATE EXTERNAL TABLE t (a INT, b STRING) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'";
    let told = r#"SELECT "$path", "$file_size", "$file_modified_time" > TIMESTAMP '2020-01-01 00:00:00', a FROM t"#;
    check(csv, "f.csv", "1,x\n", told, &[&["s3://b/t/f.csv", "4", "true", "1"]]);
    check(json, "f.json", r#"{"a":1,"b":"x"}"#, told, &[&["s3://b/t/f.json", "15", "true", "1"]]);
    let starred = r#"SELECT *, "$path" FROM t WHERE "$path" LIKE '%f.csv'"#;
    check(csv, "f.csv", "1,x\n", starred, &[&["1", "x", "s3://b/t/f.csv"]]);
    check(csv, "f.csv", "1,x\n", r#"SELECT count(*) FROM t WHERE "$path" = 's3://b/t/other'"#, &[&["0"]]);
    check(csv, "f.csv", "1,x\n", "SELECT * FROM t", &[&["1", "x"]]);
    let (found, _) =
        read("CREATE EXTERNAL TABLE t (id BIGINT) STORED AS ORC", "people", ORC, r#"SELECT DISTINCT "$path" FROM t"#);
    assert_eq!(found.expect("a path"), [["s3://b/t/people"]]);
}

/// `*` lists no column that tells of files, however deep it stands; who names one has it.
#[test]
fn a_star_leaves_hidden_columns_out() {
    let csv = "CREATE EXTERNAL TABLE t (a INT, b STRING) ROW FORMAT DELIMITED FIELDS TERMINATED BY ','";
    let path = "s3://b/t/f.csv";
    let cases: [(&str, &[&str]); 8] = [
        (r#"SELECT * FROM t WHERE "$path" <> ''"#, &["1", "x"]),
        (r#"SELECT "$path", * FROM t"#, &[path, "1", "x"]),
        (r#"SELECT x.*, "$path" FROM t AS x"#, &["1", "x", path]),
        (r#"SELECT * FROM (SELECT *, "$path" AS p FROM t) AS s"#, &["1", "x", path]),
        (r#"SELECT "$path" FROM (SELECT "$path" FROM t) AS s"#, &[path]),
        (
            r#"WITH s AS (SELECT * FROM t WHERE "$file_size" = 4) SELECT * FROM s JOIN t AS u ON s.a = u.a"#,
            &["1", "x", "1", "x"],
        ),
        (r#"SELECT * FROM t WHERE "$file_size" > 4 UNION ALL SELECT * FROM t ORDER BY a LIMIT 1"#, &["1", "x"]),
        (r#"SELECT DISTINCT * FROM t WHERE a IN (SELECT a FROM t WHERE "$path" LIKE '%csv')"#, &["1", "x"]),
    ];
    for (select, expected) in cases {
        check(csv, "f.csv", "1,x\n", select, &[expected]);
    }
}
