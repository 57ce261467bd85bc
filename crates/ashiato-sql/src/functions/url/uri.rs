//! A URI taken apart as `java.net.URI` does it, which Trino's functions use; `None` where that refuses it.
//!
//! Parts are as they stand, not decoded. Characters beyond ASCII are allowed where Java allows them.

/// The parts that are there.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Uri<'a> {
    pub(super) protocol: Option<&'a str>,
    pub(super) host: Option<&'a str>,
    pub(super) port: Option<i64>,
    pub(super) path: Option<&'a str>,
    pub(super) query: Option<&'a str>,
    pub(super) fragment: Option<&'a str>,
}

pub(super) fn parse(text: &str) -> Option<Uri<'_>> {
    let mut uri = Uri::default();
    let (before, fragment) = cut(text, '#');
    uri.fragment = fragment;
    let mut rest = before;
    if let Some((scheme, after)) = scheme(before) {
        uri.protocol = Some(scheme);
        rest = after;
        if !rest.starts_with('/') {
            // `mailto:a@b`: one opaque part, neither path nor query.
            let is_whole = !rest.is_empty() && is_legal(rest, "") && uri.fragment.is_none_or(|part| is_legal(part, ""));
            return is_whole.then_some(uri);
        }
    }
    let (hierarchy, query) = cut(rest, '?');
    uri.query = query;
    let mut path = hierarchy;
    if let Some(after) = hierarchy.strip_prefix("//") {
        let end = after.find('/').unwrap_or(after.len());
        path = &after[end..];
        if end > 0 {
            authority(&after[..end], &mut uri)?;
        } else if path.is_empty() {
            return None;
        }
    }
    uri.path = Some(path);
    let all_legal =
        is_legal(path, "[]") && [uri.query, uri.fragment].into_iter().flatten().all(|part| is_legal(part, ""));
    all_legal.then_some(uri)
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, after) = text.split_once(':')?;
    let mut characters = scheme.chars();
    let is_scheme = characters.next()?.is_ascii_alphabetic()
        && characters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some((scheme, after))
}

/// Host and port; an authority that is not a server's (a name with `_`) has neither and is still allowed.
fn authority<'a>(text: &'a str, uri: &mut Uri<'a>) -> Option<()> {
    let server = text.rsplit_once('@').map_or(text, |(_, server)| server);
    let port_at = match server.rfind(']') {
        Some(bracket) => server[bracket..].find(':').map(|at| bracket + at),
        None => server.find(':'),
    };
    let (host, port) = match port_at {
        Some(at) => (&server[..at], &server[at + 1..]),
        None => (server, ""),
    };
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
    if is_host(host) && is_port {
        uri.host = Some(host);
        uri.port = port.parse().ok();
        return Some(());
    }
    let is_name = !host.starts_with('[') && is_legal(text, "/?[]");
    is_name.then_some(())
}

/// An IPv4 address, an IPv6 address in brackets, or names of letters, digits and inner hyphens, the last of which
/// starts with a letter.
fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let address = address.split_once('%').map_or(address, |(address, _zone)| address);
        return address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let is_label = |label: &str| {
        let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !label.is_empty() && label.chars().all(is_inside) && !label.starts_with('-') && !label.ends_with('-')
    };
    let names = host.strip_suffix('.').unwrap_or(host);
    let last_starts_with_letter =
        names.rsplit('.').next().is_some_and(|label| label.starts_with(|c: char| c.is_ascii_alphabetic()));
    host.parse::<std::net::Ipv4Addr>().is_ok() || (names.split('.').all(is_label) && last_starts_with_letter)
}

/// Whether the part has only characters that a URI may hold, whole escapes, and none of those forbidden here.
fn is_legal(part: &str, forbidden: &str) -> bool {
    let mut characters = part.chars();
    while let Some(c) = characters.next() {
        let is_allowed = match c {
            '%' => {
                let mut hex = || characters.next().is_some_and(|c| c.is_ascii_hexdigit());
                hex() && hex()
            }
            _ if forbidden.contains(c) => false,
            _ if c.is_ascii() => c.is_ascii_alphanumeric() || "-_.!~*'();:@&=+$,/?[]".contains(c),
            _ => !c.is_control() && !c.is_whitespace(),
        };
        if !is_allowed {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Uri, parse};
    use proptest::prelude::*;

    #[test]
    fn parts_are_those_of_java() {
        let whole = Uri {
            protocol: Some("http"),
            host: Some("example.com"),
            port: Some(8080),
            path: Some("/path1/p.php"),
            query: Some("k1=v1&k2=v2"),
            fragment: Some("Ref1"),
        };
        assert_eq!(parse("http://user@example.com:8080/path1/p.php?k1=v1&k2=v2#Ref1"), Some(whole));
        assert_eq!(parse("mailto:a@b.c"), Some(Uri { protocol: Some("mailto"), ..Uri::default() }));
        let no_server = Uri { protocol: Some("s3"), path: Some("/key"), ..Uri::default() };
        assert_eq!(parse("s3://my_bucket/key"), Some(no_server));
        assert_eq!(parse("http://[::1]:80/").and_then(|uri| uri.host), Some("[::1]"));
        assert_eq!(parse("/a/b").and_then(|uri| uri.path), Some("/a/b"));
        for wrong in ["http://a b/", "http://a/%zz", "http://", "http://a/<x>", "x:", "http://a/{b}"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[a-z:/?#@%\\[\\]é0-9 ]{0,16}") {
            let _ = parse(&text);
        }
    }
}
