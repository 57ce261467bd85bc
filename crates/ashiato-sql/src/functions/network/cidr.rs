//! A network in CIDR notation: `10.0.0.0/8`, `2001:db8::/32`.

use super::ip::{MAPPED_PREFIX_BITS, is_ipv4, masked, parse_ip};
use crate::functions::overload::invalid_argument;
use datafusion::error::Result;

#[derive(Debug, Clone, Copy)]
pub(super) struct Network {
    /// The lowest address.
    base: [u8; 16],
    is_ipv4: bool,
    /// Of 128.
    prefix_bits: u32,
}

impl Network {
    /// Reads the notation; bits of the address beyond the prefix are ignored.
    pub(super) fn parse(text: &str) -> Result<Network> {
        let (address, bits) = text.split_once('/').ok_or_else(|| invalid_argument(format!("Invalid CIDR: {text}")))?;
        let address =
            parse_ip(address).ok_or_else(|| invalid_argument(format!("Invalid network IP address: {address}")))?;
        let bits = bits.parse().map_err(|_| invalid_argument(format!("Invalid prefix length: {bits}")))?;
        Network::new(address, bits)
    }

    /// The network of an address and so many bits, of 32 or of 128.
    pub(super) fn new(address: [u8; 16], bits: i64) -> Result<Network> {
        let is_ipv4 = is_ipv4(address);
        let (most, before) = if is_ipv4 { (32, MAPPED_PREFIX_BITS) } else { (128, 0) };
        if !(0..=most).contains(&bits) {
            return Err(invalid_argument(format!("Invalid prefix length: {bits}")));
        }
        let prefix_bits = before + bits as u32;
        Ok(Network { base: masked(address, prefix_bits), is_ipv4, prefix_bits })
    }

    pub(super) fn contains(&self, address: [u8; 16]) -> bool {
        is_ipv4(address) == self.is_ipv4 && masked(address, self.prefix_bits) == self.base
    }

    /// The notation, the address being the network's lowest.
    pub(super) fn text(&self) -> String {
        let before = if self.is_ipv4 { MAPPED_PREFIX_BITS } else { 0 };
        format!("{}/{}", super::ip::format_ip(self.base), self.prefix_bits - before)
    }
}
