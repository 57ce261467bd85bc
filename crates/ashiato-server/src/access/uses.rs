//! When keys and roles were last used, noted without a write for each request.

use ashiato_meta::{AccessKeyId, Kind, Millis, PrincipalId, access_keys, roles};
use std::collections::HashMap;
use std::sync::Mutex;

use crate::signature::{Credential, Identity};
use crate::state::State;

/// A use that follows another by less is not noted.
const NOTED_EVERY_MILLIS: i64 = 5 * 60 * 1000;
const KEYS_MAX: usize = 4096;

/// When the use of each key was last noted, in milliseconds UTC.
#[derive(Debug, Default)]
pub(crate) struct Uses(Mutex<HashMap<String, i64>>);

impl Uses {
    fn is_due(&self, id: &str, now: Millis) -> bool {
        let mut noted = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if noted.len() >= KEYS_MAX {
            noted.clear();
        }
        match noted.get(id) {
            Some(before) if now.0 - before < NOTED_EVERY_MILLIS => false,
            _ => {
                noted.insert(id.to_string(), now.0);
                true
            }
        }
    }
}

/// Notes that a key was used. A failure is logged and fails no request.
pub(crate) async fn note_use(state: &State, credential: &Credential, region: &str, service: &str) {
    let now = state.now();
    let is_long_term = credential.session_token.is_none();
    let noted = match &credential.identity {
        Identity::Role(id) if state.uses.is_due(id, now) => note_role(state, id, now, region).await,
        _ if is_long_term && state.uses.is_due(&credential.access_key_id, now) => {
            note_key(state, &credential.access_key_id, now, region, service).await
        }
        _ => return,
    };
    match noted {
        Ok(()) => {}
        // A key of the configuration has no row.
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => tracing::warn!(%error, key = credential.access_key_id, "note the use of a key"),
    }
}

async fn note_key(state: &State, id: &str, now: Millis, region: &str, service: &str) -> ashiato_meta::Result<()> {
    let mut tx = state.kept.meta.write().await?;
    access_keys::used(&mut tx, &AccessKeyId(id.to_string()), now, region, service).await?;
    tx.commit().await
}

async fn note_role(state: &State, id: &str, now: Millis, region: &str) -> ashiato_meta::Result<()> {
    let mut tx = state.kept.meta.write().await?;
    roles::used(&mut tx, &PrincipalId(id.to_string()), now, region).await?;
    tx.commit().await
}
