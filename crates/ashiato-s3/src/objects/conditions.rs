//! What must hold of an object that is read: by its ETag, or by when it was put.

use ashiato_objects::Object;
use chrono::DateTime;
use s3s::dto::*;
use s3s::{S3Error, S3ErrorCode, S3Result, s3_error};

use crate::convert::{http_date, timestamp};

/// The conditions of a read, in the order of RFC 9110 13.2.2.
pub(crate) struct ReadConditions<'a> {
    pub(crate) if_match: Option<&'a ETagCondition>,
    pub(crate) if_none_match: Option<&'a ETagCondition>,
    pub(crate) if_modified_since: Option<&'a Timestamp>,
    pub(crate) if_unmodified_since: Option<&'a Timestamp>,
}

impl ReadConditions<'_> {
    pub(crate) fn check(&self, object: &Object, unmet: S3ErrorCode) -> S3Result<()> {
        let matches = |condition: &ETagCondition| match condition {
            ETagCondition::Any => true,
            ETagCondition::ETag(etag) => etag.value() == object.etag,
        };
        let failed = || s3_error!(PreconditionFailed, "At least one of the pre-conditions you specified did not hold");
        let modified_after = |time: &Timestamp| seconds(&timestamp(object.modified)) > seconds(time);
        match (self.if_match, self.if_unmodified_since) {
            (Some(condition), _) if !matches(condition) => return Err(failed()),
            (None, Some(time)) if modified_after(time) => return Err(failed()),
            _ => {}
        }
        let is_unmet = match (self.if_none_match, self.if_modified_since) {
            (Some(condition), _) => matches(condition),
            (None, Some(time)) => !modified_after(time),
            (None, None) => false,
        };
        if is_unmet { Err(S3Error::new(unmet)) } else { Ok(()) }
    }
}

/// HTTP's dates have no fractions. A time that cannot be written is as old as can be.
fn seconds(time: &Timestamp) -> i64 {
    let text = http_date(time).unwrap_or_default();
    DateTime::parse_from_rfc2822(&text).map_or(i64::MIN, |time| time.timestamp())
}
