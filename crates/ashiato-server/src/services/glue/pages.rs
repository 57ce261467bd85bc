//! `NextToken` and `MaxResults`.

use super::fault::invalid;
use crate::aws::{Error, page_token};

/// Where a list goes on, as the client gives it back.
pub(super) fn token(next: Option<String>) -> Option<String> {
    next.as_deref().map(page_token::encode)
}

/// What a client gave back; an empty one is none.
pub(super) fn after(token: Option<&str>) -> Result<Option<String>, Error> {
    let Some(token) = token.filter(|token| !token.is_empty()) else { return Ok(None) };
    page_token::decode(token).map(Some).ok_or_else(|| invalid("The NextToken is not valid."))
}

/// How many rows a page holds; the schema has checked what was given.
pub(super) fn size(given: Option<i64>, otherwise: u32) -> u32 {
    given.and_then(|given| u32::try_from(given).ok()).unwrap_or(otherwise)
}
