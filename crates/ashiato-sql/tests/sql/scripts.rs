//! What scripts parse to, and in what words they are refused.

use ashiato_sql::parse::{parse_one, parse_script};
use ashiato_sql::statement::{HiveType, RowFormat, Show, Statement, StoredAs, TableChange};

#[path = "forms.rs"]
mod forms;

#[test]
fn published_statements_parse_as_printed() {
    let script = include_str!("../../fuzz/corpus/statements/published.sql");
    let parsed = parse_script(script).expect("every published statement");
    let kinds: Vec<&str> = parsed.iter().map(|parsed| forms::kind(&parsed.statement)).collect();
    let mut expected = vec!["query"; 12];
    expected[0] = "create table";
    assert_eq!(kinds, expected);
    let warned: Vec<&String> = parsed.iter().flat_map(|parsed| &parsed.warnings).collect();
    assert_eq!(warned.len(), 1, "{warned:?}");
    assert!(warned[0].ends_with("the quotes ’…′ were read as '…'"), "{warned:?}");
    let Statement::Query(lake) = &parsed[8].statement else { panic!("a query") };
    assert_eq!(lake.tables()[0].table, "24ee0015-90f8-4a9b-9293-ac6cd3d774eb");
    assert!(lake.to_string().contains("'2025-08-21 02:15:00'"), "{lake}");
}

#[test]
fn hive_ddl_is_read_whole() {
    let script = include_str!("../../fuzz/corpus/statements/published.sql");
    let parsed = parse_script(script).expect("every published statement");
    let Statement::CreateTable(table) = &parsed[0].statement else { panic!("a table") };
    assert_eq!(table.name.to_string(), "cloudtrail_logs_pp");
    assert!(table.external && !table.if_not_exists);
    assert_eq!(table.columns.len(), 23);
    assert_eq!(
        table.columns[1].hive_type.to_string(),
        "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,\
         username:string,sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,\
         sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>>>"
    );
    assert_eq!(table.columns[16].hive_type.to_string(), "array<struct<arn:string,accountid:string,type:string>>");
    assert_eq!((table.partitions[0].name.as_str(), &table.partitions[0].hive_type), ("timestamp", &HiveType::String));
    let class = "com.amazon.emr.hive.serde.CloudTrailSerde".to_string();
    assert_eq!(table.row_format, Some(RowFormat::Serde { class, properties: Vec::new() }));
    let input = "com.amazon.emr.cloudtrail.CloudTrailInputFormat".to_string();
    let output = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat".to_string();
    assert_eq!(table.stored_as, Some(StoredAs::Formats { input, output }));
    let location = "s3://バケット名/AWSLogs/アカウントID/CloudTrail/ap-northeast-1/";
    assert_eq!(table.location.as_deref(), Some(location));
    assert_eq!(table.properties.len(), 7);
    assert_eq!(table.properties[6], ("storage.location.template".to_string(), format!("{location}${{timestamp}}")));
}

#[test]
fn delimited_rows_and_their_escapes() {
    let sql = r"CREATE EXTERNAL TABLE IF NOT EXISTS `Db.T` (A int COMMENT 'it\'s', `b` decimal(12,2), c map<string,array<int>>)
        COMMENT 'x' PARTITIONED BY (dt string, hr int) CLUSTERED BY (a) SORTED BY (a DESC) INTO 4 BUCKETS
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\t' ESCAPED BY '\\' COLLECTION ITEMS TERMINATED BY '\002'
        MAP KEYS TERMINATED BY '\003' LINES TERMINATED BY '\n' NULL DEFINED AS '-'
        STORED AS TextFile LOCATION 's3://b/p/' TBLPROPERTIES ('skip.header.line.count'='1')";
    let Statement::CreateTable(table) = parse_one(sql).expect(sql).statement else { panic!("a table") };
    assert_eq!(table.name.to_string(), "db.t");
    assert_eq!(table.columns[0].comment.as_deref(), Some("it's"));
    assert_eq!(table.columns[1].hive_type, HiveType::Decimal(12, 2));
    assert_eq!(table.columns[2].hive_type.to_string(), "map<string,array<int>>");
    let text = |text: &str| Some(text.to_string());
    assert_eq!(
        table.row_format,
        Some(RowFormat::Delimited {
            fields: text("\t"),
            escape: text("\\"),
            items: text("\u{2}"),
            map_keys: text("\u{3}"),
            lines: text("\n"),
            null: text("-"),
        })
    );
    assert_eq!(table.stored_as, Some(StoredAs::Named("TEXTFILE".to_string())));
    let clustering = table.clustering.expect("CLUSTERED BY was said");
    assert_eq!((clustering.sorted_by, clustering.buckets), (vec![("a".to_string(), false)], 4));
}

