//! Puts planned log files and digests into their buckets.
//!
//! What a bucket does not take is tried again, after a second first and then ever later up to five minutes, and
//! GetTrailStatus tells why. A bucket's refusal holds back its own trail alone.

use ashiato_meta::trail_digests::{self, TrailDigest};
use ashiato_meta::trail_files::{self, Contents, TrailFile};
use ashiato_meta::trail_status::{self, Delivered};
use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Kind, Millis};
use ashiato_trail::log_file::{self, Described};
use chrono::{DateTime, Utc};
use object_store::path::Path;
use object_store::{Attribute, Attributes, PutOptions, PutPayload};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::Instant;

use super::digests::Stored;
use super::spool::name_of;
use super::{Failed, Trails, encrypted};
use crate::services::may_put;
use crate::state::State;

/// How many are looked up at once.
const AT_ONCE: u32 = 200;
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// When which trail is tried again, and how long it waited last.
#[derive(Debug, Default)]
pub(super) struct Waits(Mutex<HashMap<(String, bool), (Instant, Duration)>>);

impl Waits {
    fn is_waiting(&self, trail: &str, what: Delivered) -> bool {
        let waits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waits.get(&key(trail, what)).is_some_and(|(until, _)| *until > Instant::now())
    }

    fn failed(&self, trail: &str, what: Delivered) {
        let mut waits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = waits.get(&key(trail, what)).map(|(_, wait)| *wait);
        let wait = last.map_or(FIRST_WAIT, |wait| (wait * 2).min(LONGEST_WAIT));
        waits.insert(key(trail, what), (Instant::now() + wait, wait));
    }

    /// Nothing waits for its time any more.
    pub(super) fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn succeeded(&self, trail: &str, what: Delivered) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&key(trail, what));
    }
}

fn key(trail: &str, what: Delivered) -> (String, bool) {
    (trail.to_string(), what == Delivered::Digest)
}

/// Delivers planned log files.
pub(super) async fn files(own: &Trails, state: &Arc<State>, now: DateTime<Utc>) -> Result<(), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let planned = trail_files::planned(&mut tx, &own.settings.server, AT_ONCE).await?;
    drop(tx);
    for file in planned {
        if own.waits.is_waiting(&file.trail, Delivered::LogFile) {
            continue;
        }
        let Some(trail) = trail(state, &file.trail).await? else { continue };
        let outcome = file_into_bucket(own, state, (&trail, &file), now).await;
        noted(own, state, (&trail, Delivered::LogFile), now, &outcome).await?;
        let Ok(contents) = outcome else { continue };
        let mut tx = state.kept.meta.write().await?;
        trail_files::deliver(&mut tx, &file, &contents, Millis(now.timestamp_millis())).await?;
        tx.commit().await?;
        own.spool.remove(&name_of(&file)).map_err(|why| Failed(format!("remove a log file from the spool: {why}")))?;
    }
    Ok(())
}

