//! The policy of the topic that a call is about: it counts beside the caller's own, as a bucket's does.

use ashiato_meta::{Kind, topics};

use super::Check;
use super::grants::Policy;
use crate::aws::Error;
use crate::state::State;
use crate::topics::document;

/// The policy of a topic. `None`: the check is about no topic, or about none that is there, which only those learn whose
/// own policies let them ask.
pub(super) async fn of(state: &State, check: &Check) -> Result<Option<Policy>, Error> {
    if !check.resource.starts_with("arn:aws:sns:") {
        return Ok(None);
    }
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let mut tx = state.kept.meta.read().await.map_err(unread)?;
    let topic = match topics::get(&mut tx, &check.resource).await {
        Ok(topic) => topic,
        Err(error) if error.kind == Kind::NotFound => return Ok(None),
        Err(error) => return Err(unread(error)),
    };
    let document = document(&topic).map_err(|why| Error::internal(why.to_string()))?;
    Ok(Some(Policy { name: topic.arn, document }))
}
