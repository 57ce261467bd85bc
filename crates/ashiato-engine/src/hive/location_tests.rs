//! What a predicate leaves of a table's folders, by projection and by partitions added.

use super::fixtures::{cloudtrail_by_day, definition};
use super::{HiveTable, Partition, plan_locations};
use ashiato_sql::statement::HiveType;
use chrono::{DateTime, TimeZone, Utc};
use datafusion::common::DFSchema;
use datafusion::logical_expr::Expr;
use datafusion::prelude::SessionContext;
use proptest::prelude::*;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2021, 1, 10, 12, 30, 0).single().expect("a time")
}

fn parse(table: &HiveTable, predicate: &str) -> Expr {
    let schema = DFSchema::try_from(table.schema()).expect("a schema");
    let context = SessionContext::new();
    let expr = context.parse_sql_expr(predicate, &schema).expect(predicate);
    // As the analyzer does before a scan sees a predicate: literals get the columns' types.
    let coerced = datafusion::optimizer::simplify_expressions::ExprSimplifier::new(
        datafusion::logical_expr::simplify::SimplifyContext::builder().with_schema(schema.clone().into()).build(),
    );
    coerced.coerce(expr, &schema).expect(predicate)
}

fn urls(table: &HiveTable, predicates: &[&str]) -> Vec<String> {
    let filters: Vec<Expr> = predicates.iter().map(|predicate| parse(table, predicate)).collect();
    plan_locations(table, &filters, now()).expect("locations").into_iter().map(|location| location.url).collect()
}

fn refusal(table: &HiveTable, predicates: &[&str]) -> String {
    let filters: Vec<Expr> = predicates.iter().map(|predicate| parse(table, predicate)).collect();
    plan_locations(table, &filters, now()).expect_err("a refusal").to_string()
}

