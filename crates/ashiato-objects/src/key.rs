//! The rules of names: buckets as AWS's naming rules say, keys as anything of 1 to 1,024 bytes.

use crate::error::{Error, Kind, Result};

const KEY_BYTES_MAX: usize = 1024;

/// Refuses a key that S3 refuses. Nothing else is special: `..`, `//` and a trailing `/` are plain bytes.
pub(crate) fn check_key(key: &str) -> Result<()> {
    if key.len() > KEY_BYTES_MAX {
        return Err(Error::new(Kind::KeyTooLong, "Your key is too long"));
    }
    // A NUL could be listed in no XML document.
    if key.is_empty() || key.contains('\0') {
        return Err(Error::new(Kind::Invalid, "a key is 1 to 1,024 bytes without NUL"));
    }
    Ok(())
}

/// Refuses a bucket name outside AWS's rules for general purpose buckets.
///
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>
pub(crate) fn check_bucket_name(name: &str) -> Result<()> {
    let alphanumeric = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let bytes = name.as_bytes();
    let well_formed = (3..=63).contains(&bytes.len())
        && bytes.iter().all(|byte| alphanumeric(byte) || *byte == b'-' || *byte == b'.')
        && bytes.first().is_some_and(alphanumeric)
        && bytes.last().is_some_and(alphanumeric)
        && !name.contains("..");
    let reserved = name.parse::<std::net::Ipv4Addr>().is_ok()
        || ["xn--", "sthree-"].iter().any(|prefix| name.starts_with(prefix))
        || ["-s3alias", "--ol-s3", ".mrap", "--x-s3"].iter().any(|suffix| name.ends_with(suffix));
    if well_formed && !reserved {
        return Ok(());
    }
    Err(Error::new(Kind::BucketName, "The specified bucket is not valid."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bucket_names() {
        for good in ["abc", "a.b-c", "my-trail-logs-111122223333", "1ab"] {
            assert!(check_bucket_name(good).is_ok(), "{good}");
        }
        let long = "a".repeat(64);
        for bad in ["ab", "Abc", "a_b", "-abc", "abc-", "a..b", "192.168.5.4", "xn--abc", "abc-s3alias", &long] {
            assert!(check_bucket_name(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn keys() {
        let longest = "k".repeat(1024);
        for good in ["..", "/", "a//b", "a/", "\n", "ä", "%2F", &longest] {
            assert!(check_key(good).is_ok(), "{good}");
        }
        for bad in ["", "a\0b", &"k".repeat(1025)] {
            assert!(check_key(bad).is_err(), "{bad}");
        }
    }
}
