//! Lists page by page.

use super::failure::invalid;
use crate::aws::{Error, page_token};

/// Lists of groups, streams and filters give at most so many at once, and as many where the client says nothing.
const ROWS_MAX: usize = 50;

/// How many rows are asked for.
pub(super) fn rows(limit: Option<i64>) -> usize {
    limit.and_then(|rows| usize::try_from(rows).ok()).filter(|rows| (1..=ROWS_MAX).contains(rows)).unwrap_or(ROWS_MAX)
}

/// Where a page begins, from the token that the page before gave.
pub(super) fn after(token: Option<&str>) -> Result<Option<String>, Error> {
    let Some(token) = token else { return Ok(None) };
    page_token::decode(token).map(Some).ok_or_else(|| invalid("The specified nextToken is invalid."))
}

/// Cuts rows at the size of a page: the token is of the last row that is in it.
pub(super) fn cut<T>(mut rows: Vec<T>, most: usize, key: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
    let has_more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| has_more).map(|row| page_token::encode(&key(row)));
    (rows, next)
}
