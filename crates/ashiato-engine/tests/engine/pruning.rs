//! Leaving files unopened never loses a row: whatever the layout of the files and the predicate of the query, the
//! answer is that of reading everything, for events delivered within the margin.

use super::{rows, run};
use ashiato_engine::{Late, Session, SessionOptions};
use chrono::DateTime;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// 2023-10-27T00:00:00Z.
const START: i64 = 1_698_364_800;
const HOUR: i64 = 3600;
const REGIONS: [&str; 3] = ["us-east-1", "eu-west-1", "ap-northeast-1"];
const ACCOUNTS: [&str; 2] = ["111111111111", "222222222222"];
/// What logs that were made anonymous have in their names.
const OTHER_REGIONS: [&str; 3] = ["us-west-2", "sa-east-1", "eu-north-1"];
const OTHER_ACCOUNTS: [&str; 2] = ["333333333333", "444444444444"];
const MARGIN: Duration = Duration::from_secs(2 * 3600);

/// A file: when and where it was delivered, how it is stored, and how long before delivery each event happened.
#[derive(Debug, Clone)]
struct Delivery {
    at: i64,
    region: usize,
    account: usize,
    layout: usize,
    lateness: Vec<i64>,
}

fn deliveries() -> impl Strategy<Value = Vec<Delivery>> {
    let lateness = prop::collection::vec(prop_oneof![4 => 0..900_i64, 1 => 0..=2 * HOUR], 1..5);
    let delivery = (0..72 * HOUR, 0..REGIONS.len(), 0..ACCOUNTS.len(), 0..9_usize, lateness);
    let delivery = delivery.prop_map(|(after, region, account, layout, lateness)| Delivery {
        at: START + after,
        region,
        account,
        layout,
        lateness,
    });
    prop::collection::vec(delivery, 1..12)
}

fn text(seconds: i64, format: &str) -> String {
    DateTime::from_timestamp(seconds, 0).expect("within range").format(format).to_string()
}

impl Delivery {
    fn path(&self, root: &Path, number: usize, is_renamed: bool) -> PathBuf {
        let (accounts, regions) = if is_renamed { (OTHER_ACCOUNTS, OTHER_REGIONS) } else { (ACCOUNTS, REGIONS) };
        let (account, region) = (accounts[self.account], regions[self.region]);
        let day = text(self.at, "%Y/%m/%d");
        let name = format!("{account}_CloudTrail_{region}_{}_{number:016}.json", text(self.at, "%Y%m%dT%H%MZ"));
        let path = match self.layout {
            0 => format!("AWSLogs/{account}/CloudTrail/{region}/{day}/{name}"),
            1 => format!("some/prefix/AWSLogs/o-abcdefghij/{account}/CloudTrail/{region}/{day}/{name}"),
            2 => format!("{region}/{day}/{name}"),
            3 => name,
            4 => format!("AWSLogs/{account}/CloudTrail/{region}/{day}/{number}.json"),
            5 => format!("AWSLogs/{account}/CloudTrail/{region}/{day}/copied/{number}.json"),
            6 => format!("AWSLogs/{account}/CloudTrail/{region}/{}-copied/{name}", text(self.at, "%Y")),
            7 => format!("AWSLogs/{account}/{number}.json"),
            _ => format!("unnamed/{number}.json"),
        };
        root.join(path)
    }

    fn events(&self) -> impl Iterator<Item = Event> {
        let (region, account, at) = (REGIONS[self.region], ACCOUNTS[self.account], self.at);
        self.lateness.clone().into_iter().map(move |late| Event { time: at - late, region, account })
    }
}

#[derive(Debug)]
struct Event {
    time: i64,
    region: &'static str,
    account: &'static str,
}

impl Event {
    fn iso(&self) -> String {
        text(self.time, "%Y-%m-%dT%H:%M:%SZ")
    }

    fn json(&self) -> String {
        format!(
            r#"{{"eventTime":"{}","awsRegion":"{}","recipientAccountId":"{}"}}"#,
            self.iso(),
            self.region,
            self.account
        )
    }
}

