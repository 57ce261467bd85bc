//! What a request to the object store asked and was answered, as CloudTrail writes it.

mod body;
mod operations;
mod asked;
mod answered;
mod region;
mod resources;

use percent_encoding::percent_decode_str;

pub(super) use super::heard::HeardObject;
pub(super) use answered::{Answer, additional, answered, failure};
pub(super) use asked::parameters;
pub(crate) use body::BodyNotes;
pub(super) use operations::{event_name, is_data};
pub(super) use region::region;
pub(super) use resources::resources;

/// The bucket and the key that a path names.
pub(super) fn place(path: &str) -> (Option<String>, Option<String>) {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let path = path.strip_prefix('/').unwrap_or(path);
    let (bucket, key) = path.split_once('/').unwrap_or((path, ""));
    let named = |text: &str| (!text.is_empty()).then(|| decoded(text));
    (named(bucket), named(key))
}
