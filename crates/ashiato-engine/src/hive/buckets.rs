//! Where the buckets that DDL names really are: `--bucket NAME=DIR` puts a folder in place of a bucket.

use super::local_locations::{LocalLocations, is_local};
use super::refusal::invalid;
use crate::source::local::below;
use ashiato_sql::Error;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use url::Url;

/// Folders that stand for buckets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Buckets {
    folders: BTreeMap<String, PathBuf>,
    local: LocalLocations,
}

impl Buckets {
    /// Buckets by name, each with its folder.
    pub fn new(folders: impl IntoIterator<Item = (String, PathBuf)>) -> Buckets {
        Buckets { folders: folders.into_iter().collect(), local: LocalLocations::default() }
    }

    /// The same, with a say on locations that are on this machine without a bucket.
    pub fn with_local(self, local: LocalLocations) -> Buckets {
        Buckets { local, ..self }
    }

    /// Refuses a location on this machine where such are refused.
    ///
    /// # Errors
    /// `INVALID_LOCATION`.
    pub(crate) fn check(&self, location: &str) -> Result<(), Error> {
        if self.local == LocalLocations::Refused && is_local(location) {
            let message = format!("The location '{location}' is not in S3: expected s3://bucket/folder/");
            return Err(invalid("INVALID_LOCATION", message));
        }
        Ok(())
    }

    /// The place of a location: a `file:` URL for a mapped bucket, a `file:` URL or a path; `s3:` for all others.
    /// A location that ends in a slash stays so.
    ///
    /// # Errors
    /// `INVALID_LOCATION` for another scheme, for a path that leads out of the bucket's folder, and for any other place
    /// on this machine where such are refused.
    pub fn resolve(&self, location: &str) -> Result<Url, Error> {
        self.check(location)?;
        let wrong = |why: &str| invalid("INVALID_LOCATION", format!("The location '{location}' {why}"));
        let Some((scheme, rest)) = location.split_once("://") else {
            return local(Path::new(location), location.ends_with('/')).ok_or_else(|| wrong("is no path"));
        };
        match scheme.to_ascii_lowercase().as_str() {
            "s3" | "s3a" | "s3n" => {}
            "file" => return local(Path::new(rest), rest.ends_with('/')).ok_or_else(|| wrong("is no path")),
            _ => return Err(wrong("is neither in S3 nor on this machine")),
        }
        let (bucket, key) = rest.split_once('/').unwrap_or((rest, ""));
        if bucket.is_empty() {
            return Err(wrong("names no bucket"));
        }
        let Some(folder) = self.folders.get(bucket) else {
            // A bucket's name is no host name: it is set as one so that underscores and the like survive.
            let mut url = Url::parse(&format!("s3://{bucket}")).map_err(|_| wrong("names no bucket"))?;
            // A key is no path of a URL: its percent signs stand for themselves.
            url.set_path(&key.replace('%', "%25"));
            return Ok(url);
        };
        let path = below(folder, key).ok_or_else(|| wrong("leads out of its bucket"))?;
        local(&path, key.is_empty() || key.ends_with('/')).ok_or_else(|| wrong("is no path"))
    }
}

fn local(path: &Path, is_folder: bool) -> Option<Url> {
    let path = std::path::absolute(path).ok()?;
    if is_folder { Url::from_directory_path(path).ok() } else { Url::from_file_path(path).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_are_resolved() {
        let buckets = Buckets::new([
            ("logs".to_string(), PathBuf::from("/data/logs")),
            ("バケット名".to_string(), PathBuf::from("/b")),
        ]);
        let cases = [
            ("s3://logs/AWSLogs/1/", "file:///data/logs/AWSLogs/1/"),
            ("s3a://logs/x", "file:///data/logs/x"),
            ("s3://logs", "file:///data/logs/"),
            ("s3://logs//etc/", "file:///data/logs/etc/"),
            ("s3://other/AWSLogs/", "s3://other/AWSLogs/"),
            ("s3://other/t/dt=a%2Fb/", "s3://other/t/dt=a%252Fb/"),
            ("s3://バケット名/a b/", "file:///b/a%20b/"),
            ("file:///tmp/x/", "file:///tmp/x/"),
            ("/tmp/x/", "file:///tmp/x/"),
        ];
        for (location, expected) in cases {
            assert_eq!(buckets.resolve(location).expect(location).as_str(), expected);
        }
    }

    #[test]
    fn other_places_are_refused() {
        let buckets = Buckets::new([("logs".to_string(), PathBuf::from("/data/logs"))]);
        for location in ["hdfs://x/y", "s3://logs/../../etc/", "s3://"] {
            let error = buckets.resolve(location).expect_err(location);
            assert!(error.to_string().contains(location), "{error}");
        }
    }

    #[test]
    fn places_on_this_machine_can_be_refused() {
        let folders = [("logs".to_string(), PathBuf::from("/data/logs"))];
        let buckets = Buckets::new(folders).with_local(LocalLocations::Refused);
        for location in ["/etc/", "etc", "file:///etc/", "FILE:///etc/", "file:/etc/"] {
            let error = buckets.resolve(location).expect_err(location);
            assert!(error.to_string().contains("is not in S3"), "{error}");
        }
        for location in ["s3://logs/x/", "s3://other/x/"] {
            assert!(buckets.resolve(location).is_ok(), "{location}");
        }
    }
}
