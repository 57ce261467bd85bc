//! Puts one object of a trail into its bucket, as CloudTrail does and where the bucket's policy lets it.

use ashiato_meta::Millis;
use ashiato_meta::trails::Trail;
use object_store::{Attribute, Attributes, PutOptions};
use std::sync::Arc;
use std::time::Duration;

use super::encrypted;
use crate::services::{may_look, may_put};
use crate::state::State;

/// A bucket that has not taken an object by then has not taken it: the object is put again later.
const PUT_TIMEOUT: Duration = Duration::from_secs(120);

/// Bytes, and the names and values of metadata.
pub(super) type Content<'a> = (Vec<u8>, &'a [(String, String)]);

/// Puts an object. The error is the code that S3 answers with, as GetTrailStatus tells it.
pub(super) async fn put(
    state: &Arc<State>,
    trail: &Trail,
    (bucket, key): (&str, &str),
    (bytes, metadata): Content<'_>,
) -> Result<(), String> {
    let now = (state.clock)();
    let buckets = state.athena.buckets();
    // What another store has, its answer tells.
    if state.kept.objects.embedded().is_some() && buckets.is_missing(bucket).await {
        return Err("NoSuchBucket".to_string());
    }
    if !may_look(state, trail, bucket, now) || !may_put(state, trail, bucket, key, now) {
        return Err("AccessDenied".to_string());
    }
    let sealing = encrypted::sealing(state, trail, (bucket, key), Millis(now.timestamp_millis())).await?;
    let mut attributes = Attributes::new();
    attributes.insert(Attribute::ContentType, "application/json".into());
    attributes.insert(Attribute::ContentEncoding, "gzip".into());
    for (name, value) in metadata {
        attributes.insert(Attribute::Metadata(name.clone().into()), value.clone().into());
    }
    let mut options = PutOptions { attributes, ..PutOptions::default() };
    if let Some(sealing) = sealing {
        options.extensions.insert(sealing);
    }
    match tokio::time::timeout(PUT_TIMEOUT, buckets.put_once(bucket, key, bytes.into(), options)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(code(&error)),
        Err(_) => Err("RequestTimeout".to_string()),
    }
}

fn code(error: &object_store::Error) -> String {
    match error {
        object_store::Error::NotFound { .. } => "NoSuchBucket".to_string(),
        object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. } => {
            "AccessDenied".to_string()
        }
        other => match ashiato_engine::source::s3::words(other) {
            told if told == other.to_string() => format!("InternalError: {}", bottom(other)),
            told => told.split_once(": ").map_or(told.clone(), |(code, _)| code.to_string()),
        },
    }
}

/// What lies at the bottom of a failure that is not S3's own.
fn bottom(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |cause| cause.source());
    causes.last().map(ToString::to_string).unwrap_or_default()
}
