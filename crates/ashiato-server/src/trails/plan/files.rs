//! The log files that records make, of each trail that wants them: bytes and plans, nothing of which is kept yet.
//!
//! A record that can be in no log file keeps no other out: it is told in the log, and set aside.

use ashiato_meta::trail_files::Plan;
use ashiato_meta::trails::Trail;
use ashiato_meta::{AccountId, Millis};
use ashiato_trail::journal::Entry;
use ashiato_trail::log_file::{self, LogFile, UNCOMPRESSED_BYTES_MAX};
use ashiato_trail::place::Place;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

use super::super::Failed;
use super::super::facts::Facts;
use super::super::own_records::is_of_deliveries;
use super::super::selected::Selected;

/// A trail, and what it wants.
pub(super) struct Wanting {
    pub(super) trail: Trail,
    pub(super) selected: Selected,
    /// Its files are not named for a time before this, whatever the clock says: digests are of that already.
    pub(super) floor: Option<Millis>,
}

/// What records make.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) made: Vec<Made>,
    /// Records that are in no file, by their numbers, each as it was recorded.
    pub(super) unreadable: BTreeMap<u64, Vec<u8>>,
}

/// A file to be, and its bytes.
pub(super) struct Made {
    pub(super) plan: Plan,
    pub(super) gzip: Vec<u8>,
}

/// The server whose journal it is, and when.
pub(super) type By<'a> = (&'a str, DateTime<Utc>);

/// The records of one file to be, in the journal's order.
type Batch<'a> = Vec<Wanted<'a>>;

/// A record that a trail wants.
struct Wanted<'a> {
    number: u64,
    text: &'a str,
    /// It is of what deliveries do.
    is_of_deliveries: bool,
}

/// The files that the entries make.
pub(super) fn files(entries: &[Entry], wanting: &[Wanting], by: By<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut batches: BTreeMap<(usize, String, AccountId), Batch<'_>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.payload.is_empty()) {
        let (text, facts, account) = match read(&entry.payload) {
            Ok(read) => read,
            Err(why) => {
                outcome.set_aside(entry.number, &entry.payload, &why);
                continue;
            }
        };
        for (index, wanting) in wanting.iter().enumerate() {
            if let Some(region) = wanting.selected.region_of(entry.number, &facts) {
                let key = (index, region.to_string(), account.clone());
                let is_of_deliveries = is_of_deliveries(facts.user_identity.invoked_by.as_deref());
                batches.entry(key).or_default().push(Wanted { number: entry.number, text, is_of_deliveries });
            }
        }
    }
    for ((index, region, account), batch) in batches {
        match files_of(&wanting[index], (&region, &account), &batch, by) {
            Ok(made) => outcome.made.extend(made),
            Err(why) => {
                for wanted in &batch {
                    outcome.set_aside(wanted.number, wanted.text.as_bytes(), &why.to_string());
                }
            }
        }
    }
    outcome
}

impl Outcome {
    fn set_aside(&mut self, number: u64, record: &[u8], why: &str) {
        tracing::error!(number, why, "a record is in no log file: it is kept in the spool");
        self.unreadable.insert(number, record.to_vec());
    }
}

/// A record's text, what decides of it, and whose it is. The error is why it can be in no log file.
fn read(record: &[u8]) -> Result<(&str, Facts<'_>, AccountId), String> {
    let text = std::str::from_utf8(record).map_err(|why| why.to_string())?;
    let facts = Facts::of(text).map_err(|why| why.to_string())?;
    let account = AccountId::parse(&facts.recipient_account_id).map_err(|why| why.to_string())?;
    match facts.time() {
        Some(_) => Ok((text, facts, account)),
        None => Err("its eventTime is no moment".to_string()),
    }
}

