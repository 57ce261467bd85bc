//! Cases of the language, and that it agrees with an evaluation that was written apart from it.

use super::{Key, PartitionFilter, Refusal};
use proptest::prelude::*;

const KEYS: [Key<'_>; 6] = [
    Key { name: "s", hive_type: "string" },
    Key { name: "n", hive_type: "int" },
    Key { name: "x", hive_type: "decimal(10,2)" },
    Key { name: "d", hive_type: "date" },
    Key { name: "t", hive_type: "timestamp" },
    Key { name: "f", hive_type: "double" },
];
const VALUES: [&str; 6] = ["a'b", "10", "-1.50", "2024-02-29", "2024-02-29 01:02:03.5", "1.5"];
const NULLS: [&str; 6] = ["__HIVE_DEFAULT_PARTITION__"; 6];

fn answer(expression: &str, values: [&str; 6]) -> Result<bool, Refusal> {
    PartitionFilter::parse(expression, &KEYS)?.matches(&values.map(str::to_string))
}

#[test]
fn values_are_compared_as_their_type_says() {
    let cases = [
        ("s = 'a''b'", true),
        ("S='a''b'", true),
        ("`s` = 'a''b' AND \"n\" = 10", true),
        ("s <> 'a' and s != 'a'", true),
        ("s > 'a' AND s >= 'a''b' AND s < 'b' AND s <= 'b'", true),
        ("n > 9", true),
        ("n > '9'", true),
        ("n = 010", true),
        ("n = -10", false),
        ("n BETWEEN 9 AND 10", true),
        ("n NOT BETWEEN 9 AND 10", false),
        ("n BETWEEN 11 AND 9", false),
        ("n IN (1, '10')", true),
        ("n NOT IN (1, 2)", true),
        ("x = -1.5 AND x < -1.4999 AND x > -2 AND x > -10 AND x <= 0", true),
        ("x = '-01.500'", true),
        ("x > -.5", false),
        ("d = '2024-02-29' AND d < DATE '2024-03-01'", true),
        ("t > '2024-02-29 01:02:03' AND t < timestamp '2024-02-29 01:02:03.500000001'", true),
        ("s LIKE 'a%' AND s LIKE '_''_' AND s LIKE '%' AND s LIKE '%b%'", true),
        ("s NOT LIKE 'a' AND s NOT LIKE 'b%' AND s NOT LIKE '__'", true),
        ("NOT n = 10", false),
        ("NOT NOT n = 10", true),
        ("n = 1 OR n = 10 AND s = 'x'", false),
        ("(n = 10 OR n = 1) AND NOT (s = 'x' OR s = 'y')", true),
        ("s IS NOT NULL AND NOT n IS NULL", true),
    ];
    for (expression, expected) in cases {
        assert_eq!(answer(expression, VALUES), Ok(expected), "{expression}");
    }
}

#[test]
fn what_is_compared_with_null_is_neither_true_nor_false() {
    let cases = [
        ("n IS NULL AND s IS NULL", true),
        ("n = 1", false),
        ("NOT n = 1", false),
        ("n NOT IN (1)", false),
        ("n = 1 OR d IS NULL", true),
        ("NOT (n = 1 AND d IS NOT NULL)", true),
        ("NOT (n = 1 OR d IS NOT NULL)", false),
        ("s = '__HIVE_DEFAULT_PARTITION__'", true),
    ];
    for (expression, expected) in cases {
        assert_eq!(answer(expression, NULLS), Ok(expected), "{expression}");
    }
    let fewer = PartitionFilter::parse("n IS NULL", &KEYS).expect("an expression").matches(&["a".to_string()]);
    assert_eq!(fewer, Ok(true));
}

