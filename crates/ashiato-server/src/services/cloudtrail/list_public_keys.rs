//! ListPublicKeys: the public halves of the keys that signed digests at some time of a range. One key signs for all
//! regions, and each region tells of it.

use ashiato_meta::{Millis, trail_keys};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::fault::{expect_no_token, failed, read};
use crate::aws::generated::cloudtrail::errors::INVALID_TIME_RANGE_EXCEPTION;
use crate::aws::generated::cloudtrail::{ListPublicKeysRequest, ListPublicKeysResponse, PublicKey};
use crate::aws::{Blob, Error, Timestamp};
use crate::context::Context;

pub(super) async fn list_public_keys(
    ctx: &Context,
    input: ListPublicKeysRequest,
) -> Result<ListPublicKeysResponse, Error> {
    expect_no_token(input.next_token.as_deref())?;
    let now = ctx.now.timestamp_millis();
    let or_now = |time: Option<Timestamp>| Millis(time.map_or(now, |time| time.millis));
    let (start, end) = (or_now(input.start_time), or_now(input.end_time));
    if start > end {
        return Err(INVALID_TIME_RANGE_EXCEPTION.because("The start time is after the end time."));
    }
    let mut tx = read(ctx).await?;
    let kept = trail_keys::between(&mut tx, start, end).await.map_err(failed)?;
    let shown = kept.into_iter().map(|key| {
        let der = STANDARD.decode(&key.public_key);
        let der = der.map_err(|why| Error::internal(format!("the public key {}: {why}", key.fingerprint)))?;
        Ok(PublicKey {
            value: Some(Blob(der)),
            validity_start_time: Some(Timestamp { millis: key.valid_from.0 }),
            validity_end_time: Some(Timestamp { millis: key.valid_until.0 }),
            fingerprint: Some(key.fingerprint),
        })
    });
    Ok(ListPublicKeysResponse { public_key_list: Some(shown.collect::<Result<_, Error>>()?), next_token: None })
}