/// Delivers planned digests, those of one chain in their order.
pub(super) async fn digests(own: &Trails, state: &Arc<State>, now: DateTime<Utc>) -> Result<(), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let planned = trail_digests::planned(&mut tx, AT_ONCE).await?;
    drop(tx);
    for digest in planned {
        if own.waits.is_waiting(&digest.trail, Delivered::Digest) {
            continue;
        }
        let Some(trail) = trail(state, &digest.trail).await? else { continue };
        let outcome = digest_into_bucket(state, (&trail, &digest), now).await;
        noted(own, state, (&trail, Delivered::Digest), now, &outcome).await?;
        if outcome.is_ok() {
            let mut tx = state.kept.meta.write().await?;
            trail_digests::deliver(&mut tx, &digest, Millis(now.timestamp_millis())).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

/// `None`: it was deleted meanwhile.
async fn trail(state: &State, arn: &str) -> Result<Option<Trail>, Failed> {
    let mut tx = state.kept.meta.read().await?;
    match trails::get(&mut tx, arn).await {
        Ok(trail) => Ok(Some(trail)),
        Err(error) if error.kind == Kind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn noted<T>(
    own: &Trails,
    state: &State,
    (trail, what): (&Trail, Delivered),
    now: DateTime<Utc>,
    outcome: &Result<T, String>,
) -> Result<(), Failed> {
    let at = Millis(now.timestamp_millis());
    let mut tx = state.kept.meta.write().await?;
    match outcome {
        Ok(_) => {
            own.waits.succeeded(&trail.arn, what);
            trail_status::succeeded(&mut tx, &trail.arn, what, at).await?;
        }
        Err(why) => {
            own.waits.failed(&trail.arn, what);
            tracing::warn!(trail = trail.arn, why, "a delivery failed");
            trail_status::failed(&mut tx, &trail.arn, what, at, why).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

async fn file_into_bucket(
    own: &Trails,
    state: &Arc<State>,
    (trail, file): (&Trail, &TrailFile),
    now: DateTime<Utc>,
) -> Result<Contents, String> {
    let (spool, name) = (Arc::clone(&own.spool), name_of(file));
    let read = tokio::task::spawn_blocking(move || {
        let gzip = spool.get(&name).map_err(|why| format!("read a log file in the spool: {why}"))?;
        let described = log_file::describe(&gzip).map_err(|why| format!("read a log file in the spool: {why}"))?;
        Ok::<_, String>((gzip, described))
    });
    let (gzip, Described { hash_value, oldest, newest }) = read.await.map_err(|why| why.to_string())??;
    put(state, trail, (&file.bucket, &file.object_key), (gzip, &[]), now).await?;
    Ok(Contents {
        sha256: hash_value,
        oldest: Millis(oldest.timestamp_millis()),
        newest: Millis(newest.timestamp_millis()),
    })
}

async fn digest_into_bucket(
    state: &Arc<State>,
    (trail, digest): (&Trail, &TrailDigest),
    now: DateTime<Utc>,
) -> Result<(), String> {
    let body = digest.body.as_deref().ok_or("a planned digest has no body")?;
    let stored = Stored::read(body).map_err(|why| why.to_string())?;
    let bytes = stored.bytes().map_err(|why| why.to_string())?;
    put(state, trail, (&digest.bucket, &digest.object_key), (bytes, &stored.metadata), now).await
}

/// Puts an object as CloudTrail does, where the bucket's policy lets it.
async fn put(
    state: &Arc<State>,
    trail: &Trail,
    (bucket, key): (&str, &str),
    (bytes, metadata): (Vec<u8>, &[(String, String)]),
    now: DateTime<Utc>,
) -> Result<(), String> {
    let buckets = state.athena.buckets();
    if buckets.is_missing(bucket).await {
        return Err("NoSuchBucket".to_string());
    }
    if !may_put(state, trail, bucket, key, now) {
        return Err("AccessDenied".to_string());
    }
    let sealing = encrypted::sealing(state, trail, (bucket, key), Millis(now.timestamp_millis())).await?;
    let store = buckets.bucket(bucket).map_err(|why| why.to_string())?;
    let mut attributes = Attributes::new();
    attributes.insert(Attribute::ContentType, "application/json".into());
    attributes.insert(Attribute::ContentEncoding, "gzip".into());
    for (name, value) in metadata {
        attributes.insert(Attribute::Metadata(name.clone().into()), value.clone().into());
    }
    let path = Path::parse(key).map_err(|why| why.to_string())?;
    let mut options = PutOptions { attributes, ..PutOptions::default() };
    if let Some(sealing) = sealing {
        options.extensions.insert(sealing);
    }
    match store.put_opts(&path, PutPayload::from(bytes), options).await {
        Ok(_) => Ok(()),
        Err(object_store::Error::NotFound { .. }) => Err("NoSuchBucket".to_string()),
        Err(object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. }) => {
            Err("AccessDenied".to_string())
        }
        Err(why) => Err(format!("InternalError: {why}")),
    }
}