#[test]
fn partitions_and_shows_keep_what_was_said() {
    let sql = "ALTER TABLE t ADD IF NOT EXISTS PARTITION (dt='1', hr=2) LOCATION 's3://b/1/' PARTITION (dt='2')";
    let Statement::AlterTable { change, .. } = parse_one(sql).expect(sql).statement else { panic!("an ALTER") };
    let values = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect::<Vec<_>>()
    };
    let expected = TableChange::AddPartitions {
        if_not_exists: true,
        partitions: vec![
            (values(&[("dt", "1"), ("hr", "2")]), Some("s3://b/1/".to_string())),
            (values(&[("dt", "2")]), None),
        ],
    };
    assert_eq!(change, expected);
    let sql = "SHOW TBLPROPERTIES db.t('a')";
    let Statement::Show(Show::TableProperties { table, key }) = parse_one(sql).expect(sql).statement else {
        panic!("a SHOW")
    };
    assert_eq!((table.to_string().as_str(), key.as_deref()), ("db.t", Some("a")));
}

#[test]
fn places_are_those_of_the_script() {
    let parsed = parse_script("-- first\nSELECT 1;\n\n  SELECT 2 ;;\n").expect("two statements");
    let places: Vec<(u64, &str)> = parsed.iter().map(|parsed| (parsed.line, parsed.text.as_str())).collect();
    assert_eq!(places, [(2, "SELECT 1"), (4, "SELECT 2")]);
    let error = parse_script("SELECT 1;\nSELECT a,\n  FROM t").expect_err("a comma too many");
    assert_eq!(error.at, Some((3, 3)), "{error}");
}

