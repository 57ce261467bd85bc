//! The key that digests are signed with.

use ashiato_meta::{Millis, trail_keys};

use super::fault::failed;
use crate::aws::Error;
use crate::state::State;

/// Sees to it that a key is there that signs at `now`: called when a trail is made or begins to log.
///
/// Making one takes long enough to leave the I/O runtime, and must not hold a transaction meanwhile; of two that are made
/// at once both may stay, the later one signs. What makes keys is not part of the server yet: until it is, none is made,
/// and ListPublicKeys has none to list.
pub(super) async fn ensure_key(state: &State, now: Millis) -> Result<(), Error> {
    let mut tx = state.kept.meta.read().await.map_err(failed)?;
    if trail_keys::current(&mut tx, now).await.map_err(failed)?.is_none() {
        tracing::debug!("no key signs digests");
    }
    Ok(())
}
