//! How a request names a trail: by a name, which is a region's, or by its ARN.
//!
//! Source: CloudTrail API Reference, CreateTrail; CloudTrail User Guide, "Naming requirements for trails".

use ashiato_policy::arn::{Arn, is_account_id};
use std::net::Ipv4Addr;

use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{CLOUD_TRAIL_ARN_INVALID_EXCEPTION, INVALID_TRAIL_NAME_EXCEPTION};

const CHARS_MIN: usize = 3;
const CHARS_MAX: usize = 128;
/// What may stand between letters and digits, one at a time.
const MARKS: &[char] = &['.', '_', '-'];

/// A trail as a request names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named<'a> {
    /// By its name, in the region of the request.
    Name(&'a str),
    /// By its ARN.
    Arn(Arn),
}

/// The ARN of a trail.
pub(super) fn arn(region: &str, account: &str, name: &str) -> String {
    Arn::new("cloudtrail", region, account, format!("trail/{name}")).to_string()
}

/// Reads a name or an ARN; `InvalidTrailNameException` or `CloudTrailARNInvalidException` where it is neither.
pub(super) fn parse(text: &str) -> Result<Named<'_>, Error> {
    if !text.starts_with("arn:") {
        return check(text).map(|()| Named::Name(text));
    }
    let invalid = || CLOUD_TRAIL_ARN_INVALID_EXCEPTION.because(format!("{text} is not the ARN of a trail."));
    let arn = Arn::parse(text).map_err(|_| invalid())?;
    let name = arn.resource.strip_prefix("trail/").ok_or_else(invalid)?;
    let is_of_trails = arn.service == "cloudtrail" && !arn.region.is_empty() && is_account_id(&arn.account);
    if !is_of_trails || check(name).is_err() {
        return Err(invalid());
    }
    Ok(Named::Arn(arn))
}

/// Holds a name against AWS's rules.
pub(super) fn check(name: &str) -> Result<(), Error> {
    let refuse = |why: &str| Err(INVALID_TRAIL_NAME_EXCEPTION.because(why));
    let chars = name.chars().count();
    let length = |word: &str, kind: &str, limit: usize| {
        format!(
            "Trail name too {word}. {kind} allowed length: {limit} characters. Specified name length: {chars} characters."
        )
    };
    if chars < CHARS_MIN {
        return refuse(&length("short", "Minimum", CHARS_MIN));
    }
    if chars > CHARS_MAX {
        return refuse(&length("long", "Maximum", CHARS_MAX));
    }
    if !name.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return refuse("Trail name must starts with a letter or number.");
    }
    if !name.ends_with(|last: char| last.is_ascii_alphanumeric()) {
        return refuse("Trail name must ends with a letter or number.");
    }
    if !name.chars().all(|char| char.is_ascii_alphanumeric() || MARKS.contains(&char)) {
        return refuse(
            "Trail name or ARN can only contain uppercase letters, lowercase letters, numbers, periods (.), \
             hyphens (-), and underscores (_).",
        );
    }
    let pairs = name.chars().zip(name.chars().skip(1));
    if pairs.into_iter().any(|(one, next)| MARKS.contains(&one) && MARKS.contains(&next)) {
        return refuse("Trail name cannot have adjacent periods, underscores, or hyphens.");
    }
    if name.parse::<Ipv4Addr>().is_ok() {
        return refuse("Trail name cannot be in the format of an IP address.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let longest = "a".repeat(128);
        for name in ["abc", "A1_b-c.d", "192.168.5", "1.2.3.4.5", &longest] {
            assert_eq!(check(name).map_err(|error| error.message), Ok(()), "{name}");
        }
        let too_long = "a".repeat(129);
        for name in ["", "ab", &too_long, "-abc", "abc_", "a b", "aé1", "a..b", "my-_name", "192.168.5.4", "a/b"] {
            assert_eq!(check(name).expect_err(name).declared.code, "InvalidTrailNameException");
        }
    }

    #[test]
    fn arns() {
        let good = "arn:aws:cloudtrail:us-east-1:111122223333:trail/abc";
        assert!(matches!(parse(good), Ok(Named::Arn(arn)) if arn.to_string() == good));
        for bad in [
            "arn:aws:cloudtrail:us-east-1:111122223333:trail/a",
            "arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/abc",
            "arn:aws:cloudtrail:us-east-1:1111:trail/abc",
            "arn:aws:cloudtrail::111122223333:trail/abc",
            "arn:aws:s3:us-east-1:111122223333:trail/abc",
            "arn:aws:cloudtrail",
        ] {
            assert_eq!(parse(bad).expect_err(bad).declared.code, "CloudTrailARNInvalidException");
        }
    }
}
