//! IP addresses as sixteen bytes, an IPv4 address mapped into IPv6, and their text.

use std::net::{IpAddr, Ipv6Addr};

/// The bytes of an address written as IPv4 or IPv6; `None` for any other text.
pub fn parse_ip(text: &str) -> Option<[u8; 16]> {
    let address = match text.parse().ok()? {
        IpAddr::V4(address) => address.to_ipv6_mapped(),
        IpAddr::V6(address) => address,
    };
    Some(address.octets())
}

/// The shortest text of an address; IPv4 for a mapped one.
pub fn format_ip(bytes: [u8; 16]) -> String {
    Ipv6Addr::from(bytes).to_canonical().to_string()
}

/// How many of the sixteen bytes' leading bits are there before an IPv4 address's own.
pub(super) const MAPPED_PREFIX_BITS: u32 = 96;

/// Whether the bytes are an IPv4 address, mapped.
pub(super) fn is_ipv4(bytes: [u8; 16]) -> bool {
    Ipv6Addr::from(bytes).to_ipv4_mapped().is_some()
}

/// The address with all bits after the first so many, of 128, cleared.
pub(super) fn masked(bytes: [u8; 16], prefix_bits: u32) -> [u8; 16] {
    let mask = u128::MAX.checked_shl(128 - prefix_bits.min(128)).unwrap_or(0);
    (u128::from_be_bytes(bytes) & mask).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::{format_ip, masked, parse_ip};
    use proptest::prelude::*;

    #[test]
    fn addresses_print_as_short_as_they_can() {
        for (text, expected) in [
            ("10.0.0.1", Some("10.0.0.1")),
            ("2001:0db8:0000:0000:0000:ff00:0042:8329", Some("2001:db8::ff00:42:8329")),
            ("::ffff:1.2.3.4", Some("1.2.3.4")),
            ("::1", Some("::1")),
            ("1.2.3", None),
            ("ec2.amazonaws.com", None),
            ("", None),
        ] {
            assert_eq!(parse_ip(text).map(format_ip).as_deref(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_reads_back(bytes: [u8; 16]) {
            prop_assert_eq!(parse_ip(&format_ip(bytes)), Some(bytes));
        }

        #[test]
        fn masking_twice_is_masking_by_the_shorter(bytes: [u8; 16], a in 0u32..=128, b in 0u32..=128) {
            prop_assert_eq!(masked(masked(bytes, a), b), masked(bytes, a.min(b)));
        }
    }
}
