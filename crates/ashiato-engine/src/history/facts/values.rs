//! Values of a record that may be anything: text that borrows, and a flag that is a boolean or its name.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A text, or nothing: the value is absent, `null`, empty or no text at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Text<'a>(Option<Cow<'a, str>>);

impl<'a> Text<'a> {
    /// The text, if there is one.
    pub(crate) fn as_str(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The text itself, if there is one.
    pub(crate) fn into_inner(self) -> Option<Cow<'a, str>> {
        self.0
    }

    /// This text, or where there is none the other one.
    pub(super) fn or(self, other: Text<'a>) -> Text<'a> {
        Text(self.0.or(other.0))
    }

    /// What stands behind the first colon, if anything does.
    pub(super) fn behind_colon(self) -> Text<'a> {
        let behind = match self.0 {
            Some(Cow::Borrowed(text)) => text.split_once(':').map(|(_, behind)| Cow::Borrowed(behind)),
            Some(Cow::Owned(text)) => text.split_once(':').map(|(_, behind)| Cow::Owned(behind.to_owned())),
            None => None,
        };
        Text(behind.filter(|behind| !behind.is_empty()))
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Text<'a> {
        Text(Some(Cow::Borrowed(text)).filter(|text| !text.is_empty()))
    }
}

/// `true`, `false`, or nothing. Some services write the names as texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Flag(pub(super) Option<bool>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match deserializer.deserialize_any(Lenient)? {
            Scalar::Text(text) => Text(Some(text).filter(|text| !text.is_empty())),
            Scalar::Flag(_) | Scalar::Other => Text(None),
        })
    }
}

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Flag(match deserializer.deserialize_any(Lenient)? {
            Scalar::Flag(flag) => Some(flag),
            Scalar::Text(text) => text.parse().ok(),
            Scalar::Other => None,
        }))
    }
}

/// What a value is, as far as facts go.
enum Scalar<'a> {
    Text(Cow<'a, str>),
    Flag(bool),
    Other,
}

/// Takes any value: what is no scalar is read past.
struct Lenient;

impl<'de> Visitor<'de> for Lenient {
    type Value = Scalar<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Scalar::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Scalar::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Scalar::Flag(flag))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Scalar::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Scalar::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Scalar::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Scalar::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Other)
    }
}
