//! `docs/coverage.md`: what of the dialects is built, made from the session and the cases themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// The functions that users of CloudTrail's two SQL dialects write, counted over public statements.
const WRITTEN: &[&str] = &[
    "count",
    "element_at",
    "json_extract_scalar",
    "regexp_like",
    "sum",
    "date_format",
    "coalesce",
    "date",
    "from_iso8601_timestamp",
    "json_extract",
    "now",
    "max",
    "array_agg",
    "substr",
    "parse_datetime",
    "replace",
    "min",
    "split",
    "from_unixtime",
    "date_add",
    "contains",
    "concat",
    "cardinality",
    "transform",
    "filter",
    "map_values",
    "map_keys",
    "json_parse",
    "json_format",
    "avg",
    "to_iso8601",
    "date_trunc",
    "date_parse",
    "json_array_get",
    "split_part",
    "lower",
    "approx_percentile",
    "approx_distinct",
    "nullif",
    "date_diff",
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "histogram",
    "day_of_week",
    "day_of_year",
    "regexp_extract",
    "regexp_replace",
    "rank",
    "row_number",
    "lag",
    "lead",
    "count_if",
    "map_agg",
    "max_by",
    "min_by",
    "array_distinct",
    "array_join",
    "any_match",
    "all_match",
    "none_match",
    "reduce",
    "md5",
    "sha256",
    "to_utf8",
    "to_hex",
    "to_milliseconds",
    "length",
    "strpos",
    "url_extract_host",
    "url_extract_path",
    "url_extract_parameter",
    "url_extract_query",
    "at_timezone",
    "greatest",
    "least",
    "if",
    "arbitrary",
    "bool_or",
    "slice",
    "sequence",
    "zip",
    "format_datetime",
    "is_json_scalar",
    "json_array_contains",
    "json_array_length",
];

/// What is syntax rather than a function of the session, and still has a case.
const SYNTAX: &[&str] = &["cast", "try_cast", "try", "current_date", "current_timestamp", "unnest"];

/// What is known to be other than in Trino, and not yet made right.
const KNOWN_TO_DIFFER: &str = "## Known to differ from Trino

- In a recursive query a whole number is BIGINT, where Trino has INTEGER; and errors of operators over literals may say so.
- A column of TIMESTAMP WITH TIME ZONE has one zone: a text with an offset is the instant that it means, in UTC.
- `IN (SELECT …)` over arrays and rows takes two NULLs within for equal; `=`, `<>`, `<`, `IN (…)` and CASE treat them as Trino does.
- `(row).*` is refused.
- A lambda in a join's ON that names columns of both sides fails.
- Positions in ROLLUP, CUBE and GROUPING SETS mean columns, as in GROUP BY; Trino refuses them.
- `typeof` of a year-month interval says day to second.
- `typeof` knows the length of a string literal and of a cast, and no column's.
- Spaces at the end of a CHAR(n) do not count where the cast itself is compared; a column of such casts compares with them.
- NaN equals itself within arrays and rows, and in `IN (SELECT …)`.
- Refused: LATERAL with a FROM or WHERE of its own that does not become a join, UNNEST of an outer column in a subquery other than EXISTS, IN and `count(*)` over one array or map with named columns, and a scalar subquery that compares with an outer column by other than `=`.
- `reduce` whose decimal state grows ends in 38 digits or is refused.
";

fn cases(folder: &Path, text: &mut String) {
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).expect("the folder of cases").flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            cases(&path, text);
        } else {
            text.push_str(&std::fs::read_to_string(&path).expect("a readable case").to_lowercase());
        }
    }
}

fn calls(text: &str) -> BTreeSet<String> {
    let words = regex::Regex::new(r"([a-z_][a-z0-9_]*)\s*\(").expect("a valid pattern");
    words.captures_iter(text).map(|found| found[1].to_string()).collect()
}

fn page() -> String {
    let state = super::Session::new().0.state();
    let mut text = String::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    cases(&root.join("tests/slt"), &mut text);
    let called = calls(&text);
    let mut kinds: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let public = |name: &String| !name.starts_with('$') && !name.starts_with('_');
    let mut add = |kind, names: Vec<String>| kinds.insert(kind, names.into_iter().filter(public).collect());
    add("Scalar functions", state.scalar_functions().keys().cloned().collect());
    add("Aggregate functions", state.aggregate_functions().keys().cloned().collect());
    add("Window functions", state.window_functions().keys().cloned().collect());
    add("Functions of lambdas", state.higher_order_functions().keys().cloned().collect());
    let mut page = String::from(
        "# What of the dialects is built\n\nMade from the session and its cases by \
         `COVERAGE_PAGE=write cargo test -p ashiato-sql --test sql coverage`; a test holds it current. What \
         of AWS's interfaces is built, operation by operation, is in [api-coverage.md](api-coverage.md).\n\n\
         A function in **bold** has cases under `crates/ashiato-sql/tests/slt`, with the rows that Trino's documentation \
         gives. The others are DataFusion's own, callable but not compared with Trino.\n",
    );
    for (kind, names) in kinds {
        let proven = names.iter().filter(|name| called.contains(*name)).count();
        write!(page, "\n## {kind}\n\n{proven} of {} with cases.\n\n", names.len()).expect("text grows");
        let listed: Vec<String> = names
            .iter()
            .map(|name| match called.contains(name) {
                true => format!("**{name}**"),
                false => name.clone(),
            })
            .collect();
        writeln!(page, "{}", listed.join(", ")).expect("text grows");
    }
    page.push('\n');
    page.push_str(KNOWN_TO_DIFFER);
    page
}

#[test]
fn the_coverage_page_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/coverage.md");
    let page = page();
    if std::env::var("COVERAGE_PAGE").is_ok_and(|value| value == "write") {
        std::fs::write(&path, &page).expect("writable");
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == page,
        "docs/coverage.md is not current: run COVERAGE_PAGE=write cargo test -p ashiato-sql --test sql coverage"
    );
}

#[test]
fn every_function_that_users_write_is_there_and_has_a_case() {
    let state = super::Session::new().0.state();
    let mut text = String::new();
    cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slt"), &mut text);
    let called = calls(&text);
    let known = |name: &str| {
        state.scalar_functions().contains_key(name)
            || state.aggregate_functions().contains_key(name)
            || state.window_functions().contains_key(name)
            || state.higher_order_functions().contains_key(name)
    };
    let missing: Vec<&&str> = WRITTEN.iter().filter(|name| !known(name)).collect();
    let unproven: Vec<&&str> =
        WRITTEN.iter().chain(SYNTAX).filter(|name| !called.contains(**name) && !text.contains(**name)).collect();
    assert!(missing.is_empty() && unproven.is_empty(), "not there: {missing:?}; without a case: {unproven:?}");
}
