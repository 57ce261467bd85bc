//! The regions that there are: AWS's, and those that a server is told of. Whoever signs a request writes into it what region
//! they like, and each region has folders and a chain of digests of its own in every trail: what is none is recorded at home.

use std::fmt;
use std::str::FromStr;

/// AWS's regions. Source: the partitions that botocore 1.44.8 lists.
const KNOWN: &[&str] = &[
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-6",
    "ap-southeast-7",
    "ca-central-1",
    "ca-west-1",
    "cn-north-1",
    "cn-northwest-1",
    "eu-central-1",
    "eu-central-2",
    "eu-isoe-west-1",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eusc-de-east-1",
    "il-central-1",
    "me-central-1",
    "me-south-1",
    "me-west-1",
    "mx-central-1",
    "sa-east-1",
    "sa-west-1",
    "us-east-1",
    "us-east-2",
    "us-gov-east-1",
    "us-gov-west-1",
    "us-iso-east-1",
    "us-iso-west-1",
    "us-isob-east-1",
    "us-isob-west-1",
    "us-isof-east-1",
    "us-isof-south-1",
    "us-west-1",
    "us-west-2",
];

/// A name formed as AWS's regions are: words and a number with dashes between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionName(String);

/// A text that is no region's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotARegion(String);

impl fmt::Display for NotARegion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "'{}' is not formed as regions are, like dc-east-1", self.0)
    }
}

impl std::error::Error for NotARegion {}

impl FromStr for RegionName {
    type Err = NotARegion;

    fn from_str(text: &str) -> Result<RegionName, NotARegion> {
        let parts: Vec<&str> = text.split('-').collect();
        let is_word = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_region = text.len() <= 32
            && parts.len() >= 3
            && parts[..parts.len() - 1].iter().all(is_word)
            && parts.last().is_some_and(is_number);
        if is_region { Ok(RegionName(text.to_string())) } else { Err(NotARegion(text.to_string())) }
    }
}

/// The regions that a server records.
#[derive(Debug, Clone)]
pub struct Regions {
    /// Where calls are recorded whose region is none.
    pub home: RegionName,
    /// Regions beside AWS's.
    pub more: Vec<RegionName>,
}

impl Default for Regions {
    fn default() -> Regions {
        Regions { home: RegionName("us-east-1".to_string()), more: Vec::new() }
    }
}

impl Regions {
    /// Whether there is such a region.
    pub(crate) fn has(&self, region: &str) -> bool {
        let is_told = self.more.iter().chain([&self.home]).any(|told| told.0 == region);
        is_told || KNOWN.binary_search(&region).is_ok()
    }

    /// The region that a call is recorded in whose request is signed for this one.
    pub(crate) fn recorded<'a>(&'a self, asked: &'a str) -> &'a str {
        if self.has(asked) { asked } else { &self.home.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(text: &str) -> RegionName {
        text.parse().expect("a region")
    }

    #[test]
    fn what_is_no_region_is_recorded_at_home() {
        assert!(KNOWN.is_sorted(), "it is searched by halves");
        assert!(KNOWN.iter().all(|known| known.parse::<RegionName>().is_ok()));
        let usual = Regions::default();
        let told = Regions { home: region("dc-east-1"), more: vec![region("dc-west-2")] };
        for (asked, by_usual, by_told) in [
            ("eu-north-1", "eu-north-1", "eu-north-1"),
            ("us-gov-west-1", "us-gov-west-1", "us-gov-west-1"),
            ("eu-fake-9", "us-east-1", "dc-east-1"),
            ("dc-east-1", "us-east-1", "dc-east-1"),
            ("dc-west-2", "us-east-1", "dc-west-2"),
            ("../../x-y-1", "us-east-1", "dc-east-1"),
            ("", "us-east-1", "dc-east-1"),
        ] {
            assert_eq!((usual.recorded(asked), told.recorded(asked)), (by_usual, by_told), "{asked}");
        }
    }

    #[test]
    fn names_of_regions() {
        for wrong in ["", "garage", "dc-1", "DC-east-1", "dc-east-123", "dc-east-", "dc/east-1", "dc_east-x-1"] {
            assert!(wrong.parse::<RegionName>().is_err(), "{wrong}");
        }
    }
}
