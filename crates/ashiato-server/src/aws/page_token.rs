//! The token by which a list goes on: the key after which the next page begins, so written that nobody takes it for one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The token of a page that begins after `key`.
pub(crate) fn encode(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

/// The key of a token; `None` where it is none that was given out.
pub(crate) fn decode(token: &str) -> Option<String> {
    URL_SAFE_NO_PAD.decode(token).ok().and_then(|bytes| String::from_utf8(bytes).ok())
}
