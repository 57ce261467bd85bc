//! Statements of every form that Athena and Lake know, and what each parses to.

use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::Statement;

/// A word for what a statement is.
pub(crate) fn kind(statement: &Statement) -> &'static str {
    match statement {
        Statement::Query(_) => "query",
        Statement::Explain(_) => "explain",
        Statement::CreateTable(_) => "create table",
        Statement::CreateTableAs(_) => "create table as",
        Statement::CreateView(_) => "create view",
        Statement::Insert(_) => "insert",
        Statement::Unload(_) => "unload",
        Statement::DropTable { .. } => "drop table",
        Statement::DropView { .. } => "drop view",
        Statement::CreateDatabase(_) => "create database",
        Statement::AlterDatabase { .. } => "alter database",
        Statement::DropDatabase { .. } => "drop database",
        Statement::AlterTable { .. } => "alter table",
        Statement::MsckRepair { .. } => "msck",
        Statement::Show(_) => "show",
        Statement::Describe(_) => "describe",
        Statement::Prepare { .. } => "prepare",
        Statement::Execute { .. } => "execute",
        Statement::Deallocate { .. } => "deallocate",
    }
}

/// Each statement, with its kind or the code of the error that refuses it.
const FORMS: &[(&str, &str)] = &[
    (
        "create table",
        "CREATE EXTERNAL TABLE IF NOT EXISTS db.t (a int COMMENT 'x', `b` array<struct<x:string,y:map<string,bigint>>>, c decimal(10,2), d timestamp, e varchar(10)) COMMENT 'c' PARTITIONED BY (dt string, hr int) STORED AS PARQUET LOCATION 's3://b/p/' TBLPROPERTIES ('parquet.compression'='SNAPPY')",
    ),
    (
        "create table",
        "CREATE EXTERNAL TABLE t (a string, b int) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' LOCATION 's3://b/p/' TBLPROPERTIES ('skip.header.line.count'='1')",
    ),
    (
        "create table",
        "CREATE EXTERNAL TABLE t (a string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' WITH SERDEPROPERTIES ('ignore.malformed.json'='true') LOCATION 's3://b/p/'",
    ),
    (
        "create table",
        "CREATE EXTERNAL TABLE t (a string) PARTITIONED BY (d string) CLUSTERED BY (a) INTO 4 BUCKETS STORED AS PARQUET LOCATION 's3://b/p/'",
    ),
    (
        "NOT_SUPPORTED",
        "CREATE TABLE t (id bigint, ts timestamp) PARTITIONED BY (day(ts), bucket(16, id)) LOCATION 's3://b/p/' TBLPROPERTIES ('table_type'='ICEBERG')",
    ),
    (
        "alter table",
        "ALTER TABLE t ADD IF NOT EXISTS PARTITION (dt = '2020-01-01', region='us-east-1') LOCATION 's3://b/x/'",
    ),
    (
        "alter table",
        "ALTER TABLE t ADD PARTITION (dt = '1') LOCATION 's3://b/1/' PARTITION (dt = '2') LOCATION 's3://b/2/'",
    ),
    ("alter table", "ALTER TABLE t DROP IF EXISTS PARTITION (dt = '2020-01-01')"),
    ("alter table", "ALTER TABLE t PARTITION (dt='1') RENAME TO PARTITION (dt='2')"),
    ("alter table", "ALTER TABLE t SET LOCATION 's3://b/2/'"),
    ("alter table", "ALTER TABLE t PARTITION (dt='1') SET LOCATION 's3://b/2/'"),
    ("alter table", "ALTER TABLE t SET TBLPROPERTIES ('a'='b')"),
    ("alter table", "ALTER TABLE t ADD COLUMNS (x string, y int)"),
    ("alter table", "ALTER TABLE t REPLACE COLUMNS (x string)"),
    ("alter table", "ALTER TABLE t CHANGE COLUMN a b int AFTER c"),
    ("msck", "MSCK REPAIR TABLE t"),
    ("show", "SHOW TABLES"),
    ("show", "SHOW TABLES IN db '*logs'"),
    ("show", "SHOW DATABASES"),
    ("show", "SHOW SCHEMAS LIKE 'a.*'"),
    ("show", "SHOW PARTITIONS t"),
    ("show", "SHOW COLUMNS IN t"),
    ("show", "SHOW CREATE TABLE `t`"),
    ("show", "SHOW CREATE VIEW v"),
    ("show", "SHOW TBLPROPERTIES t('a')"),
    ("show", "SHOW VIEWS IN db LIKE 'v*'"),
    ("describe", "DESCRIBE t"),
    ("describe", "DESCRIBE FORMATTED db.t PARTITION (dt='1')"),
    ("describe", "DESCRIBE EXTENDED t col"),
    ("create database", "CREATE DATABASE IF NOT EXISTS d COMMENT 'x' LOCATION 's3://b/' WITH DBPROPERTIES ('a'='b')"),
    ("create database", "CREATE SCHEMA d"),
    ("drop database", "DROP DATABASE IF EXISTS d CASCADE"),
    ("create view", "CREATE OR REPLACE VIEW v AS SELECT a, b FROM \"db\".\"t\" WHERE a > 1"),
    ("drop view", "DROP VIEW IF EXISTS v"),
    ("drop table", "DROP TABLE IF EXISTS `db`.`t`"),
    ("create table as", "CREATE TABLE t2 AS SELECT * FROM t"),
    (
        "create table as",
        "CREATE TABLE t2 WITH (format = 'PARQUET', write_compression='SNAPPY', external_location = 's3://b/p/', partitioned_by = ARRAY['dt'], bucketed_by = ARRAY['a'], bucket_count = 4) AS SELECT a, dt FROM t",
    ),
    ("create table as", "CREATE TABLE IF NOT EXISTS t2 WITH (format='ORC') AS SELECT * FROM t WITH NO DATA"),
    (
        "unload",
        "UNLOAD (SELECT * FROM t WHERE a='x') TO 's3://b/p/' WITH (format = 'PARQUET', compression='SNAPPY', partitioned_by = ARRAY['dt'])",
    ),
    ("prepare", "PREPARE q FROM SELECT * FROM t WHERE a = ?"),
    ("execute", "EXECUTE q USING 1, 'x'"),
    ("deallocate", "DEALLOCATE PREPARE q"),
    ("explain", "EXPLAIN SELECT 1"),
    ("explain", "EXPLAIN (TYPE LOGICAL, FORMAT JSON) SELECT 1"),
    ("explain", "EXPLAIN ANALYZE VERBOSE SELECT 1"),
    ("explain", "EXPLAIN (TYPE VALIDATE) UNLOAD (SELECT 1 AS a) TO 's3://b/' WITH (format = 'JSON')"),
    ("explain", "EXPLAIN INSERT INTO t SELECT 1"),
    ("explain", "EXPLAIN ANALYZE (FORMAT TEXT) (SELECT 1)"),
    ("NOT_SUPPORTED", "EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1 AS a"),
    ("NOT_SUPPORTED", "EXPLAIN (TYPE IO, FORMAT TEXT) SELECT 1"),
    ("NOT_SUPPORTED", "EXPLAIN SHOW TABLES"),
    ("alter database", "ALTER DATABASE d SET DBPROPERTIES ('a'='b')"),
    ("alter database", "ALTER SCHEMA d SET DBPROPERTIES ('a'='b')"),
    ("NOT_SUPPORTED", "ALTER DATABASE d SET LOCATION 's3://b/'"),
    ("insert", "INSERT INTO t SELECT * FROM u"),
    ("insert", "INSERT INTO t (a,b) VALUES (1,'x'),(2,'y')"),
    ("insert", "INSERT INTO t VALUES 1, 2"),
    ("insert", "INSERT INTO t (a) VALUES 1, (2)"),
    ("NOT_SUPPORTED", "DELETE FROM t WHERE a = 1"),
    ("NOT_SUPPORTED", "UPDATE t SET a = 1 WHERE b = 2"),
    (
        "NOT_SUPPORTED",
        "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = s.b WHEN NOT MATCHED THEN INSERT (a,b) VALUES (s.a, s.b)",
    ),
    ("NOT_SUPPORTED", "OPTIMIZE t REWRITE DATA USING BIN_PACK WHERE a = 1"),
    ("NOT_SUPPORTED", "VACUUM t"),
    ("query", "SELECT r.arn FROM t CROSS JOIN UNNEST(resources) AS x(r)"),
    ("query", "SELECT * FROM t CROSS JOIN UNNEST(a, b) WITH ORDINALITY AS x(p, q, n)"),
    ("query", "SELECT * FROM t LEFT JOIN UNNEST(a) AS x(p) ON TRUE"),
    ("query", "SELECT k, v FROM UNNEST(MAP(ARRAY['a'], ARRAY[1])) AS t(k, v)"),
    ("query", "SELECT any_match(arr, x -> x.type = 'a') FROM t"),
    ("query", "SELECT filter(a, x -> x > 1), transform(a, x -> x + 1) FROM t"),
    ("query", "SELECT reduce(a, 0, (s, x) -> s + x, s -> s) FROM t"),
    ("query", "SELECT transform_values(m, (k, v) -> v || k), map_filter(m, (k, v) -> v > 10) FROM t"),
    ("query", "SELECT f(() -> 1)"),
    ("query", "SELECT ARRAY['a','b'], ARRAY[ARRAY[1],ARRAY[2]], ARRAY[]"),
    ("query", "SELECT m['k'], m['k'].x, a[1].b, element_at(m,'k') FROM t"),
    ("query", "SELECT userIdentity.sessionContext.sessionIssuer.userName, t.a.b.c.d FROM t"),
    ("query", "SELECT ROW(1,'a'), CAST(ROW(1,'a') AS ROW(x BIGINT, y VARCHAR)), (1,2)"),
    (
        "query",
        "SELECT CAST(a AS VARCHAR), CAST(a AS ARRAY(VARCHAR)), CAST(a AS MAP(VARCHAR, BIGINT)), CAST(a AS JSON), CAST(a AS TIMESTAMP(3) WITH TIME ZONE), CAST(a AS DOUBLE), CAST(x AS ARRAY(ROW(k VARCHAR, v BIGINT)))",
    ),
    ("query", "SELECT CAST(a AS ARRAY<VARCHAR>), CAST(a AS MAP<VARCHAR,BIGINT>)"),
    ("query", "SELECT TRY_CAST(a AS BIGINT), TRY(a / 0)"),
    ("query", "SELECT ts AT TIME ZONE 'UTC', current_timestamp AT TIME ZONE 'Asia/Tokyo'"),
    (
        "query",
        "SELECT DATE '2020-01-01', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-01-01 00:00:00 UTC', TIME '01:00', DECIMAL '1.0', JSON '{}', X'AB', U&'\\00e9', IPADDRESS '10.0.0.1', UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59'",
    ),
    ("query", "SELECT now() - INTERVAL '7' DAY, INTERVAL '3-2' YEAR TO MONTH, INTERVAL '1' HOUR, - INTERVAL '1' DAY"),
    (
        "query",
        "SELECT date_add('day', -7, now()), date_parse(a,'%Y'), date_format(a,'%Y'), from_iso8601_timestamp(eventtime), to_iso8601(now()), json_extract_scalar(a,'$.b'), json_extract(a,'$'), json_parse(a), regexp_like(a,'x'), regexp_extract(a,'(x)',1), regexp_replace(a,'x','$1'), approx_distinct(a), approx_percentile(a,0.5), max_by(a,b), min_by(a,b,3), array_agg(a), map_agg(a,b), histogram(a), cardinality(a), contains(a,1), split(a,','), split_part(a,',',1), strpos(a,'b'), url_extract_host(a), from_unixtime(1), format_datetime(a,'yyyy'), date_trunc('day',a) FROM t",
    ),
    ("query", "SELECT a,b,count(*), grouping(a,b) FROM t GROUP BY GROUPING SETS ((a,b),(a),())"),
    ("query", "SELECT a,b,count(*) FROM t GROUP BY ROLLUP(a,b)"),
    ("query", "SELECT a, count(*) c FROM t GROUP BY 1 HAVING count(*) > 1 ORDER BY 2 DESC NULLS LAST LIMIT 10"),
    ("query", "SELECT a FROM t ORDER BY a OFFSET 5 ROWS FETCH FIRST 10 ROWS ONLY"),
    ("query", "SELECT a FROM t ORDER BY a OFFSET 5 LIMIT 10"),
    ("query", "SELECT a FROM t LIMIT ALL"),
    (
        "query",
        "SELECT row_number() OVER (PARTITION BY a ORDER BY b DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), lag(a,1,0) IGNORE NULLS OVER w FROM t WINDOW w AS (PARTITION BY a ORDER BY b)",
    ),
    ("query", "SELECT sum(a) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) FROM t"),
    (
        "query",
        "SELECT array_agg(a ORDER BY b DESC), count(*) FILTER (WHERE a > 1), listagg(a, ',') WITHIN GROUP (ORDER BY a) FROM t",
    ),
    ("query", "SELECT * FROM t TABLESAMPLE BERNOULLI (10)"),
    (
        "NOT_SUPPORTED",
        "SELECT * FROM t MATCH_RECOGNIZE (PARTITION BY a ORDER BY ts MEASURES A.ts AS start_ts, LAST(B.ts) AS end_ts ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B+ C*) DEFINE B AS B.x > PREV(B.x))",
    ),
    (
        "query",
        "SELECT \"userIdentity\".\"userName\", \"$path\" FROM \"awsdatacatalog\".\"my-db\".\"my-table\" AS \"x\"",
    ),
    ("query", "SELECT a FROM \"t$partitions\""),
    (
        "query",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r WHERE n < 5), x AS (SELECT 1) SELECT * FROM r",
    ),
    ("query", "SELECT * FROM (VALUES (1,'a'),(2,'b')) AS t(x,y)"),
    ("query", "VALUES 1, 2, 3"),
    ("query", "TABLE t"),
    (
        "query",
        "SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a=t.a) AND a IN (SELECT b FROM u) AND a > ALL (SELECT 1) AND a = ANY (VALUES 1,2)",
    ),
    ("query", "SELECT a IS DISTINCT FROM b, a LIKE 'x\\_%' ESCAPE '\\', a NOT BETWEEN 1 AND 2 FROM t"),
    ("query", "SELECT * FROM t CROSS JOIN LATERAL (SELECT a+1 AS b) x"),
    ("query", "SELECT a FROM t INTERSECT SELECT a FROM u EXCEPT DISTINCT SELECT a FROM v"),
    (
        "query",
        "SELECT EXTRACT(DOW FROM ts), EXTRACT(YEAR FROM ts), POSITION('a' IN b), SUBSTRING(a FROM 1 FOR 2), TRIM(LEADING 'x' FROM a), NORMALIZE(a, NFC)",
    ),
    ("query", "SELECT IF(a > 1, 'x', 'y'), NULLIF(a,1), CASE a WHEN 1 THEN 'x' END FROM t"),
    ("query", "SELECT a || 'x' || b, a % 2, -a FROM t"),
    ("NOT_SUPPORTED", "SELECT * FROM t FOR TIMESTAMP AS OF TIMESTAMP '2020-01-01 00:00:00 UTC'"),
    ("NOT_SUPPORTED", "SELECT * FROM t FOR VERSION AS OF 12345"),
    (
        "SYNTAX_ERROR",
        "SELECT json_value(a, 'lax $.b' RETURNING VARCHAR), json_query(a, 'lax $.c' WITH ARRAY WRAPPER), json_exists(a, 'strict $.d')",
    ),
    ("SYNTAX_ERROR", "SELECT json_object('a' : 1, 'b' VALUE 2), json_array(1,2 ABSENT ON NULL)"),
    ("SYNTAX_ERROR", "SELECT t.*, CAST(x AS ROW(a INT)).* FROM t"),
    (
        "query",
        "SELECT \"timestamp\", date, year, month, day, hour, region, account, user, type, name, value, key, \"end\" FROM t",
    ),
    ("query", "SELECT timestamp FROM t WHERE timestamp = '2020/01/01'"),
    ("query", "SELECT x.a FROM t x JOIN u y USING (id) NATURAL JOIN z"),
    ("query", "SELECT a.\"b\".c[1]['x'].d FROM t WHERE a.\"b\".c[1]['x'].d IS NOT NULL"),
    ("query", "SELECT 'it''s', 'back\\slash', 'new\\n' FROM t"),
    ("query", "SELECT 1;"),
    ("query", "SELECT * FROM 24ee0015-90f8-4a9b-9293-ac6cd3d774eb WHERE eventtime >= '2025-08-21 02:15:00'"),
    ("query", "SELECT eventID FROM 0e123456-90f8-4a9b-9293-ac6cd3d774eb e1 LIMIT 5"),
    ("query", "SELECT eventID FROM abcd0015-90f8-4a9b-9293-ac6cd3d774eb AS x"),
    ("NOT_SUPPORTED", "USING EXTERNAL FUNCTION f(x VARCHAR) RETURNS VARCHAR LAMBDA 'l' SELECT f(a) FROM t"),
];

#[test]
fn every_form_parses_or_is_refused_by_name() {
    let mut wrong = Vec::new();
    for (expected, sql) in FORMS {
        let found = match parse_one(sql) {
            Ok(parsed) => kind(&parsed.statement).to_string(),
            Err(error) => match error.code {
                code if code == *expected => code.to_string(),
                _ => error.to_string(),
            },
        };
        if found != *expected {
            wrong.push(format!("{sql}\n  expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
