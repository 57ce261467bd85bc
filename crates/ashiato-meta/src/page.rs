//! One page of a list.

/// Rows in the order of their keys, and where the next page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// At most as many as were asked for.
    pub rows: Vec<T>,
    /// The last row's key, to be given as `after`; `None` at the end of the list.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// From one row more than was asked for, which tells whether there is a next page.
    pub(crate) fn cut(mut rows: Vec<T>, limit: u32, key: impl Fn(&T) -> String) -> Self {
        let is_last = rows.len() <= limit as usize;
        rows.truncate(limit as usize);
        let next = if is_last { None } else { rows.last().map(key) };
        Self { rows, next }
    }
}

/// How many rows to ask the database for, so that `Page::cut` can tell whether there are more.
pub(crate) fn one_more(limit: u32) -> i64 {
    i64::from(limit) + 1
}