#[test]
fn what_cannot_be_asked_is_named() {
    let unreadable = |text: &str| (text.to_string(), format!("Unsupported expression '{text}'"));
    let mut cases: Vec<(String, String)> = [
        "",
        "n",
        "n =",
        "n = 1 AND",
        "= 1",
        "1 = n",
        "n == 1",
        "n = 1)",
        "(n = 1",
        "n IN ()",
        "n IN (1",
        "n IN 1",
        "n BETWEEN 1",
        "n NOT = 1",
        "n IS 1",
        "s = 'x",
        "s = x",
        "s = \"x\"",
        "n = 1 n = 2",
        "n = -",
        "n & 1",
        "s LIKE",
        "n + 1 = 2",
        "s = 'a' || 'b'",
    ]
    .into_iter()
    .map(unreadable)
    .collect();
    let deep = format!("{}n = 1{}", "(".repeat(200), ")".repeat(200));
    cases.push(unreadable(&deep));
    cases.push(unreadable(&format!("{}n = 1", "NOT ".repeat(200))));
    let other = [
        ("z = 1", "Invalid partition expression!"),
        ("upper(s) = 'A'", "Invalid partition expression!"),
        ("n = 'ten'", "\"ten\" is not an integer."),
        ("n = 99999999999999999999", "\"99999999999999999999\" is not an integer."),
        ("x = '1e5'", "1e5 is not a decimal."),
        ("x = 1.2.3", "1.2.3 is not a decimal."),
        ("d = 'today'", "today is not a date."),
        ("d = '2023-02-29'", "2023-02-29 is not a date."),
        ("t = 'now'", "Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff] now is not a timestamp."),
        ("n LIKE '1%'", "Integral data type doesn't support operation 'LIKE'"),
        ("f = 1.5", "Unknown type : 'double'"),
    ];
    cases.extend(other.map(|(text, sentence)| (text.to_string(), sentence.to_string())));
    for (expression, sentence) in cases {
        let refused = PartitionFilter::parse(&expression, &KEYS).expect_err(&expression);
        assert_eq!(refused.0, sentence, "{expression}");
    }
    let filter = PartitionFilter::parse("n = 1", &KEYS).expect("an expression");
    let stored = filter.matches(&["a", "ten"].map(str::to_string)).expect_err("no integer");
    assert_eq!(stored.0, "\"ten\" is not an integer.");
}

/// A condition as it is written, and what it comes to for the values of a partition: evaluated without the filter.
#[derive(Debug, Clone)]
struct Written {
    text: String,
    holds: Option<bool>,
}

