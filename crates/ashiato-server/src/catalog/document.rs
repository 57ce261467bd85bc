//! Definitions as the state keeps them: JSON of the engine's types.

use ashiato_meta::{Error, Kind, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Writes a definition.
pub(super) fn encode(definition: &impl Serialize) -> String {
    serde_json::to_string(definition).expect("the types of the catalog have only text for keys")
}

/// Reads one back; `Corrupt` where it is not what was written.
pub(super) fn decode<T: DeserializeOwned>(document: &str, what: &str) -> Result<T> {
    serde_json::from_str(document).map_err(|cause| Error {
        kind: Kind::Corrupt,
        message: format!("read the definition of {what}"),
        source: Some(Box::new(cause)),
    })
}

/// `None` where what was asked for is not there.
pub(super) fn optional<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind == Kind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
