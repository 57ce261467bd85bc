//! `Marker` and `Limit`.

use crate::aws::generated::kms::errors::INVALID_MARKER_EXCEPTION;
use crate::aws::{Error, page_token};

/// Where a list goes on, as the client gives it back.
pub(super) fn marker(next: Option<String>) -> Option<String> {
    next.as_deref().map(page_token::encode)
}

/// What a client gave back.
pub(super) fn after(marker: Option<&str>) -> Result<Option<String>, Error> {
    let Some(marker) = marker else { return Ok(None) };
    let invalid = || INVALID_MARKER_EXCEPTION.because("Could not deserialize marker");
    page_token::decode(marker).map(Some).ok_or_else(invalid)
}

/// How many a page holds; the schema has checked what was given.
pub(super) fn size(given: Option<i64>, otherwise: u32) -> u32 {
    given.and_then(|given| u32::try_from(given).ok()).unwrap_or(otherwise)
}

/// One page of what is known whole: what follows the marker's place, and where the next begins.
pub(super) fn of_whole<T>(
    whole: Vec<T>,
    marker: Option<&str>,
    limit: u32,
    name: impl Fn(&T) -> &str,
) -> Result<(Vec<T>, Option<String>), Error> {
    let after = after(marker)?;
    let is_later = |item: &T| after.as_deref().is_none_or(|after| name(item) > after);
    let mut rest: Vec<T> = whole.into_iter().filter(is_later).collect();
    let is_last = rest.len() <= limit as usize;
    rest.truncate(limit as usize);
    let next = rest.last().filter(|_| !is_last).map(|item| page_token::encode(name(item)));
    Ok((rest, next))
}
