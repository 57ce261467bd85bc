//! Where a request came from: the other end of the connection, or whom a trusted proxy names.

use ashiato_policy::condition::AddressRange;
use http::HeaderMap;
use std::net::IpAddr;
use std::str::FromStr;

/// Proxies whose `X-Forwarded-For` is believed.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Vec<AddressRange>);

/// A text that is neither an address nor a range of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAProxy(String);

impl std::fmt::Display for NotAProxy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "'{}' is neither an address nor a range like 10.0.0.0/8", self.0)
    }
}

impl std::error::Error for NotAProxy {}

impl FromStr for TrustedProxies {
    type Err = NotAProxy;

    /// Addresses and CIDR ranges with commas between them.
    fn from_str(text: &str) -> Result<TrustedProxies, NotAProxy> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let range = |part: &str| AddressRange::parse(part).ok_or_else(|| NotAProxy(part.to_string()));
        parts.map(range).collect::<Result<_, _>>().map(TrustedProxies)
    }
}

impl TrustedProxies {
    fn has(&self, address: IpAddr) -> bool {
        self.0.iter().any(|range| range.contains(address))
    }

    /// The address of who sent a request: of `X-Forwarded-For`, which each proxy adds to, the last that is not a
    /// trusted proxy's. What a client wrote into the header itself stands before that and is not believed.
    pub(crate) fn source(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut source = peer;
        let named: Vec<&str> =
            headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
        for hop in named.iter().flat_map(|value| value.split(',')).map(str::trim).rev() {
            if !self.has(source) {
                break;
            }
            match address(hop) {
                Some(address) => source = address,
                None => break,
            }
        }
        source.to_canonical()
    }
}

/// `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
fn address(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or(hop);
    bare.parse().ok().or_else(|| bare.parse::<std::net::SocketAddr>().ok().map(|socket| socket.ip()))
}
