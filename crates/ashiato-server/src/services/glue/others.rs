//! What Glue's shapes hold beyond the engine's types: kept under the shape's own names, and given back.

use ashiato_engine::catalog::store::Others;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Keeps a member, if it was given.
pub(super) fn keep<T: Serialize>(others: &mut Others, member: &str, given: Option<T>) {
    let Some(given) = given else { return };
    let value = serde_json::to_value(given).expect("a shape of the model is JSON: it came as JSON");
    others.insert(member.to_string(), value);
}

/// What was kept of a member.
pub(super) fn kept<T: DeserializeOwned>(others: &Others, member: &str) -> Option<T> {
    serde_json::from_value(others.get(member)?.clone()).ok()
}
