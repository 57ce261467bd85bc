//! Whose events, of which region, under which prefix: what the keys of log files and of digests have in common.

use crate::error::{Error, ErrorKind, Result};
use crate::time::Time;
use ashiato_event::key::{DigestTrail, LogKey, LogKind};

/// Where in a bucket a trail's files of one account and region go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The trail's S3KeyPrefix, without slashes at its ends.
    pub prefix: Option<String>,
    /// The organization of an organization trail.
    pub organization: Option<String>,
    /// The account, twelve digits.
    pub account: String,
    /// The region whose events these are.
    pub region: String,
}

impl Place {
    /// The key of a log file that is delivered now. `suffix` is from [`crate::log_file::suffix`].
    ///
    /// # Errors
    /// `Invalid`, where the place cannot be written as a key that is read back as the same.
    pub fn log_key(&self, delivered: Time, suffix: &str) -> Result<String> {
        self.key(self.log_key_of(LogKind::Log, delivered, None), suffix)
    }

    /// The key of a digest that ends then.
    ///
    /// # Errors
    /// As [`Place::log_key`].
    pub fn digest_key(&self, end: Time, trail: &DigestTrail) -> Result<String> {
        self.key(self.log_key_of(LogKind::Digest, end, Some(trail.clone())), "")
    }

    fn log_key_of(&self, kind: LogKind, time: Time, trail: Option<DigestTrail>) -> LogKey {
        LogKey {
            organization: self.organization.clone(),
            account: Some(self.account.clone()),
            kind,
            region: Some(self.region.clone()),
            delivered: Some(time.timestamp()),
            trail,
            ..LogKey::default()
        }
    }

    fn key(&self, key: LogKey, suffix: &str) -> Result<String> {
        let path = key.path(suffix).unwrap_or_default();
        let read = ashiato_event::key::parse(&path);
        let is_read_back = read.account == key.account && read.region == key.region && read.trail == key.trail;
        if !is_read_back {
            let message = format!("no key can be made of account {}, region {}", self.account, self.region);
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        Ok(match &self.prefix {
            Some(prefix) => format!("{prefix}/{path}"),
            None => path,
        })
    }
}
