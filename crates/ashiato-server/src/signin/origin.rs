//! Requests that another site's page has a browser send are refused: neither may it sign somebody in, nor out, nor ask for
//! who is signed in. Programs that are no browsers say nothing of where they come from.

use http::Uri;

use super::Visit;
use super::refusal::Refusal;

/// Refuses what a browser says comes from another site.
pub(super) fn expect_own(visit: &Visit<'_>) -> Result<(), Refusal> {
    let is_own_site = visit.header("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let is_own_origin = match visit.parts.headers.get("origin") {
        None => true,
        Some(origin) => origin.to_str().is_ok_and(|origin| is_of(origin, visit.header("host"), visit.public_url())),
    };
    match is_own_site && is_own_origin {
        true => Ok(()),
        false => Err(Refusal::cross_site()),
    }
}

/// Whether an origin is the host that the request is for, or the address that others know the server by.
pub(super) fn is_of(origin: &str, host: Option<&str>, public_url: &str) -> bool {
    let Some(authority) = authority(origin) else { return false };
    let is = |other: &str| authority.eq_ignore_ascii_case(other);
    host.is_some_and(is) || self::authority(public_url).as_deref().is_some_and(is)
}

fn authority(url: &str) -> Option<String> {
    url.parse::<Uri>().ok()?.authority().map(|authority| authority.to_string())
}
