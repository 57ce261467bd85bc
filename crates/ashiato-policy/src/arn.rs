//! Amazon Resource Names: `arn:partition:service:region:account:resource`.

use std::fmt;

use crate::Error;

/// A name of a resource, in its six parts. Parts may be empty; the last may hold colons.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Arn {
    /// `aws`, `aws-cn`, `aws-us-gov`.
    pub partition: String,
    /// `s3`, `iam`, `athena`.
    pub service: String,
    /// Empty for services that have no regions, and for S3.
    pub region: String,
    /// Twelve digits; empty for S3 and for AWS's managed policies `aws`.
    pub account: String,
    /// `user/path/name`, `bucket/key`, `root`.
    pub resource: String,
}

/// The longest ARN that IAM takes.
pub const ARN_CHARS_MAX: usize = 2048;

impl Arn {
    /// Reads an ARN. Wildcards are characters like any other.
    pub fn parse(text: &str) -> Result<Arn, Error> {
        if text.chars().count() > ARN_CHARS_MAX {
            return Err(Error::limit(format!("an ARN has at most {ARN_CHARS_MAX} characters")));
        }
        let parts: Vec<&str> = text.splitn(6, ':').collect();
        let ["arn", partition, service, region, account, resource] = parts[..] else {
            return Err(Error::invalid(format!("ARN {text} is not valid.")));
        };
        if partition.is_empty() || service.is_empty() || resource.is_empty() {
            return Err(Error::invalid(format!("ARN {text} is not valid.")));
        }
        Ok(Arn {
            partition: partition.to_string(),
            service: service.to_string(),
            region: region.to_string(),
            account: account.to_string(),
            resource: resource.to_string(),
        })
    }

    /// A name in the partition `aws`.
    pub fn new(service: &str, region: &str, account: &str, resource: impl Into<String>) -> Arn {
        Arn {
            partition: "aws".to_string(),
            service: service.to_string(),
            region: region.to_string(),
            account: account.to_string(),
            resource: resource.into(),
        }
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Arn { partition, service, region, account, resource } = self;
        write!(f, "arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// Whether a text is the id of an account: twelve digits.
pub fn is_account_id(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}
