//! Pages: `MaxItems` and `Marker`.

use ashiato_meta::Page;

use super::failure::validation_error;
use crate::aws::{Error, page_token};

/// What a page of a list is asked by. Source: IAM API Reference: 100 unless said, 1 to 1000.
pub(super) struct Asked {
    /// The key after which the page begins.
    pub(super) after: Option<String>,
    pub(super) items_max: u32,
}

pub(super) fn asked(marker: Option<&str>, max_items: Option<i64>) -> Result<Asked, Error> {
    let decoded =
        |marker: &str| page_token::decode(marker).ok_or_else(|| validation_error(format!("Invalid Marker: {marker}")));
    let after = marker.map(decoded).transpose()?;
    let items_max = max_items.and_then(|max| u32::try_from(max).ok()).unwrap_or(100).clamp(1, 1000);
    Ok(Asked { after, items_max })
}

/// A page as an answer tells it: the rows, `IsTruncated` and `Marker`.
pub(super) struct Told<T> {
    pub(super) rows: Vec<T>,
    pub(super) is_truncated: Option<bool>,
    pub(super) marker: Option<String>,
}

pub(super) fn told<T>(page: Page<T>) -> Told<T> {
    Told {
        rows: page.rows,
        is_truncated: Some(page.next.is_some()),
        marker: page.next.as_deref().map(page_token::encode),
    }
}

/// A page of what is there as a whole, each with its key, in the order of those.
pub(super) fn cut<T>(all: impl IntoIterator<Item = (String, T)>, asked: &Asked) -> Told<T> {
    let after = asked.after.as_deref().unwrap_or_default();
    let mut rest: Vec<(String, T)> = all.into_iter().filter(|(key, _)| key.as_str() > after).collect();
    rest.sort_by(|(a, _), (b, _)| a.cmp(b));
    let is_truncated = rest.len() > asked.items_max as usize;
    rest.truncate(asked.items_max as usize);
    let next = rest.last().filter(|_| is_truncated).map(|(key, _)| key.clone());
    told(Page { rows: rest.into_iter().map(|(_, row)| row).collect(), next })
}
