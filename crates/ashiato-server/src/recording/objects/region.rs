//! The region that a request is recorded in: that of the bucket. Whoever signs writes into the signature what region
//! they like; a trail of the bucket's region must have the request all the same.

use http::header::CONTENT_LENGTH;
use serde_json::Value;

use super::HeardObject;
use crate::recording::names::GLOBAL_REGION;

/// The region of the bucket that there is; of one that was to be made, where it was to be; of one that is not there, and
/// of none, the region that the request is signed for.
pub(in crate::recording) fn region<'a>(
    (operation, heard, asked): (&str, &HeardObject, &'a Value),
    bucket_region: Option<&'a str>,
    signed_for: &'a str,
) -> &'a str {
    if let Some(region) = bucket_region {
        return region;
    }
    if operation != "CreateBucket" {
        return signed_for;
    }
    match asked["CreateBucketConfiguration"]["LocationConstraint"].as_str() {
        Some(location) => location,
        None if is_unread(heard) => signed_for,
        // A bucket without a location is in S3's first region.
        None => GLOBAL_REGION,
    }
}

/// Whether it was refused before anything of its document passed.
fn is_unread(heard: &HeardObject) -> bool {
    let length = heard.parts.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    heard.body.bytes() == 0 && length.is_some_and(|bytes| bytes > 0)
}