/// The files of one trail, region and account.
fn files_of(
    Wanting { trail, floor, .. }: &Wanting,
    (region, account): (&str, &AccountId),
    batch: &Batch<'_>,
    (server, now): By<'_>,
) -> Result<Vec<Made>, Failed> {
    let texts: Vec<&str> = batch.iter().map(|wanted| wanted.text).collect();
    let place = Place {
        prefix: trail.prefix.clone(),
        organization: None,
        account: account.as_str().to_string(),
        region: region.to_string(),
    };
    let floor = floor.and_then(|floor| DateTime::from_timestamp_millis(floor.0));
    let dated = floor.map_or(now, |floor| floor.max(now));
    let mut first = 0;
    let mut made = Vec::new();
    for file in log_file::make(&texts, UNCOMPRESSED_BYTES_MAX)? {
        let last = first + file.records - 1;
        let number = |index: usize| i64::try_from(batch[index].number).unwrap_or(i64::MAX);
        let plan = Plan {
            trail: trail.arn.clone(),
            server: server.to_string(),
            region: region.to_string(),
            account: account.clone(),
            first_number: number(first),
            last_number: number(last),
            bucket: trail.bucket.clone(),
            object_key: place.log_key(dated, &suffix(trail, &file, number(first)))?,
            is_of_deliveries: batch[first..=last].iter().all(|wanted| wanted.is_of_deliveries),
        };
        first = last + 1;
        made.push(Made { plan, gzip: file.gzip });
    }
    Ok(made)
}

/// Two files with the same records have names of their own, by where their records stand.
fn suffix(trail: &Trail, file: &LogFile, first_number: i64) -> String {
    log_file::suffix(&format!("{}\n{first_number}", trail.arn), file)
}

#[cfg(test)]
mod tests {
    use super::super::super::selected::Reader;
    use super::*;
    use ashiato_meta::trail_status::TrailStatus;
    use bytes::Bytes;
    use serde_json::{Value, json};

    fn wanting(name: &str) -> Wanting {
        let account = AccountId::parse("111122223333").expect("12 digits");
        let trail = Trail {
            bucket: "b".into(),
            is_multi_region: true,
            ..Trail::new((&account, "eu-north-1", name), name.into(), Millis(0))
        };
        let status = TrailStatus { is_logging: true, started: Some(Millis(0)), ..TrailStatus::default() };
        let selected = Selected::of(&trail, &status, Reader { server: "one", now: Millis(0) });
        let selected = selected.expect("it has no selectors to read").expect("it logs");
        Wanting { trail, selected, floor: None }
    }

    fn record() -> Value {
        json!({
            "eventTime": "2026-01-01T00:00:00Z", "eventSource": "s3.amazonaws.com", "eventName": "CreateBucket",
            "eventType": "AwsApiCall", "eventCategory": "Management", "awsRegion": "eu-north-1",
            "recipientAccountId": "111122223333", "readOnly": false, "userIdentity": {},
        })
    }

    fn with(member: &str, value: &str) -> String {
        let mut record = record();
        record[member] = value.into();
        record.to_string()
    }

    #[test]
    fn what_can_be_in_no_file_is_set_aside_and_the_rest_planned() {
        let array = Value::Array(record().as_object().expect("an object").values().cloned().collect());
        let unreadable = [
            b"\xff".to_vec(),
            b"no record".to_vec(),
            b"{}".to_vec(),
            array.to_string().into_bytes(),
            with("eventTime", "today").into_bytes(),
            with("recipientAccountId", "1").into_bytes(),
            // Nothing else is of that region.
            with("awsRegion", "no/region").into_bytes(),
        ];
        let good = [with("eventName", "first"), with("eventName", "second")];
        let entry = |number: usize, payload: &[u8]| Entry {
            number: u64::try_from(number).expect("it is small"),
            payload: Bytes::copy_from_slice(payload),
        };
        let mut entries = vec![entry(10, good[0].as_bytes()), entry(11, b"")];
        entries.extend(unreadable.iter().enumerate().map(|(index, payload)| entry(20 + index, payload)));
        entries.push(entry(30, good[1].as_bytes()));

        let now = "2026-01-01T00:05:00Z".parse::<DateTime<Utc>>().expect("a moment");
        let outcome = files(&entries, &[wanting("one"), wanting("two")], ("server", now));
        let kept = outcome.unreadable.iter().map(|(number, payload)| (*number, payload.clone()));
        assert_eq!(kept.collect::<Vec<_>>(), (20_u64..).zip(unreadable).collect::<Vec<_>>());
        let made = outcome.made.iter().map(|made| {
            let Plan { trail, first_number, last_number, .. } = &made.plan;
            (trail.as_str(), *first_number, *last_number, log_file::records(&made.gzip).expect("a log file"))
        });
        let expected = [("one", 10, 30, good.to_vec()), ("two", 10, 30, good.to_vec())];
        assert_eq!(made.collect::<Vec<_>>(), expected);
    }
}
