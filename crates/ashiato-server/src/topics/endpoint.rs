//! Endpoints as people and records are shown them. A URL may have a password in it, which the post itself goes with.

use reqwest::Url;
use std::borrow::Cow;

/// The endpoint, with asterisks for a password, as SNS shows it.
pub(crate) fn shown(endpoint: &str) -> Cow<'_, str> {
    let Some(mut url) = Url::parse(endpoint).ok().filter(|url| url.password().is_some()) else {
        return Cow::Borrowed(endpoint);
    };
    match url.set_password(Some("****")) {
        Ok(()) => Cow::Owned(url.into()),
        Err(()) => Cow::Borrowed("****"),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn passwords_are_not_shown() {
        for (endpoint, expected) in [
            ("https://user:pw%21@example.com/a?b=c", "https://user:****@example.com/a?b=c"),
            ("http://:pw@host/", "http://:****@host/"),
            ("https://user@example.com/a", "https://user@example.com/a"),
            ("https://example.com", "https://example.com"),
            ("arn:aws:sqs:eu-north-1:111122223333:q", "arn:aws:sqs:eu-north-1:111122223333:q"),
        ] {
            assert_eq!(shown(endpoint), expected, "{endpoint}");
        }
    }
}