/// A predicate as SQL on one of the two tables, and as a function.
#[derive(Debug, Clone)]
enum Predicate {
    /// On `cloudtrail_logs`, where times are texts: an operator and a literal cut to some length.
    Text(&'static str, i64, usize),
    /// On `events`, where times are timestamps.
    Time(&'static str, i64),
    Like(i64, usize),
    Between(i64, i64),
    Iso(&'static str, i64),
    Date(&'static str, i64),
    Region(usize),
    Account(usize),
    And(Box<Predicate>, Box<Predicate>),
    Or(Box<Predicate>, Box<Predicate>),
    Not(Box<Predicate>),
}

fn compare<T: PartialOrd>(a: T, operator: &str, b: T) -> bool {
    match operator {
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        ">=" => a >= b,
        _ => a == b,
    }
}

impl Predicate {
    fn sql(&self, table: &str) -> String {
        let stamp = |time: &i64| text(*time, "TIMESTAMP '%Y-%m-%d %H:%M:%S'");
        let instant = if table == "events" { "eventtime" } else { "from_iso8601_timestamp(eventtime)" };
        match self {
            Predicate::Text(operator, time, length) if table != "events" => {
                format!("eventtime {operator} '{}'", &text(*time, "%Y-%m-%dT%H:%M:%SZ")[..*length])
            }
            Predicate::Like(time, length) if table != "events" => {
                format!("eventtime LIKE '{}%'", &text(*time, "%Y-%m-%dT%H:%M:%SZ")[..*length])
            }
            Predicate::Text(operator, time, _) | Predicate::Time(operator, time) => {
                format!("{instant} {operator} {}", stamp(time))
            }
            Predicate::Iso(operator, time) => {
                format!("{instant} {operator} from_iso8601_timestamp('{}')", text(*time, "%Y-%m-%dT%H:%M:%SZ"))
            }
            Predicate::Like(time, _) => format!("{instant} = {}", stamp(time)),
            Predicate::Between(low, high) => format!("{instant} BETWEEN {} AND {}", stamp(low), stamp(high)),
            Predicate::Date(operator, time) => {
                format!("date({instant}) {operator} {}", text(*time, "DATE '%Y-%m-%d'"))
            }
            Predicate::Region(region) => format!("awsregion = '{}'", REGIONS[*region]),
            Predicate::Account(account) => format!("recipientaccountid IN ('{}', 'x')", ACCOUNTS[*account]),
            Predicate::And(a, b) => format!("({} AND {})", a.sql(table), b.sql(table)),
            Predicate::Or(a, b) => format!("({} OR {})", a.sql(table), b.sql(table)),
            Predicate::Not(a) => format!("NOT {}", a.sql(table)),
        }
    }

    fn accepts(&self, event: &Event, table: &str) -> bool {
        let iso = |time: &i64| text(*time, "%Y-%m-%dT%H:%M:%SZ");
        match self {
            Predicate::Text(operator, time, length) if table != "events" => {
                compare(event.iso().as_str(), operator, &iso(time)[..*length])
            }
            Predicate::Like(time, length) if table != "events" => event.iso().starts_with(&iso(time)[..*length]),
            Predicate::Text(operator, time, _) | Predicate::Time(operator, time) | Predicate::Iso(operator, time) => {
                compare(event.time, operator, *time)
            }
            Predicate::Like(time, _) => event.time == *time,
            Predicate::Between(low, high) => (*low..=*high).contains(&event.time),
            Predicate::Date(operator, time) => {
                compare(event.time.div_euclid(86_400), operator, time.div_euclid(86_400))
            }
            Predicate::Region(region) => event.region == REGIONS[*region],
            Predicate::Account(account) => event.account == ACCOUNTS[*account],
            Predicate::And(a, b) => a.accepts(event, table) && b.accepts(event, table),
            Predicate::Or(a, b) => a.accepts(event, table) || b.accepts(event, table),
            Predicate::Not(a) => !a.accepts(event, table),
        }
    }
}

fn predicates() -> impl Strategy<Value = Predicate> {
    let time = || (-3 * HOUR..75 * HOUR).prop_map(|after| START + after);
    let operator = || prop::sample::select(vec!["<", "<=", ">", ">=", "="]);
    let leaf = prop_oneof![
        (operator(), time(), 4..=20_usize).prop_map(|(operator, time, length)| Predicate::Text(operator, time, length)),
        (operator(), time()).prop_map(|(operator, time)| Predicate::Time(operator, time)),
        (time(), 4..=20_usize).prop_map(|(time, length)| Predicate::Like(time, length)),
        (time(), time()).prop_map(|(low, high)| Predicate::Between(low, high)),
        (operator(), time()).prop_map(|(operator, time)| Predicate::Iso(operator, time)),
        (operator(), time()).prop_map(|(operator, time)| Predicate::Date(operator, time)),
        (0..REGIONS.len()).prop_map(Predicate::Region),
        (0..ACCOUNTS.len()).prop_map(Predicate::Account),
    ];
    leaf.prop_recursive(3, 12, 2, |inner| {
        prop_oneof![
            3 => (inner.clone(), inner.clone()).prop_map(|(a, b)| Predicate::And(Box::new(a), Box::new(b))),
            2 => (inner.clone(), inner.clone()).prop_map(|(a, b)| Predicate::Or(Box::new(a), Box::new(b))),
            1 => inner.prop_map(|a| Predicate::Not(Box::new(a))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_row_within_the_margin_is_lost(
        deliveries in deliveries(),
        predicate in predicates(),
        on_events in any::<bool>(),
        range in prop::option::of((-3 * HOUR..75 * HOUR, 0..20 * HOUR)),
        is_renamed in any::<bool>(),
    ) {
        let root = tempfile::tempdir().expect("a temporary folder");
        for (number, delivery) in deliveries.iter().enumerate() {
            let path = delivery.path(root.path(), number, is_renamed);
            std::fs::create_dir_all(path.parent().expect("it has one")).expect("writable");
            let records: Vec<String> = delivery.events().map(|event| event.json()).collect();
            std::fs::write(&path, format!(r#"{{"Records":[{}]}}"#, records.join(","))).expect("writable");
        }
        let table = if on_events { "events" } else { "cloudtrail_logs" };
        let within = range.map(|(after, length)| (START + after, START + after + length));
        let options = SessionOptions {
            logs: vec![root.path().to_string_lossy().into_owned()],
            late: Late::Within(MARGIN),
            from: within.map(|(from, _)| from * 1000),
            to: within.map(|(_, to)| to * 1000),
            ..SessionOptions::default()
        };
        let wanted = |event: &Event| within.is_none_or(|(from, to)| (from..to).contains(&event.time));
        let accepted = |event: &Event| wanted(event) && predicate.accepts(event, table);
        let expected = deliveries.iter().flat_map(Delivery::events).filter(accepted).count();
        let sql = format!("SELECT count(*) FROM {table} WHERE {}", predicate.sql(table));
        let (rows, coverage) = run(options, &sql);
        prop_assert_eq!(&rows, &vec![vec![expected.to_string()]], "{}", sql);
        // Every file is matched, but for those in folders that were passed over. (A predicate that contradicts itself is
        // answered without a look at the files.)
        let all = deliveries.len() as u64;
        prop_assert!(coverage.files_matched <= all);
        prop_assert!(coverage.files_matched == all || coverage.folders_pruned > 0 || coverage.listing_steps == 0);
        prop_assert_eq!(coverage.files_pruned + coverage.files_read, coverage.files_matched);
    }
}

/// What pruning is for: a question about one hour opens the files of that hour and of the margin, and no other.
#[test]
fn a_range_opens_only_its_files() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let deliveries = (0..48).map(|hour| Delivery {
        at: START + hour * HOUR + 600,
        region: 0,
        account: 0,
        layout: 0,
        lateness: vec![300],
    });
    for (number, delivery) in deliveries.enumerate() {
        let path = delivery.path(root.path(), number, false);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("writable");
        let event = delivery.events().next().expect("it has one").json();
        std::fs::write(&path, format!(r#"{{"Records":[{event}]}}"#)).expect("writable");
    }
    let options = || SessionOptions {
        logs: vec![root.path().to_string_lossy().into_owned()],
        late: Late::Within(Duration::from_secs(3600)),
        ..SessionOptions::default()
    };
    let opened = |sql: &str| run(options(), sql).1.files_read;
    let hour = "eventtime >= '2023-10-27T05:00:00Z' AND eventtime < '2023-10-27T06:00:00Z'";
    assert_eq!(opened(&format!("SELECT count(*) FROM cloudtrail_logs WHERE {hour}")), 2);
    assert_eq!(opened("SELECT count(*) FROM cloudtrail_logs WHERE day = DATE '2023-10-28'"), 24);
    assert_eq!(opened("SELECT count(*) FROM cloudtrail_logs WHERE awsregion = 'eu-west-1'"), 0);
    assert_eq!(opened("SELECT count(*) FROM cloudtrail_logs WHERE account <> '111111111111'"), 0);
    assert_eq!(opened("SELECT count(*) FROM cloudtrail_logs"), 48);
    let all = SessionOptions { late: Late::All, ..options() };
    assert_eq!(run(all, &format!("SELECT count(*) FROM cloudtrail_logs WHERE {hour}")).1.files_read, 43);

    // Folders: the root, AWSLogs, account, CloudTrail, region, year, month; and a day's folder where it is wanted.
    let folders = |sql: &str| {
        let coverage = run(options(), sql).1;
        (coverage.listing_steps, coverage.folders_pruned, coverage.files_matched)
    };
    assert_eq!(folders("SELECT count(*) FROM cloudtrail_logs"), (9, 0, 48));
    assert_eq!(folders(&format!("SELECT count(*) FROM cloudtrail_logs WHERE {hour}")), (8, 1, 24));
    assert_eq!(folders("SELECT count(*) FROM cloudtrail_logs WHERE day > DATE '2023-10-27'"), (8, 1, 24));
    assert_eq!(folders("SELECT count(*) FROM events WHERE eventtime > TIMESTAMP '2024-01-01 00:00:00'"), (5, 1, 0));
    // No name has the region: all are listed, one file is looked into, and its name is believed.
    assert_eq!(folders("SELECT count(*) FROM cloudtrail_logs WHERE awsregion = 'eu-west-1'"), (4 + 9, 1, 0));
    assert_eq!(folders("SELECT count(*) FROM cloudtrail_logs WHERE account LIKE '9%'"), (2, 1, 0));
}

/// Logs whose names were changed are found by what their records say, and it is said that names were not believed.
#[test]
fn names_that_records_contradict_rule_nothing_out() {
    let root = tempfile::tempdir().expect("a temporary folder");
    for number in 0..6 {
        let delivery =
            Delivery { at: START + 600, region: number % 3, account: number % 2, layout: 0, lateness: vec![300] };
        let path = delivery.path(root.path(), number, true);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("writable");
        let event = delivery.events().next().expect("it has one").json();
        std::fs::write(&path, format!(r#"{{"Records":[{event}]}}"#)).expect("writable");
    }
    let counted = |condition: &str| {
        let options =
            SessionOptions { logs: vec![root.path().to_string_lossy().into_owned()], ..SessionOptions::default() };
        let (rows, coverage) = run(options, &format!("SELECT count(*) FROM cloudtrail_logs WHERE {condition}"));
        (rows[0][0].clone(), coverage.files_read, coverage.notes)
    };
    let note = |column: &str| {
        vec![format!("no name of a file tells a wanted {column}, and names may be wrong: none was passed over for it")]
    };
    let account = format!("recipientaccountid = '{}'", ACCOUNTS[1]);
    assert_eq!(counted(&account), ("3".to_string(), 6, note("recipientaccountid")));
    let both = format!("{account} AND awsregion = '{}'", REGIONS[0]);
    assert_eq!(counted(&both).0, "1");
    assert_eq!(counted(&format!("awsregion = '{}'", REGIONS[2])), ("2".to_string(), 6, note("awsregion")));
    // The columns of the folders are what the folders say.
    assert_eq!(counted(&format!("account = '{}'", OTHER_ACCOUNTS[0])), ("3".to_string(), 3, Vec::new()));
}

/// A session lists again only where a query looks elsewhere than those before it, and no query sees less for it.
#[test]
fn listings_are_kept_and_never_too_narrow() {
    let root = tempfile::tempdir().expect("a temporary folder");
    for (number, hour) in (0..48).enumerate() {
        let delivery =
            Delivery { at: START + hour * HOUR + 600, region: number % 3, account: 0, layout: 0, lateness: vec![300] };
        let path = delivery.path(root.path(), number, false);
        std::fs::create_dir_all(path.parent().expect("it has one")).expect("writable");
        let event = delivery.events().next().expect("it has one").json();
        std::fs::write(&path, format!(r#"{{"Records":[{event}]}}"#)).expect("writable");
    }
    let logs = vec![root.path().to_string_lossy().into_owned()];
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let session = Session::open(SessionOptions { logs, ..SessionOptions::default() }).expect("a session");
        let cases = [
            ("day = DATE '2023-10-27'", "24", 16),
            ("day = DATE '2023-10-27' AND region = 'us-east-1'", "8", 0),
            ("day = DATE '2023-10-28'", "24", 16),
            ("day = DATE '2023-10-27'", "24", 0),
            ("region = 'eu-west-1'", "16", 9),
            ("region <> 'eu-west-1'", "32", 14),
            ("true", "48", 19),
            ("region <> 'eu-west-1' AND day = DATE '2023-10-28'", "16", 0),
        ];
        for (condition, expected, steps) in cases {
            let sql = format!("SELECT count(*) FROM cloudtrail_logs WHERE {condition}");
            let found = rows(&session, &sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
            assert_eq!(found, [[expected]], "{sql}");
            assert_eq!(session.coverage().await.listing_steps, steps, "{sql}");
        }
    });
}