#[test]
fn tables_are_named_once_and_common_ones_not() {
    let sql = "WITH x AS (SELECT * FROM Db.A) SELECT * FROM x JOIN a ON true, db.a, UNNEST(a.b) AS u(v)
               WHERE c IN (SELECT d FROM awsdatacatalog.db.\"my-table\")";
    let Statement::Query(query) = parse_one(sql).expect(sql).statement else { panic!("a query") };
    let tables: Vec<String> = query.tables().iter().map(|table| table.to_string()).collect();
    assert_eq!(tables, ["db.a", "a", "awsdatacatalog.db.my-table"]);
}

#[test]
fn ids_of_stores_are_names() {
    let cases = [
        ("SELECT a FROM 24ee0015-90f8-4a9b-9293-ac6cd3d774eb", "24ee0015-90f8-4a9b-9293-ac6cd3d774eb"),
        ("SELECT a FROM 5e2676f8-90f8-4a9b-9293-ac6cd3d774eb x", "5e2676f8-90f8-4a9b-9293-ac6cd3d774eb"),
        ("SELECT a FROM EXAMPLEf852-4e8f-8bd1-bcf6cEXAMPLE", "examplef852-4e8f-8bd1-bcf6cexample"),
        ("SELECT a FROM \"0E123456-90f8-4a9b-9293-ac6cd3d774eb\"", "0e123456-90f8-4a9b-9293-ac6cd3d774eb"),
        (
            "SELECT a FROM arn:aws:cloudtrail:us-east-1:123456789012:eventdatastore/24ee0015-90f8-4a9b-9293-ac6cd3d774eb e",
            "24ee0015-90f8-4a9b-9293-ac6cd3d774eb",
        ),
        ("SELECT a FROM $EDS_ID", "$eds_id"),
        ("SELECT a FROM my-store WHERE b - c > 1", "my-store"),
    ];
    for (sql, expected) in cases {
        let Statement::Query(query) = parse_one(sql).expect(sql).statement else { panic!("a query") };
        assert_eq!(query.tables()[0].table, expected, "{sql}");
    }
    let sql = "SELECT extract(day FROM a-b), x IS DISTINCT FROM a-b FROM t";
    let Statement::Query(query) = parse_one(sql).expect(sql).statement else { panic!("a query") };
    assert_eq!(query.tables().len(), 1);
}

#[test]
fn wrong_statements_are_refused_in_words() {
    let cases = [
        ("SELCT 1", "SYNTAX_ERROR: line 1:1: mismatched input 'SELCT'. Expecting: 'ALTER'"),
        ("SELCT 1", "Did you mean 'SELECT'?"),
        ("SELECT * FORM t", "SYNTAX_ERROR: line 1:10: mismatched input 'FORM'. Expecting: "),
        ("SELECT * FORM t", "Did you mean 'FROM'?"),
        ("SELECT a FORM t", "line 1:15: mismatched input 't'. Expecting: ',', 'EXCEPT'"),
        ("SELECT a FORM t", "Did you mean 'FROM'?"),
        ("SELECT FROM t", "line 1:8: mismatched input 'FROM'. Expecting: <expression>"),
        ("SELECT a FROM t WHERE", "mismatched input '<EOF>'. Expecting: <expression>"),
        ("SELECT (1", "mismatched input '<EOF>'"),
        ("SELECT 'abc", "SYNTAX_ERROR: line 1:8: the string that starts here is not closed"),
        ("SELECT 1 /* x", "line 1:10: the comment that starts here is not closed"),
        ("SELECT 1; SELECT 2", "line 1:11: only one statement is allowed here"),
        ("", "the statement is empty"),
        ("MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE", "NOT_SUPPORTED: line 1:1: MERGE is not supported"),
        ("DELETE FROM t", "NOT_SUPPORTED: line 1:1: DELETE is not supported"),
        ("VACUUM t", "VACUUM is not supported"),
        ("CREATE TABLE a LIKE b", "CREATE TABLE … LIKE is not supported"),
        ("CREATE EXTERNAL TABLE t (a strin)", "line 1:28: the column type 'strin' is not supported"),
        ("CREATE EXTERNAL TABLE t (a string,, b int)", "line 1:35: mismatched input ','. Expecting: <identifier>"),
        ("CREATE EXTERNAL TABLE t (a string, A int)", "line 1:36: the column 'a' is defined twice"),
        ("CREATE EXTERNAL TABLE t (a string) LOCATON 's3://b/'", "Did you mean 'LOCATION'?"),
        ("CREATE EXTERNAL TABLE t (a struct<x:string)", "mismatched input ')'. Expecting: ',', '>'"),
        ("CREATE EXTERNAL TABLE t (a string) COMMENT 'x' COMMENT 'y'", "line 1:48: this clause stands twice"),
        ("CREATE TABLE t (id bigint) PARTITIONED BY (day(ts))", "a partition transform of an Iceberg table"),
        ("ALTER TABLE t RENAME TO u", "ALTER TABLE … RENAME TO is not supported"),
        ("SHOW TABEL", "Did you mean 'TABLES'?"),
        ("SHOW FUNCTIONS", "SHOW FUNCTIONS is not supported"),
        (
            "SELECT * FROM t LEFT JOIN UNNEST(a) AS x(b) ON b = 1",
            "LEFT JOIN involving UNNEST is only supported with condition ON TRUE",
        ),
        ("SELECT a FROM t FETCH FIRST 1 ROWS WITH TIES", "FETCH FIRST … WITH TIES is not supported"),
        ("SELECT a FROM t TABLESAMPLE BUCKET (10)", "is not supported"),
        ("DROP TABLE a.b.c.d", "line 1:12: too many parts in the name of the table 'd'"),
        ("EXECUTE p 1", "mismatched input '1'. Expecting: 'USING', <EOF>"),
    ];
    for (sql, expected) in cases {
        let error = parse_one(sql).expect_err(sql).to_string();
        assert!(error.contains(expected), "{sql}\n  gave     {error}\n  expected {expected}");
    }
}

#[test]
fn typographic_quotes_are_quotes() {
    let cases = [
        ("SELECT * FROM t WHERE a = ’x′", "'x'"),
        ("SELECT * FROM t WHERE a = ‘x’", "'x'"),
        ("SELECT * FROM t WHERE “a” = 'x'", "\"a\""),
        ("SELECT * FROM t WHERE a = ‘2025-08-21 02:15:00‘", "'2025-08-21 02:15:00'"),
    ];
    for (sql, expected) in cases {
        let parsed = parse_one(sql).expect(sql);
        assert_eq!(parsed.warnings.len(), 1, "{sql}");
        assert_eq!(parsed.text, sql);
        let Statement::Query(query) = parsed.statement else { panic!("a query") };
        assert!(query.to_string().contains(expected), "{query}");
    }
    let within = parse_one("SELECT 'it’s “so”' -- ‘x").expect("quotes within a string are text");
    assert!(within.warnings.is_empty(), "{:?}", within.warnings);
}

#[test]
fn parameters_are_bound_in_the_order_written() {
    let sql = "PREPARE p FROM SELECT position(? IN ?) FROM t WHERE a = ? LIMIT ?";
    let Statement::Prepare { name, text, statement } = parse_one(sql).expect(sql).statement else { panic!("PREPARE") };
    assert_eq!((name.as_str(), text.as_str()), ("p", "SELECT position(? IN ?) FROM t WHERE a = ? LIMIT ?"));
    let Statement::Query(query) = *statement else { panic!("a query") };
    assert_eq!(query.parameters(), 4);
    let sql = "EXECUTE p USING 'needle', 'hay', -1, 10";
    let Statement::Execute { arguments, .. } = parse_one(sql).expect(sql).statement else { panic!("EXECUTE") };
    let bound = query.bind(&arguments).expect("as many as asked for").to_string();
    assert!(bound.contains("strpos(('hay'), ('needle'))") && bound.ends_with("LIMIT (10)"), "{bound}");
    let few = query.bind(&arguments[..1]).expect_err("too few").to_string();
    assert_eq!(few, "INVALID_PARAMETER_USAGE: Incorrect number of parameters: expected 4 but found 1");
}

/// Statements that hold statements: refused, however many they are, before the stack is full.
#[test]
fn statements_nested_without_end_are_refused() {
    for nested in ["EXPLAIN ", "PREPARE p FROM EXPLAIN ", "EXPLAIN PREPARE p FROM "] {
        let error = parse_one(&(nested.repeat(10_000) + "SELECT 1")).expect_err(nested);
        assert_eq!(error.message, "EXPLAIN of a statement without a query is not supported", "{nested}");
    }
}

/// Each name reads the one before twice: to open the 60th is to read 2 to the 60th times.
#[test]
fn names_of_with_that_grow_without_end_are_refused() {
    let query = |names: usize| {
        let read =
            |n: usize| format!(", a{n} AS (SELECT * FROM a{0} UNION ALL SELECT * FROM (SELECT * FROM a{0}))", n - 1);
        let more: String = (1..=names).map(read).collect();
        format!("WITH a0 AS (SELECT 1 AS x){more} SELECT * FROM a{names}")
    };
    parse_one(&query(9)).expect("a thousand are no trouble");
    for names in [10, 60] {
        let error = parse_one(&query(names)).expect_err("too many");
        assert_eq!(error.message, "The query reads tables and names of WITH more than 2000 times");
    }
    // Another's names are none of it.
    parse_one("SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) AS b, db.a AS c, a").expect("a query");
}

#[test]
fn joins_without_end_are_refused() {
    for join in [" CROSS JOIN t", ", t"] {
        parse_one(&format!("SELECT * FROM t{} WHERE x IN ({}1)", join.repeat(99), "1, ".repeat(200))).expect("a query");
        let error = parse_one(&format!("SELECT * FROM t{}", join.repeat(100))).expect_err("too many");
        assert_eq!(error.message, "there are more than 100 tables joined in one FROM clause");
    }
}
