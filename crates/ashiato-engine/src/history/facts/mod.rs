//! What event history knows of a record beside its text: the facts that a lookup asks for and that an answer shows.
//!
//! A record is read leniently: a member that is absent, or not of the type that CloudTrail documents, is a fact that the
//! record does not have. Only a text that is no JSON object, or that has no readable `eventTime`, cannot be kept.

mod resources;
mod values;
mod user;

use chrono::DateTime;
use serde::Deserialize;
use serde_json::value::RawValue;

use self::user::UserIdentity;
use self::values::Flag;
use crate::error::{Error, ErrorKind};

pub(crate) use self::resources::Resource;
pub(crate) use self::values::Text;

/// The facts of one record. They borrow from the record's text where it has no escapes.
#[derive(Debug, Default)]
pub(crate) struct Facts<'a> {
    /// When the event happened, in milliseconds since 1970, UTC.
    pub(crate) event_time: i64,
    /// `eventID`.
    pub(crate) event_id: Text<'a>,
    /// `eventName`, such as `CreateBucket`.
    pub(crate) event_name: Text<'a>,
    /// `eventSource`, such as `s3.amazonaws.com`.
    pub(crate) event_source: Text<'a>,
    /// Who called, as LookupEvents names them.
    pub(crate) user_name: Text<'a>,
    /// The access key that signed the call.
    pub(crate) access_key_id: Text<'a>,
    /// Whether the call only read.
    pub(crate) read_only: Option<bool>,
    /// `Management`, `Data`, `NetworkActivity` or `Insight`.
    pub(crate) event_category: Text<'a>,
    /// The region that was called.
    pub(crate) region: Text<'a>,
    /// The account whose event this is.
    pub(crate) account: Text<'a>,
    /// The error's code where the call failed.
    pub(crate) error_code: Text<'a>,
    /// What the call was about.
    pub(crate) resources: Vec<Resource<'a>>,
}

/// The text of a record's bytes.
///
/// # Errors
/// [`ErrorKind::Corrupt`] where they are not UTF-8.
pub(crate) fn text(record: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(record)
        .map_err(|error| Error::new(ErrorKind::Corrupt, "the record is not UTF-8").because(error))
}

/// The members of a record that facts are taken from.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    #[serde(default, borrow)]
    event_time: Text<'a>,
    #[serde(default, borrow, rename = "eventID")]
    event_id: Text<'a>,
    #[serde(default, borrow)]
    event_name: Text<'a>,
    #[serde(default, borrow)]
    event_source: Text<'a>,
    #[serde(default, borrow)]
    aws_region: Text<'a>,
    #[serde(default, borrow)]
    error_code: Text<'a>,
    #[serde(default, borrow)]
    event_category: Text<'a>,
    #[serde(default, borrow)]
    recipient_account_id: Text<'a>,
    #[serde(default)]
    read_only: Flag,
    #[serde(default)]
    management_event: Flag,
    #[serde(default, borrow)]
    user_identity: Option<&'a RawValue>,
    #[serde(default, borrow)]
    request_parameters: Option<&'a RawValue>,
    #[serde(default, borrow)]
    response_elements: Option<&'a RawValue>,
    #[serde(default, borrow)]
    resources: Option<&'a RawValue>,
}

/// Takes the facts from a record's JSON.
///
/// # Errors
/// [`ErrorKind::Corrupt`] for a text that is no JSON object, or whose `eventTime` is absent or no time.
pub(crate) fn facts(json: &str) -> Result<Facts<'_>, Error> {
    let record: Record<'_> = serde_json::from_str(json)
        .map_err(|error| Error::new(ErrorKind::Corrupt, "the record is no JSON object").because(error))?;
    let identity = record.user_identity.and_then(UserIdentity::read).unwrap_or_default();
    let mut found = resources::listed(record.resources);
    resources::named(
        record.event_source.as_str().unwrap_or_default(),
        [record.request_parameters, record.response_elements],
        &mut found,
    );
    Ok(Facts {
        event_time: milliseconds(&record.event_time)?,
        event_category: category(record.event_category, record.management_event.0),
        user_name: identity.user_name(),
        account: record.recipient_account_id.or(identity.account_id),
        access_key_id: identity.access_key_id,
        event_id: record.event_id,
        event_name: record.event_name,
        event_source: record.event_source,
        read_only: record.read_only.0,
        region: record.aws_region,
        error_code: record.error_code,
        resources: found,
    })
}

fn milliseconds(event_time: &Text<'_>) -> Result<i64, Error> {
    let text = event_time.as_str().unwrap_or_default();
    DateTime::parse_from_rfc3339(text)
        .map(|time| time.timestamp_millis())
        .map_err(|error| Error::new(ErrorKind::Corrupt, format!("eventTime '{text}' is no time")).because(error))
}

/// Records of versions before 1.07 have no `eventCategory`; data events are told by `managementEvent` there.
fn category<'a>(event_category: Text<'a>, management_event: Option<bool>) -> Text<'a> {
    event_category.or(Text::from(if management_event == Some(false) { "Data" } else { "Management" }))
}

#[cfg(test)]
mod tests;
