//! What decides of a record where it goes, read from its JSON.

use chrono::DateTime;
use serde::Deserialize;
use serde::de::Error;
use std::borrow::Cow;

/// The members that decide. Text borrows from the record where it has no escapes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Facts<'a> {
    #[serde(borrow)]
    event_time: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) event_source: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) event_name: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) event_type: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) event_category: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) aws_region: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) recipient_account_id: Cow<'a, str>,
    pub(super) read_only: bool,
    #[serde(borrow, default, rename = "requestID")]
    pub(super) request_id: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    pub(super) error_code: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    pub(super) vpc_endpoint_id: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    pub(super) session_credential_from_console: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub(super) user_identity: Identity<'a>,
    #[serde(borrow, default)]
    pub(super) resources: Vec<Resource<'a>>,
}

/// Who called.
#[derive(Debug, Deserialize)]
pub(super) struct Identity<'a> {
    #[serde(borrow, default)]
    pub(super) arn: Option<Cow<'a, str>>,
    #[serde(borrow, default, rename = "invokedBy")]
    pub(super) invoked_by: Option<Cow<'a, str>>,
}

/// What a call was about.
#[derive(Debug, Deserialize)]
pub(super) struct Resource<'a> {
    #[serde(borrow, rename = "type", default)]
    pub(super) kind: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "ARN", default)]
    pub(super) arn: Option<Cow<'a, str>>,
    #[serde(borrow, rename = "ARNPrefix", default)]
    pub(super) arn_prefix: Option<Cow<'a, str>>,
}

/// Services without regions. Their events are of the region that leads the partition, where AWS processes them; a server of
/// this program has all regions at one address, and does the same. STS is among them where it is called by its global
/// endpoint, which clients sign for this region.
const GLOBAL: &[&str] = &["iam.amazonaws.com", "sts.amazonaws.com", "cloudfront.amazonaws.com"];

/// The region that leads the partition.
const LEADING_REGION: &str = "us-east-1";

impl<'a> Facts<'a> {
    /// Reads a record of the journal.
    ///
    /// # Errors
    /// Where it is no record of ours.
    pub(super) fn of(record: &'a str) -> serde_json::Result<Facts<'a>> {
        // A list of the members in their order would be read as well.
        if !record.trim_start().starts_with('{') {
            return Err(serde_json::Error::custom("not a JSON object"));
        }
        serde_json::from_str(record)
    }

    /// Milliseconds since 1970, of whole seconds. `None`: it is no moment.
    pub(super) fn time(&self) -> Option<i64> {
        DateTime::parse_from_rfc3339(&self.event_time).ok().map(|time| time.timestamp_millis())
    }

    /// Whether the event is of a service without regions.
    pub(super) fn is_global(&self) -> bool {
        GLOBAL.contains(&&*self.event_source) && self.aws_region == LEADING_REGION
    }
}
