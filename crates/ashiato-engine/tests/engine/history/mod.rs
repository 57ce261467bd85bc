//! Event history: exactly once, in order, whatever happens to its files meanwhile.

mod facts_shown;
mod faults;
mod follow;
mod missing;
mod model;
mod reading;
mod table;
mod upkeep;

use ashiato_engine::history::{History, HistoryEvent, Lookup, Page};
use bytes::Bytes;
use chrono::{DateTime, SecondsFormat};

/// 2026-11-20T00:00:00Z.
const START: i64 = 1_795_132_800_000;

/// One second, in the unit of times.
const SECOND: i64 = 1000;
const DAY: i64 = 86_400 * SECOND;

/// A record with what lookups ask for.
#[derive(Debug, Clone)]
struct Record {
    number: u64,
    time: i64,
    name: &'static str,
    user: &'static str,
    key: String,
    bucket: Option<&'static str>,
    read_only: bool,
    error: Option<&'static str>,
}

impl Record {
    fn new(number: u64, time: i64) -> Record {
        let key = format!("AKIA{:04}", number % 7);
        Record { number, time, name: "GetObject", user: "Alice", key, bucket: None, read_only: true, error: None }
    }

    fn event_id(&self) -> String {
        format!("event-{}", self.number)
    }

    fn json(&self) -> Bytes {
        let time =
            DateTime::from_timestamp_millis(self.time).expect("a time").to_rfc3339_opts(SecondsFormat::AutoSi, true);
        let mut record = serde_json::json!({
            "eventTime": time,
            "eventID": self.event_id(),
            "eventName": self.name,
            "eventSource": "s3.amazonaws.com",
            "awsRegion": "us-east-1",
            "recipientAccountId": "111122223333",
            "userIdentity": { "type": "IAMUser", "userName": self.user, "accessKeyId": self.key },
            "readOnly": self.read_only,
        });
        if let Some(bucket) = self.bucket {
            record["requestParameters"] = serde_json::json!({ "bucketName": bucket });
        }
        if let Some(error) = self.error {
            record["errorCode"] = error.into();
        }
        record.to_string().into()
    }

    fn event(&self) -> (u64, Bytes) {
        (self.number, self.json())
    }
}

/// Records of numbers, each a second younger than the one before.
fn records(numbers: std::ops::RangeInclusive<u64>) -> Vec<Record> {
    numbers.map(|number| Record::new(number, START + number as i64 * SECOND)).collect()
}

fn events(records: &[Record]) -> Vec<(u64, Bytes)> {
    records.iter().map(Record::event).collect()
}

/// A history of these records in a new folder.
async fn history_of(records: &[Record]) -> (tempfile::TempDir, History) {
    let folder = tempfile::tempdir().expect("a folder");
    let history = History::open(&folder.path().join("history")).await.expect("open");
    let through = records.iter().map(|record| record.number).max().unwrap_or(0);
    history.append(events(records), through).await.expect("append");
    (folder, history)
}

fn numbers(events: &[HistoryEvent]) -> Vec<u64> {
    events.iter().map(|event| event.number).collect()
}

fn newest(limit: usize) -> Lookup {
    Lookup { limit, ..Lookup::default() }
}

/// All pages of a lookup, as numbers.
async fn all(history: &History, lookup: &Lookup) -> Vec<u64> {
    let mut lookup = lookup.clone();
    let mut found = Vec::new();
    loop {
        let Page { events, next, .. } = history.lookup(&lookup).await.expect("lookup");
        found.extend(numbers(&events));
        match next {
            Some(next) => lookup.cursor = Some(next),
            None => return found,
        }
    }
}
