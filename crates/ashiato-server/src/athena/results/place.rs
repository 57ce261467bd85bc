//! Where a query's files go, from the folder that results are kept in.

use object_store::path::Path;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which files a statement leaves behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Layout {
    /// Rows: `{id}.csv`.
    Csv,
    /// Lines: `{id}.txt`.
    Text,
    /// A new table: `tables/{id}`, with a manifest.
    Table,
    /// Rows added or unloaded: `{id}`, with a manifest.
    Written,
}

/// Where a query's result is: a bucket and a key there, from which the keys of the other files follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) bucket: String,
    pub(crate) key: String,
    pub(crate) layout: Layout,
}

/// Why a place of results cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlaceError(pub(crate) String);

impl fmt::Display for PlaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Place {
    /// The place of a query's result below an `s3://` folder.
    ///
    /// # Errors
    /// Where that is none.
    pub(crate) fn below(location: &str, query_id: &str, layout: Layout) -> Result<Place, PlaceError> {
        let wrong = || PlaceError(format!("outputLocation is not a valid S3 path: {location}"));
        let (bucket, folder) = split(location).ok_or_else(wrong)?;
        let name = match layout {
            Layout::Csv => format!("{query_id}.csv"),
            Layout::Text => format!("{query_id}.txt"),
            Layout::Table => format!("tables/{query_id}"),
            Layout::Written => query_id.to_string(),
        };
        let key = format!("{folder}{name}");
        // A key with `//` or `..` in it is one that the files could not be read from again.
        Path::parse(&key).map_err(|_| wrong())?;
        Ok(Place { bucket: bucket.to_string(), key, layout })
    }

    /// `s3://bucket/key`.
    pub(crate) fn uri(&self) -> String {
        self.uri_of(&self.key)
    }

    /// `s3://bucket/key` of another file of the query.
    pub(crate) fn uri_of(&self, key: &str) -> String {
        format!("s3://{}/{key}", self.bucket)
    }

    /// The key of the columns' file.
    pub(crate) fn metadata_key(&self) -> String {
        format!("{}.metadata", self.key)
    }

    /// The key of the manifest, where the statement has one.
    pub(crate) fn manifest_key(&self) -> Option<String> {
        matches!(self.layout, Layout::Table | Layout::Written).then(|| format!("{}-manifest.csv", self.key))
    }
}

/// `s3://bucket/a/b` → `bucket`, `a/b/`.
fn split(location: &str) -> Option<(&str, String)> {
    let rest = location.strip_prefix("s3://")?;
    let (bucket, folder) = rest.split_once('/').unwrap_or((rest, ""));
    let folder = folder.strip_suffix('/').unwrap_or(folder);
    let is_named =
        !bucket.is_empty() && bucket.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
    is_named.then(|| (bucket, if folder.is_empty() { String::new() } else { format!("{folder}/") }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_each_kind() {
        let check = |location: &str, layout: Layout, expected: &str| {
            assert_eq!(Place::below(location, "q", layout).expect("a place").uri(), expected);
        };
        check("s3://b", Layout::Csv, "s3://b/q.csv");
        check("s3://b/", Layout::Text, "s3://b/q.txt");
        check("s3://b/x/y", Layout::Table, "s3://b/x/y/tables/q");
        check("s3://b/x/y/", Layout::Written, "s3://b/x/y/q");
        let table = Place::below("s3://b/x/", "q", Layout::Table).expect("a place");
        assert_eq!(table.manifest_key().as_deref(), Some("x/tables/q-manifest.csv"));
        assert_eq!(table.metadata_key(), "x/tables/q.metadata");
    }

    #[test]
    fn what_is_no_place() {
        for location in ["", "b/x", "https://b/x", "s3://", "s3:///x", "s3://b c/x", "s3://b/../x", "s3://b/x//y"] {
            assert!(Place::below(location, "q", Layout::Csv).is_err(), "{location}");
        }
    }
}
