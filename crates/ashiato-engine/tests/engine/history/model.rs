//! Lookups against a plain list of events: whatever was appended, fed, flushed, merged and vacuumed in between, a lookup
//! answers what going through the list answers, and one that began before all of that goes on as it began.

use ashiato_engine::history::{Attribute, CompactionRules, Condition, Cursor, History, Lookup};
use chrono::{NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

use super::{DAY, Record, SECOND, START, numbers};

/// What happens between lookups.
#[derive(Debug, Clone)]
enum Step {
    Append(Vec<Record>),
    Feed(Vec<Record>),
    Flush,
    Compact,
    Vacuum,
    Checkpoint,
    Reopen,
}

fn record() -> impl Strategy<Value = Record> {
    (
        // Few seconds of a few days: many events of one time, in any order of their numbers.
        (0..4i64, 0..6i64, prop_oneof![Just(0i64), Just(500)]),
        prop_oneof![Just("GetObject"), Just("PutObject"), Just("CreateBucket")],
        prop_oneof![Just("Alice"), Just("Bob")],
        0..3u8,
        proptest::option::of(prop_oneof![Just("logs"), Just("data")]),
        any::<bool>(),
        proptest::option::of(prop_oneof![Just("AccessDenied"), Just("NoSuchKey")]),
    )
        .prop_map(|((day, second, millisecond), name, user, key, bucket, read_only, error)| Record {
            number: 0,
            time: START + day * DAY + second * SECOND + millisecond,
            name,
            user,
            key: format!("AKIA{key}"),
            bucket,
            read_only,
            error,
        })
}

fn step() -> impl Strategy<Value = Step> {
    let some = || proptest::collection::vec(record(), 0..8);
    prop_oneof![
        4 => some().prop_map(Step::Append),
        4 => some().prop_map(Step::Feed),
        2 => Just(Step::Flush),
        2 => Just(Step::Compact),
        1 => Just(Step::Vacuum),
        1 => Just(Step::Checkpoint),
        1 => Just(Step::Reopen),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    let one = prop_oneof![
        (Just(Attribute::EventName), prop_oneof![Just("GetObject"), Just("Put"), Just("Nothing")]),
        (Just(Attribute::Username), prop_oneof![Just("Alice"), Just("ob")]),
        (Just(Attribute::AccessKeyId), prop_oneof![Just("AKIA1"), Just("AKIA9"), Just("KIA")]),
        (Just(Attribute::ResourceName), prop_oneof![Just("logs"), Just("at")]),
        (Just(Attribute::ResourceType), prop_oneof![Just("AWS::S3::Bucket"), Just("S3")]),
        (Just(Attribute::ReadOnly), prop_oneof![Just("true"), Just("fal"), Just("no")]),
        (Just(Attribute::ErrorCode), prop_oneof![Just("AccessDenied"), Just("Key")]),
        (Just(Attribute::EventId), prop_oneof![Just("event-1"), Just("event-12")]),
        (Just(Attribute::Region), prop_oneof![Just("us-east-1"), Just("eu-west-1")]),
    ];
    let leaf = (one, any::<bool>()).prop_map(|((attribute, value), whole)| {
        let value = value.to_owned();
        if whole { Condition::Equals(attribute, value) } else { Condition::Contains(attribute, value) }
    });
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Condition::And),
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Condition::Or),
            inner.prop_map(|condition| Condition::Not(Box::new(condition))),
        ]
    })
}

/// A time of the range, or none.
fn bound() -> impl Strategy<Value = Option<i64>> {
    proptest::option::of((0..5i64, 0..6i64).prop_map(|(day, second)| START + day * DAY + second * SECOND))
}

fn lookup() -> impl Strategy<Value = Lookup> {
    (bound(), bound(), proptest::option::of(condition()), proptest::option::of(Just("us-east-1")), 1..7usize).prop_map(
        |(a, b, condition, region, limit)| {
            let (from, to) = match (a, b) {
                (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
                other => other,
            };
            Lookup { from, to, condition, region: region.map(str::to_owned), limit, ..Lookup::default() }
        },
    )
}

/// Whether a condition holds, told from the record alone.
fn holds(condition: &Condition, record: &Record) -> bool {
    let values = |attribute: &Attribute| -> Vec<String> {
        let some = |value: &str| vec![value.to_owned()];
        match attribute {
            Attribute::EventId => some(&record.event_id()),
            Attribute::EventName => some(record.name),
            Attribute::ReadOnly => some(if record.read_only { "true" } else { "false" }),
            Attribute::Username => some(record.user),
            Attribute::AccessKeyId => some(&record.key),
            Attribute::ResourceType => record.bucket.map(|_| "AWS::S3::Bucket".to_owned()).into_iter().collect(),
            Attribute::ResourceName => record.bucket.map(str::to_owned).into_iter().collect(),
            Attribute::ErrorCode => record.error.map(str::to_owned).into_iter().collect(),
            Attribute::Region => some("us-east-1"),
            Attribute::EventSource => some("s3.amazonaws.com"),
            Attribute::EventCategory => some("Management"),
            Attribute::Account => some("111122223333"),
        }
    };
    match condition {
        Condition::Equals(attribute, wanted) => values(attribute).contains(wanted),
        Condition::Contains(attribute, wanted) => values(attribute).iter().any(|value| value.contains(wanted)),
        Condition::And(all) => all.iter().all(|condition| holds(condition, record)),
        Condition::Or(any) => any.iter().any(|condition| holds(condition, record)),
        Condition::Not(condition) => !holds(condition, record),
    }
}

/// What a lookup must find, in its order.
fn expected(lookup: &Lookup, model: &[Record]) -> Vec<u64> {
    let mut found: Vec<_> = model
        .iter()
        .filter(|record| lookup.from.is_none_or(|from| record.time >= from))
        .filter(|record| lookup.to.is_none_or(|to| record.time <= to))
        .filter(|record| lookup.condition.as_ref().is_none_or(|condition| holds(condition, record)))
        .map(|record| (record.time, record.number))
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, number)| number).collect()
}

