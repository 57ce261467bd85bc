//! An event as a lookup answers it.

use bytes::Bytes;

use super::facts::Facts;
use super::order::Place;

/// One event of the history: its facts and the record whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEvent {
    /// Its number in the journal.
    pub number: u64,
    /// When it happened, in milliseconds since 1970, UTC.
    pub event_time: i64,
    /// `eventID`.
    pub event_id: Option<String>,
    /// `eventName`.
    pub event_name: Option<String>,
    /// `eventSource`.
    pub event_source: Option<String>,
    /// Who called, as LookupEvents names them.
    pub user_name: Option<String>,
    /// The access key that signed the call.
    pub access_key_id: Option<String>,
    /// `Management`, `Data`, `NetworkActivity` or `Insight`.
    pub event_category: Option<String>,
    /// The region that was called.
    pub region: Option<String>,
    /// The account whose event this is.
    pub account: Option<String>,
    /// The error's code where the call failed.
    pub error_code: Option<String>,
    /// Whether the call only read.
    pub read_only: Option<bool>,
    /// What the call was about.
    pub resources: Vec<HistoryResource>,
    /// The record's JSON, as it was appended.
    pub record: Bytes,
}

/// One thing that a call was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryResource {
    /// Its type, such as `AWS::S3::Bucket`.
    pub kind: String,
    /// Its name, id or ARN.
    pub name: String,
}

impl HistoryEvent {
    pub(super) fn new(number: u64, facts: Facts<'_>, record: Bytes) -> HistoryEvent {
        let owned = |text: super::facts::Text<'_>| text.into_inner().map(|text| text.into_owned());
        HistoryEvent {
            number,
            event_time: facts.event_time,
            event_id: owned(facts.event_id),
            event_name: owned(facts.event_name),
            event_source: owned(facts.event_source),
            user_name: owned(facts.user_name),
            access_key_id: owned(facts.access_key_id),
            event_category: owned(facts.event_category),
            region: owned(facts.region),
            account: owned(facts.account),
            error_code: owned(facts.error_code),
            read_only: facts.read_only,
            resources: facts
                .resources
                .into_iter()
                .map(|resource| HistoryResource { kind: resource.kind.into_owned(), name: resource.name.into_owned() })
                .collect(),
            record,
        }
    }

    pub(super) fn place(&self) -> Place {
        Place { event_time: self.event_time, number: self.number }
    }
}