#[derive(Debug, Clone)]
enum Leaf {
    Number(&'static str, i64),
    Text(&'static str, String),
    Day(&'static str, u32),
    Numbers(Vec<i64>, bool),
    Days(u32, u32, bool),
    Like(String, bool),
    Null(&'static str, bool),
}

#[derive(Debug, Clone)]
enum Tree {
    Leaf(Leaf),
    And(Box<Tree>, Box<Tree>),
    Or(Box<Tree>, Box<Tree>),
    Not(Box<Tree>),
}

#[derive(Debug, Clone)]
struct Row {
    text: String,
    number: Option<i64>,
    day: Option<u32>,
}

impl Row {
    fn values(&self) -> Vec<String> {
        let null = || NULLS[0].to_string();
        let number = self.number.map_or_else(null, |number| number.to_string());
        let day = self.day.map_or_else(null, day);
        vec![self.text.clone(), number, "0".to_string(), day]
    }
}

fn day(day: u32) -> String {
    format!("2024-01-{day:02}")
}

fn compared<T: PartialOrd>(sign: &str, left: &T, right: &T) -> bool {
    match sign {
        "=" => left == right,
        "<>" | "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    }
}

impl Leaf {
    fn on(&self, row: &Row) -> Written {
        let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
        let not = |is_negated: &bool| if *is_negated { "NOT " } else { "" };
        let (text, holds) = match self {
            Leaf::Number(sign, number) => {
                (format!("n {sign} {number}"), row.number.map(|stored| compared(sign, &stored, number)))
            }
            Leaf::Text(sign, text) => (format!("s{sign}{}", quoted(text)), Some(compared(sign, &row.text, text))),
            Leaf::Day(sign, given) => {
                let text = format!("d {sign} {}", quoted(&day(*given)));
                (text, row.day.map(|stored| compared(sign, &stored, given)))
            }
            Leaf::Numbers(numbers, is_negated) => {
                let list = numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
                let holds = row.number.map(|stored| numbers.contains(&stored) != *is_negated);
                (format!("n {}IN ({list})", not(is_negated)), holds)
            }
            Leaf::Days(least, greatest, is_negated) => {
                let text =
                    format!("d {}between {} and {}", not(is_negated), quoted(&day(*least)), quoted(&day(*greatest)));
                (text, row.day.map(|stored| (least..=greatest).contains(&&stored) != *is_negated))
            }
            Leaf::Like(pattern, is_negated) => {
                let regex = regex::escape(pattern).replace('%', "(?s:.*)").replace('_', "(?s:.)");
                let regex = regex::Regex::new(&format!("^(?:{regex})$")).expect("an expression");
                let holds = regex.is_match(&row.text) != *is_negated;
                (format!("s {}LIKE {}", not(is_negated), quoted(pattern)), Some(holds))
            }
            Leaf::Null(name, is_negated) => {
                let is_null = match *name {
                    "n" => row.number.is_none(),
                    _ => row.day.is_none(),
                };
                (format!("{name} IS {}NULL", not(is_negated)), Some(is_null != *is_negated))
            }
        };
        Written { text, holds }
    }
}

impl Tree {
    fn on(&self, row: &Row) -> Written {
        match self {
            Tree::Leaf(leaf) => leaf.on(row),
            Tree::Not(inner) => {
                let inner = inner.on(row);
                Written { text: format!("NOT ({})", inner.text), holds: inner.holds.map(|holds| !holds) }
            }
            Tree::And(left, right) => {
                let (left, right) = (left.on(row), right.on(row));
                let holds = match (left.holds, right.holds) {
                    (Some(false), _) | (_, Some(false)) => Some(false),
                    (Some(true), Some(true)) => Some(true),
                    _ => None,
                };
                Written { text: format!("({}) AND ({})", left.text, right.text), holds }
            }
            Tree::Or(left, right) => {
                let (left, right) = (left.on(row), right.on(row));
                let holds = match (left.holds, right.holds) {
                    (Some(true), _) | (_, Some(true)) => Some(true),
                    (Some(false), Some(false)) => Some(false),
                    _ => None,
                };
                Written { text: format!("{} OR {}", left.text, right.text), holds }
            }
        }
    }
}

fn sign() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["=", "<>", "!=", "<", "<=", ">", ">="])
}

fn leaf() -> impl Strategy<Value = Leaf> {
    prop_oneof![
        (sign(), -2..3_i64).prop_map(|(sign, number)| Leaf::Number(sign, number)),
        (sign(), "[a'b]{0,3}").prop_map(|(sign, text)| Leaf::Text(sign, text)),
        (sign(), 1..5_u32).prop_map(|(sign, day)| Leaf::Day(sign, day)),
        (prop::collection::vec(-2..3_i64, 1..4), any::<bool>()).prop_map(|(list, not)| Leaf::Numbers(list, not)),
        (1..5_u32, 1..5_u32, any::<bool>()).prop_map(|(least, greatest, not)| Leaf::Days(least, greatest, not)),
        ("[ab%_']{0,5}", any::<bool>()).prop_map(|(pattern, not)| Leaf::Like(pattern, not)),
        (prop::sample::select(vec!["n", "d"]), any::<bool>()).prop_map(|(name, not)| Leaf::Null(name, not)),
    ]
}

/// An `OR` is written without parentheses, so it must not stand inside an `AND` or another tree without them: those
/// write them.
fn tree() -> impl Strategy<Value = Tree> {
    leaf().prop_map(Tree::Leaf).prop_recursive(4, 24, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(left, right)| Tree::And(Box::new(left), Box::new(right))),
            (inner.clone(), inner.clone()).prop_map(|(left, right)| Tree::Or(Box::new(left), Box::new(right))),
            inner.prop_map(|inner| Tree::Not(Box::new(inner))),
        ]
    })
}

fn row() -> impl Strategy<Value = Row> {
    ("[a'b]{0,4}", prop::option::of(-2..3_i64), prop::option::of(1..5_u32)).prop_map(|(text, number, day)| Row {
        text,
        number,
        day,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_agrees_with_an_evaluation_by_hand(tree in tree(), row in row()) {
        let written = tree.on(&row);
        let filter = PartitionFilter::parse(&written.text, &KEYS).expect("what was written is read");
        prop_assert_eq!(filter.matches(&row.values()), Ok(written.holds == Some(true)), "{}", written.text);
    }

    #[test]
    fn no_text_panics(
        pieces in prop::collection::vec(
            prop_oneof![
                prop::sample::select(vec![
                    "n", "s", "d", "=", "<>", "(", ")", ",", "'", "\"", "`", " ", "AND", "OR", "NOT", "IN", "BETWEEN", "LIKE",
                    "IS", "NULL", "1", "-", ".", "'x'", "é", "\u{0}", "date",
                ]).prop_map(str::to_string),
                any::<String>(),
            ],
            0..40,
        ),
        glue in prop::sample::select(vec!["", " "]),
    ) {
        let text = pieces.join(glue);
        if let Ok(filter) = PartitionFilter::parse(&text, &KEYS) {
            drop(filter.matches(&VALUES.map(str::to_string)));
        }
    }
}
