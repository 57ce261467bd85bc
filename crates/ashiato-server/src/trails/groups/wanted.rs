//! What a trail wants of the journal's records for its log group.

use ashiato_trail::journal::Entry;
use std::collections::BTreeMap;

use super::super::facts::Facts;
use super::super::own_records::is_of_deliveries;
use super::super::selected::Selected;
use super::destination::stream_name;
use crate::logs::{Batch, Numbered, batches};

/// A log event holds no more. Source: AWS CloudTrail User Guide, "Sending events to CloudWatch Logs".
pub(super) const LOG_EVENT_BYTES_MAX: usize = 256 << 10;

/// The events of a trail, by streams.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Wanted {
    pub(super) batches: Vec<Batch>,
    /// How many events are too large for a log group.
    pub(super) too_large: usize,
}

/// What each trail wants of the entries beyond the number that it is at.
pub(super) fn wanted(entries: &[Entry], trails: &[(Option<Selected>, u64)]) -> Vec<Wanted> {
    let mut streams: Vec<BTreeMap<String, Vec<Numbered>>> = trails.iter().map(|_| BTreeMap::new()).collect();
    let mut wanted: Vec<Wanted> = trails.iter().map(|_| Wanted::default()).collect();
    for entry in entries.iter().filter(|entry| !entry.payload.is_empty()) {
        let text = std::str::from_utf8(&entry.payload).map_err(|why| why.to_string());
        let read = text.and_then(|text| Ok((text, Facts::of(text).map_err(|why| why.to_string())?)));
        let (text, facts) = match read {
            Ok(read) => read,
            Err(why) => {
                tracing::error!(number = entry.number, why, "a record is in no log group");
                continue;
            }
        };
        let Some(time) = facts.time() else { continue };
        for (index, (selected, at)) in trails.iter().enumerate() {
            let selected = selected.as_ref().filter(|_| entry.number > *at);
            let region = selected.and_then(|selected| selected.region_of(entry.number, &facts));
            let Some(region) = region else { continue };
            if text.len() > LOG_EVENT_BYTES_MAX {
                wanted[index].too_large += 1;
                continue;
            }
            let is_own = is_of_deliveries(facts.user_identity.invoked_by.as_deref());
            let event = Numbered { number: entry.number, time, message: text.to_string(), is_own };
            streams[index].entry(stream_name(&facts.recipient_account_id, region)).or_default().push(event);
        }
    }
    for (wanted, streams) in wanted.iter_mut().zip(streams) {
        wanted.batches = streams.into_iter().flat_map(|(stream, events)| batches(&stream, events)).collect();
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::super::super::selected::Reader;
    use super::*;
    use ashiato_meta::trail_status::TrailStatus;
    use ashiato_meta::trails::Trail;
    use ashiato_meta::{AccountId, Millis};
    use bytes::Bytes;

    fn selected(is_multi_region: bool) -> Option<Selected> {
        let account = AccountId::parse("111122223333").expect("12 digits");
        let trail = Trail {
            bucket: "b".into(),
            is_multi_region,
            ..Trail::new((&account, "eu-north-1", "t"), "t".into(), Millis(0))
        };
        let status = TrailStatus { is_logging: true, started: Some(Millis(0)), ..TrailStatus::default() };
        Selected::of(&trail, &status, Reader { server: "one", now: Millis(0) }).expect("it has no selectors to read")
    }

    fn entry(number: u64, region: &str, more: usize) -> Entry {
        let text = serde_json::json!({
            "eventTime": "2026-01-01T00:00:00Z", "eventSource": "s3.amazonaws.com", "eventName": "CreateBucket",
            "eventType": "AwsApiCall", "eventCategory": "Management", "awsRegion": region,
            "recipientAccountId": "111122223333", "readOnly": false, "userIdentity": {}, "more": "x".repeat(more),
        });
        Entry { number, payload: Bytes::from(text.to_string()) }
    }

    /// The region and the numbers of each batch of each trail.
    fn told(wanted: &[Wanted]) -> Vec<Vec<(&str, Vec<u64>)>> {
        fn of(batch: &Batch) -> (&str, Vec<u64>) {
            let region = batch.stream.strip_prefix("111122223333_CloudTrail_").expect("it is named so");
            (region, batch.events.iter().map(|event| event.number).collect())
        }
        wanted.iter().map(|wanted| wanted.batches.iter().map(of).collect()).collect()
    }

    #[test]
    fn each_trail_goes_on_from_its_own_place_into_a_stream_for_each_region() {
        let mut entries = vec![entry(3, "eu-north-1", 0), entry(4, "us-east-1", 0), entry(5, "eu-north-1", 0)];
        entries.push(Entry { number: 6, payload: Bytes::new() });
        entries.push(Entry { number: 7, payload: Bytes::from_static(b"no record") });
        let trails = [(selected(true), 0), (selected(true), 3), (selected(false), 4), (None, 0)];
        let wanted = wanted(&entries, &trails);
        assert_eq!(
            told(&wanted),
            [
                vec![("eu-north-1", vec![3, 5]), ("us-east-1", vec![4])],
                vec![("eu-north-1", vec![5]), ("us-east-1", vec![4])],
                vec![("eu-north-1", vec![5])],
                vec![],
            ]
        );
    }

    #[test]
    fn what_is_too_large_for_a_log_event_is_left_out_and_counted() {
        let bare = entry(1, "eu-north-1", 0).payload.len();
        let entries = [
            entry(1, "eu-north-1", LOG_EVENT_BYTES_MAX - bare),
            entry(2, "eu-north-1", LOG_EVENT_BYTES_MAX - bare + 1),
            entry(3, "eu-north-1", 0),
        ];
        let wanted = wanted(&entries, &[(selected(true), 0)]);
        assert_eq!((told(&wanted), wanted[0].too_large), (vec![vec![("eu-north-1", vec![1, 3])]], 1));
    }
}