/// A lookup that goes on page by page while other things happen.
struct Walk {
    lookup: Lookup,
    expected: Vec<u64>,
    found: Vec<u64>,
    is_done: bool,
}

impl Walk {
    async fn next_page(&mut self, history: &History) {
        if self.is_done {
            return;
        }
        let page = history.lookup(&self.lookup).await.expect("lookup");
        self.found.extend(numbers(&page.events));
        // As a client sends it back.
        let next: Option<Cursor> = page.next.map(|next| next.to_string().parse().expect("a cursor"));
        self.is_done = next.is_none();
        self.lookup.cursor = next;
        let so_far = self.expected.len().min(self.found.len());
        assert_eq!(self.found, self.expected[..so_far], "{:?}", self.lookup);
        assert!(!self.is_done || self.found.len() == self.expected.len(), "{:?}: {:?}", self.lookup, self.expected);
    }
}

/// A follower of the journal, who is told page by page what came.
struct Follower {
    lookup: Lookup,
    above: u64,
    found: Vec<u64>,
}

impl Follower {
    /// Tells whether there may be more.
    async fn next_page(&mut self, history: &History) -> bool {
        let page = history.follow(&self.lookup, self.above).await.expect("follow");
        self.found.extend(numbers(&page.events));
        self.above = page.through;
        page.events.len() == self.lookup.limit
    }

    async fn check_all(mut self, history: &History, model: &[Record]) {
        while self.next_page(history).await {}
        let mut expected = expected(&self.lookup, model);
        expected.sort_unstable();
        assert_eq!(self.found, expected, "{:?}", self.lookup);
    }
}

async fn run(steps: Vec<Step>, lookups: Vec<Lookup>) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut history = History::open(folder.path()).await.expect("open");
    let mut model: Vec<Record> = Vec::new();
    let mut walks: Vec<Walk> = Vec::new();
    let follower = |lookup: &Lookup| Follower { lookup: lookup.clone(), above: 0, found: Vec::new() };
    let mut followers: Vec<Follower> = lookups.iter().map(follower).collect();
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let rules = CompactionRules { rows_max: 30, files_min: 3, today };
    for (index, step) in steps.into_iter().enumerate() {
        let mut numbered = |mut records: Vec<Record>| {
            for record in &mut records {
                record.number = model.len() as u64 + 1;
                model.push(record.clone());
            }
            records
        };
        match step {
            Step::Append(records) => {
                // The tail's events come first, and are appended again.
                let records = numbered(records);
                history.flush().await.expect("flush");
                history.append(super::events(&records), model.len() as u64).await.expect("append");
            }
            Step::Feed(records) => {
                for record in numbered(records) {
                    history.feed(record.number, record.json()).expect("feed");
                }
            }
            Step::Flush => drop(history.flush().await.expect("flush")),
            Step::Compact => drop(history.compact(&rules).await.expect("compact")),
            Step::Vacuum => drop(history.vacuum(TimeDelta::zero(), Utc::now()).await.expect("vacuum")),
            Step::Checkpoint => history.checkpoint().await.expect("checkpoint"),
            Step::Reopen => {
                history = History::open(folder.path()).await.expect("open");
                let through = history.through();
                // The journal is read again, from a little before.
                for record in model.iter().filter(|record| record.number + 2 > through) {
                    history.feed(record.number, record.json()).expect("feed");
                }
            }
        }
        for walk in &mut walks {
            walk.next_page(&history).await;
        }
        for follower in &mut followers {
            follower.next_page(&history).await;
        }
        if let Some(lookup) = lookups.get(index % (lookups.len() + 1)) {
            let expected = expected(lookup, &model);
            let mut walk = Walk { lookup: lookup.clone(), expected, found: Vec::new(), is_done: false };
            walk.next_page(&history).await;
            walks.push(walk);
        }
    }
    for walk in &mut walks {
        while !walk.is_done {
            walk.next_page(&history).await;
        }
    }
    for follower in followers {
        follower.check_all(&history, &model).await;
    }
    let counts = history.counts(Attribute::Username, i64::MIN, i64::MAX, 10).await.expect("counts");
    let total: u64 = counts.values.iter().map(|(_, count)| count).sum();
    assert_eq!((counts.events, total), (model.len() as u64, model.len() as u64));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 200, ..ProptestConfig::default() })]
    #[test]
    fn a_lookup_answers_what_a_list_of_the_events_answers(
        steps in proptest::collection::vec(step(), 1..14),
        lookups in proptest::collection::vec(lookup(), 1..6),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        runtime.block_on(run(steps, lookups));
    }
}