#[test]
fn days_are_projected_from_the_ranges_start_to_now() {
    let table = HiveTable::new(cloudtrail_by_day());
    let root = "s3://logs/AWSLogs/1/CloudTrail/ap-northeast-1";
    let cases: &[(&[&str], &[&str])] = &[
        (&[r#""timestamp" = '2021/01/05'"#], &["2021/01/05"]),
        (&[r#""timestamp" >= '2021/01/08'"#], &["2021/01/08", "2021/01/09", "2021/01/10"]),
        (&[r#""timestamp" > '2021/01/02'"#, r#""timestamp" < '2021/01/05'"#], &["2021/01/03", "2021/01/04"]),
        (&[r#""timestamp" between '2020/12/01' and '2021/01/02'"#], &["2021/01/01", "2021/01/02"]),
        (&[r#""timestamp" in ('2021/01/03', '2021/01/04', '2022/01/01')"#], &["2021/01/03", "2021/01/04"]),
        (&[r#""timestamp" like '2021/01/1%'"#], &["2021/01/10"]),
        (&[r#"substr("timestamp", 9, 2) = '07'"#], &["2021/01/07"]),
        (&[r#""timestamp" = '2021/01/05' or c = 'x'"#, r#""timestamp" <= '2021/01/01'"#], &["2021/01/01"]),
        (&[r#""timestamp" = '2021-01-05'"#], &[]),
        (&["false"], &[]),
    ];
    let mut table_with_c = table.clone();
    table_with_c.definition.columns.push(super::fixtures::column("c", HiveType::String));
    for (predicates, expected) in cases {
        let expected: Vec<String> = expected.iter().map(|day| format!("{root}/{day}/")).collect();
        assert_eq!(urls(&table_with_c, predicates), expected, "{predicates:?}");
    }
    assert_eq!(urls(&table, &[]).len(), 10);
}

#[test]
fn every_projection_type_lists_its_values() {
    use HiveType::{BigInt, Int, String as Text};
    let of = |name: &str, hive_type: HiveType, properties: &[(&str, &str)]| {
        let mut all = vec![("projection.enabled".to_string(), "TRUE".to_string())];
        let full = properties.iter().map(|(key, value)| (format!("projection.{name}.{key}"), value.to_string()));
        all.extend(full);
        let all: Vec<(&str, &str)> = all.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let table = HiveTable::new(definition(&[(name, hive_type)], &all));
        let found = urls(&table, &[]);
        let prefix = format!("s3://logs/t/{name}=");
        found.iter().map(|url| url.trim_start_matches(&prefix).trim_end_matches('/').to_string()).collect::<Vec<_>>()
    };
    let day = |properties: &[(&str, &str)]| of("d", Text, &[&[("type", "date")], properties].concat());
    assert_eq!(of("e", Text, &[("type", "enum"), ("values", "A,B, c")]), ["A", "B", " c"]);
    assert_eq!(of("i", Int, &[("type", " Integer "), ("range", " 1 , 3 ")]), ["1", "2", "3"]);
    assert_eq!(
        of("i", Text, &[("type", "integer"), ("range", "1,7"), ("interval", "3"), ("digits", "2")]),
        ["01", "04", "07"]
    );
    assert_eq!(of("i", BigInt, &[("type", "integer"), ("range", "-1,1")]), ["-1", "0", "1"]);
    assert_eq!(day(&[("format", "yyyy-MM"), ("range", "2020-11,NOW")]), ["2020-11", "2020-12", "2021-01"]);
    assert_eq!(day(&[("format", "yyyy"), ("range", "NOW-2YEARS,NOW")]), ["2019", "2020", "2021"]);
    assert_eq!(
        day(&[("format", "yyyyMMdd"), ("range", "NOW-1DAY,NOW + 1 DAYS")]),
        ["20210109", "20210110", "20210111"]
    );
    assert_eq!(
        day(&[("format", "yyyy-MM-dd-HH"), ("range", "NOW-5HOURS,NOW"), ("interval", "2"), ("interval.unit", "hours")]),
        ["2021-01-10-07", "2021-01-10-09", "2021-01-10-11"]
    );
    assert_eq!(
        day(&[
            ("format", "yyyy/MM/dd"),
            ("range", "2020/12/01,2021/01/05"),
            ("interval", "2"),
            ("interval.unit", "WEEKS")
        ]),
        ["2020%2F12%2F01", "2020%2F12%2F15", "2020%2F12%2F29"]
    );
    assert_eq!(
        day(&[("format", "yyyy-MM-dd"), ("range", "2020-01-31,2020-04-30"), ("interval.unit", "MONTHS")]),
        ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30"]
    );
    assert_eq!(day(&[("format", "dd,MMM yyyy"), ("range", "30,Dec 2020,01,Jan 2021")]).len(), 3);
}

#[test]
fn injected_values_come_from_the_query() {
    let properties = [
        ("projection.enabled", "true"),
        ("projection.account.type", "injected"),
        ("storage.location.template", "s3://logs/${account}/x"),
    ];
    let table = HiveTable::new(definition(&[("account", HiveType::String)], &properties));
    assert_eq!(urls(&table, &["account = '111'"]), ["s3://logs/111/x/"]);
    assert_eq!(urls(&table, &["account in ('222', '111')"]), ["s3://logs/111/x/", "s3://logs/222/x/"]);
    for predicates in [&[][..], &["account > '1'"], &["account <> '1'"], &["account = '1' or c = 'x'"]] {
        let message = refusal(&table, predicates);
        assert!(
            message.starts_with("CONSTRAINT_VIOLATION: For the injected projected partition column account"),
            "{message}"
        );
    }
}

#[test]
fn wrong_projections_are_refused_by_name() {
    let date: &[(&str, &str)] =
        &[("projection.enabled", "true"), ("projection.p.type", "date"), ("projection.p.format", "yyyy-MM-dd")];
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("projection.enabled", "true")], "the following partition columns are missing projection configuration: p"),
        (&[("projection.enabled", "true"), ("projection.p.type", "uuid")], "'projection.p.type'='uuid'"),
        (&[("projection.enabled", "true"), ("projection.p.type", "enum")], "needs the property 'projection.p.values'"),
        (
            &[("projection.enabled", "true"), ("projection.p.type", "integer"), ("projection.p.range", "1-5")],
            "with a comma between",
        ),
        (
            &[("projection.enabled", "true"), ("projection.p.type", "integer"), ("projection.p.range", "5,1")],
            "above the last",
        ),
        (
            &[("projection.enabled", "true"), ("projection.p.type", "integer"), ("projection.p.range", "1,x")],
            "whole numbers",
        ),
        (&[date[0], date[1], date[2], ("projection.p.range", "2021-01-01")], "with a comma between"),
        (&[date[0], date[1], date[2], ("projection.p.range", "2021-02-01,2021-01-01")], "after the last"),
        (
            &[date[0], date[1], date[2], ("projection.p.range", "NOW-1FORTNIGHT,NOW")],
            "'projection.p.range'='NOW-1FORTNIGHT,NOW'",
        ),
        (
            &[date[0], date[1], date[2], ("projection.p.range", "NOW-1DAY,NOW"), ("projection.p.interval", "0")],
            "above 0",
        ),
        (
            &[
                date[0],
                date[1],
                date[2],
                ("projection.p.range", "NOW-1DAY,NOW"),
                ("projection.p.interval.unit", "EONS"),
            ],
            "'EONS'",
        ),
        (
            &[date[0], date[1], ("projection.p.format", "yyyy-MM-dd-HH"), ("projection.p.range", "NOW-1DAY,NOW")],
            "needs the property 'projection.p.interval'",
        ),
        (
            &[date[0], date[1], ("projection.p.format", "yyyy-QQ"), ("projection.p.range", "NOW-1DAY,NOW")],
            "the letter 'Q'",
        ),
        (
            &[date[0], ("projection.p.type", "injected"), ("storage.location.template", "s3://b/${q}/")],
            "names 'q', which is no partition column",
        ),
        (&[date[0], ("projection.p.type", "injected"), ("storage.location.template", "s3://b/p/")], "${p} is missing"),
        (&[date[0], ("projection.p.type", "injected"), ("storage.location.template", "s3://b/${p/")], "without '}'"),
    ];
    for (properties, expected) in cases {
        let table = HiveTable::new(definition(&[("p", HiveType::String)], properties));
        let message = refusal(&table, &["p = 'x'"]);
        assert!(message.starts_with("INVALID_TABLE_PROPERTY: ") && message.contains(expected), "{message}");
    }
}

#[test]
fn too_many_partitions_are_refused_and_a_narrow_query_is_not() {
    let properties = [
        ("projection.enabled", "true"),
        ("projection.a.type", "integer"),
        ("projection.a.range", "0,9999999999"),
        ("projection.b.type", "integer"),
        ("projection.b.range", "1,2000"),
    ];
    let table = HiveTable::new(definition(&[("a", HiveType::BigInt), ("b", HiveType::Int)], &properties));
    assert_eq!(urls(&table, &["a = 4000000000", "b = 7"]), ["s3://logs/t/a=4000000000/b=7/"]);
    assert_eq!(urls(&table, &["a >= 5 and a < 7", "b = 7"]).len(), 2);
    let message = refusal(&table, &["a between 1 and 1000"]);
    assert!(message.contains("2000000 partitions (1000 a × 2000 b)"), "{message}");
    let message = refusal(&table, &[]);
    assert!(message.contains("column a has 10000000000 values"), "{message}");
}

#[test]
fn partitions_added_by_hand_are_pruned_alike() {
    let mut table = HiveTable::new(definition(&[("year", HiveType::Int), ("region", HiveType::String)], &[]));
    let partition = |year: &str, region: &str, location: Option<&str>| Partition {
        values: vec![year.to_string(), region.to_string()],
        location: location.map(str::to_string),
    };
    table.partitions = vec![
        partition("2020", "eu-west-1", None),
        partition("2021", "us-east-1", Some("s3://other/x")),
        partition("2021", "__HIVE_DEFAULT_PARTITION__", None),
    ];
    assert_eq!(urls(&table, &["year > 2020", "region = 'us-east-1'"]), ["s3://other/x/"]);
    assert_eq!(urls(&table, &["year = 2020"]), ["s3://logs/t/year=2020/region=eu-west-1/"]);
    assert_eq!(urls(&table, &["concat(cast(year as varchar), region) >= '2021u'"]), ["s3://other/x/"]);
    assert_eq!(urls(&table, &["region is null"]), ["s3://logs/t/year=2021/region=__HIVE_DEFAULT_PARTITION__/"]);
    assert_eq!(urls(&table, &[]).len(), 3);
    table.partitions[0].values[0] = "MMXX".to_string();
    let message = refusal(&table, &[]);
    assert_eq!(message, "HIVE_INVALID_PARTITION_VALUE: Invalid partition value 'MMXX' for integer partition key: year");
}

#[test]
fn a_table_without_partitions_is_one_folder() {
    let mut table = HiveTable::new(definition(&[], &[]));
    table.definition.location = Some("s3://logs/t".to_string());
    assert_eq!(urls(&table, &["c = 'x'"]), ["s3://logs/t/"]);
}

/// A condition on the columns `day` (text) and `n` (integer), with its meaning in plain Rust.
#[derive(Debug, Clone)]
enum Condition {
    Day(&'static str, String),
    DayIn(Vec<String>),
    DayLike(String),
    Number(&'static str, i64),
    NumberBetween(i64, i64),
    Other,
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
}

fn compare<T: PartialOrd + ?Sized>(op: &str, a: &T, b: &T) -> bool {
    match op {
        "=" => a == b,
        "<>" => a != b,
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        _ => a >= b,
    }
}

impl Condition {
    fn sql(&self) -> String {
        match self {
            Condition::Day(op, day) => format!("day {op} '{day}'"),
            Condition::DayIn(days) => format!("day in ('{}')", days.join("', '")),
            Condition::DayLike(prefix) => format!("day like '{prefix}%'"),
            Condition::Number(op, number) => format!("{number} {op} n"),
            Condition::NumberBetween(low, high) => format!("n between {low} and {high}"),
            Condition::Other => "c = 'x'".to_string(),
            Condition::And(a, b) => format!("({} and {})", a.sql(), b.sql()),
            Condition::Or(a, b) => format!("({} or {})", a.sql(), b.sql()),
        }
    }

    /// Whether some row of the partition can fulfil it: a condition on the files' columns can be anything.
    fn may_hold(&self, day: &str, n: i64) -> bool {
        match self {
            Condition::Day(op, other) => compare(op, day, other.as_str()),
            Condition::DayIn(days) => days.iter().any(|other| other == day),
            Condition::DayLike(prefix) => day.starts_with(prefix.as_str()),
            Condition::Number(op, other) => compare(op, other, &n),
            Condition::NumberBetween(low, high) => (low..=high).contains(&&n),
            Condition::Other => true,
            Condition::And(a, b) => a.may_hold(day, n) && b.may_hold(day, n),
            Condition::Or(a, b) => a.may_hold(day, n) || b.may_hold(day, n),
        }
    }

    fn names_files(&self) -> bool {
        match self {
            Condition::Other => true,
            Condition::And(a, b) | Condition::Or(a, b) => a.names_files() || b.names_files(),
            _ => false,
        }
    }
}

fn condition() -> impl Strategy<Value = Condition> {
    let op = prop::sample::select(vec!["=", "<>", "<", "<=", ">", ">="]);
    let day = (2020i32..2022, 1u32..13, 1u32..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    let leaf = prop_oneof![
        (op.clone(), day.clone()).prop_map(|(op, day)| Condition::Day(op, day)),
        prop::collection::vec(day, 1..4).prop_map(Condition::DayIn),
        prop::sample::select(vec!["2020", "2021-0", "2020-12-1", "x"]).prop_map(|p| Condition::DayLike(p.to_string())),
        (op, 0i64..9).prop_map(|(op, number)| Condition::Number(op, number)),
        (0i64..9, 0i64..9).prop_map(|(low, high)| Condition::NumberBetween(low, high)),
        Just(Condition::Other),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| Condition::And(Box::new(a), Box::new(b))),
            (inner.clone(), inner).prop_map(|(a, b)| Condition::Or(Box::new(a), Box::new(b))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// No partition that may hold a row is lost; and none is kept in vain where the predicate names partition
    /// columns alone.
    #[test]
    fn projected_partitions_are_those_that_a_filter_over_all_leaves(
        condition in condition(),
        interval in 1u32..40,
        digits in 1u32..3,
    ) {
        let (interval, digits) = (interval.to_string(), digits.to_string());
        let table = HiveTable::new(definition(
            &[("day", HiveType::String), ("n", HiveType::BigInt)],
            &[
                ("projection.enabled", "true"),
                ("projection.day.type", "date"),
                ("projection.day.format", "yyyy-MM-dd"),
                ("projection.day.range", "2020-06-01,NOW+90DAYS"),
                ("projection.day.interval", &interval),
                ("projection.n.type", "integer"),
                ("projection.n.range", "1,7"),
                ("projection.n.interval", "2"),
                ("projection.n.digits", &digits),
            ],
        ));
        let filters = [parse(&table, &condition.sql())];
        let found = plan_locations(&table, &filters, now()).expect("locations");
        let all = plan_locations(&table, &[], now()).expect("locations");
        let expected: Vec<_> = all.into_iter().filter(|location| {
            let day = location.values[0].try_as_str().flatten().expect("a text");
            let datafusion::common::ScalarValue::Int64(Some(n)) = location.values[1] else { panic!("a number") };
            condition.may_hold(day, n)
        }).collect();
        if condition.names_files() {
            prop_assert!(expected.iter().all(|location| found.contains(location)), "{}", condition.sql());
        } else {
            prop_assert_eq!(found, expected, "{}", condition.sql());
        }
    }
}
