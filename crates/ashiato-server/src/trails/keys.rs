//! The keys that sign digests.

use ashiato_meta::trail_keys::{self, TrailKey};
use ashiato_meta::{Millis, Tx};
use ashiato_trail::signing::SigningKey;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::Failed;
use crate::chance;
use crate::state::State;

/// How long a key signs before another takes its place.
const SIGNS_FOR_MILLIS: i64 = 365 * 24 * 3600 * 1000;
/// A key is made known as valid from a little before it signs: clients ask for the keys of a time.
const KNOWN_BEFORE_MILLIS: i64 = 2 * 3600 * 1000;

/// Sees to it that a key is there that signs at `now`. Making one takes long, and holds no transaction meanwhile; of two
/// that are made at once both stay, and one of them signs.
pub(crate) async fn ensure_key(state: &State, now: Millis) -> Result<(), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let current = trail_keys::current(&mut tx, now).await?;
    drop(tx);
    if current.is_some() {
        return Ok(());
    }
    let made = tokio::task::spawn_blocking(SigningKey::generate).await.map_err(|why| Failed(why.to_string()))??;
    let key = TrailKey {
        fingerprint: made.public().fingerprint().to_string(),
        public_key: BASE64.encode(made.public().der()),
        valid_from: Millis(now.0 - KNOWN_BEFORE_MILLIS),
        valid_until: Millis(now.0 + SIGNS_FOR_MILLIS),
    };
    let mut tx = state.kept.meta.write().await?;
    trail_keys::create(&mut tx, &state.kept.keys, &key, made.to_pkcs8()?.as_ref(), chance::bytes()).await?;
    tx.commit().await?;
    Ok(())
}

/// The key that signs at `now`.
pub(super) async fn signing_key(tx: &mut Tx, state: &State, now: Millis) -> Result<SigningKey, Failed> {
    let current = trail_keys::current(tx, now).await?.ok_or_else(|| Failed("no key signs digests".to_string()))?;
    let private = trail_keys::private_key(tx, &state.kept.keys, &current.fingerprint).await?;
    Ok(SigningKey::from_pkcs8(&private)?)
}
