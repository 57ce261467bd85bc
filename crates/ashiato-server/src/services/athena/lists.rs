//! Lists page by page.

use super::errors::invalid;
use crate::aws::{Error, page_token};

/// Most lists give at most so many at once, and as many where the client says nothing.
const ROWS_MAX: u32 = 50;

/// How many rows are asked for. Some lists take 0 for no wish.
pub(super) fn rows(max_results: Option<i64>) -> u32 {
    max_results
        .and_then(|rows| u32::try_from(rows).ok())
        .filter(|rows| (1..=ROWS_MAX).contains(rows))
        .unwrap_or(ROWS_MAX)
}

/// Where a page begins, from the token that the page before gave.
pub(super) fn after(token: Option<&str>) -> Result<Option<String>, Error> {
    let Some(token) = token else { return Ok(None) };
    page_token::decode(token).map(Some).ok_or_else(|| invalid("NextToken is not valid"))
}

/// The token of the next page.
pub(super) fn token(next: &str) -> String {
    page_token::encode(next)
}
