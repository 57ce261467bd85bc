//! The canonical request: the one text that client and server derive from the same request.

use http::HeaderMap;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode, utf8_percent_encode};

/// All but `A-Z a-z 0-9 - . _ ~` is written as `%XX`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const ENCODED_IN_PATH: &AsciiSet = &ENCODED.remove(b'/');

/// How a service has its path signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathStyle {
    /// S3: as sent, each byte encoded once; `//` and `..` are parts of keys.
    Verbatim,
    /// All others: `.`, `..` and `//` resolved, then what was sent is encoded once more.
    Normalised,
}

/// The canonical request, and what is hashed into the string to sign.
pub(super) struct Canonical<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) headers: &'a HeaderMap,
    /// The `:authority` of HTTP/2, where no `Host` is sent.
    pub(super) authority: Option<&'a str>,
    pub(super) signed_headers: &'a [String],
    pub(super) payload: &'a str,
}

impl Canonical<'_> {
    /// The text. `None`: a header that is said to be signed is not there, or is not text.
    pub(super) fn text(&self, style: PathStyle) -> Option<String> {
        let mut text = format!("{}\n{}\n{}\n", self.method, path(self.path, style), query(self.query));
        for name in self.signed_headers {
            text.push_str(name);
            text.push(':');
            text.push_str(&self.header(name)?);
            text.push('\n');
        }
        text.push('\n');
        text.push_str(&self.signed_headers.join(";"));
        text.push('\n');
        text.push_str(self.payload);
        Some(text)
    }

    /// All values of a header, trimmed, runs of spaces made one, joined by commas.
    fn header(&self, name: &str) -> Option<String> {
        let mut joined: Option<String> = None;
        for value in self.headers.get_all(name) {
            let value = std::str::from_utf8(value.as_bytes()).ok()?;
            let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            joined = Some(joined.map_or(value.clone(), |before| format!("{before},{value}")));
        }
        joined.or_else(|| if name == "host" { self.authority.map(str::to_string) } else { None })
    }
}

/// The canonical path.
fn path(raw: &str, style: PathStyle) -> String {
    match style {
        // Decoded and encoded again, so that clients which write `%7e` or leave `(` bare agree.
        PathStyle::Verbatim => {
            let bytes: Vec<u8> = percent_decode_str(raw).collect();
            percent_encode(&bytes, ENCODED_IN_PATH).to_string()
        }
        PathStyle::Normalised => utf8_percent_encode(&without_dots(raw), ENCODED_IN_PATH).to_string(),
    }
}

/// RFC 3986, section 6.2.2.3, with repeated slashes made one.
fn without_dots(raw: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for segment in raw.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(kept.pop()),
            name => kept.push(name),
        }
    }
    let ends_in_slash = !kept.is_empty() && (raw.ends_with('/') || raw.ends_with("/.") || raw.ends_with("/.."));
    format!("/{}{}", kept.join("/"), if ends_in_slash { "/" } else { "" })
}

/// The canonical query: each name and value encoded, sorted, without the signature itself.
fn query(raw: &str) -> String {
    let encode = |text: &str| {
        let bytes: Vec<u8> = percent_decode_str(text).collect();
        percent_encode(&bytes, ENCODED).to_string()
    };
    let mut pairs: Vec<(String, String)> = raw
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .filter(|(name, _)| *name != "X-Amz-Signature")
        .map(|(name, value)| (encode(name), encode(value)))
        .collect();
    pairs.sort();
    pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}
