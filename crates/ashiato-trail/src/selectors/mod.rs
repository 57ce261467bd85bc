//! Event selectors: which events a trail, or an event data store, wants.
//!
//! Both kinds that CloudTrail has are here, in the shapes of its API: basic selectors, and advanced ones, which say
//! the same and more. Reading and checking them is apart from asking them: [`Selectors::of_request`] refuses what
//! CloudTrail refuses, and what it gives can only be asked.

mod basic;
mod advanced;
mod facts;
mod check_basic;
mod check_advanced;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use advanced::{AdvancedEventSelector, AdvancedFieldSelector};
pub use basic::{DataResource, EventSelector};
pub use facts::{EventFacts, ResourceFacts};

/// What the selectors are for: an event data store may say more about management events than a trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// `PutEventSelectors`.
    Trail,
    /// `CreateEventDataStore` and `UpdateEventDataStore`, which take advanced selectors only.
    EventDataStore,
}

/// Selectors that were found valid. An event is wanted if any one of them wants it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Selectors {
    /// At most five of these.
    #[serde(rename = "EventSelectors")]
    Basic(Vec<EventSelector>),
    /// With at most 500 values in all.
    #[serde(rename = "AdvancedEventSelectors")]
    Advanced(Vec<AdvancedEventSelector>),
}

impl Default for Selectors {
    /// All management events and no others, as a trail has them that nobody gave selectors.
    fn default() -> Self {
        Self::Basic(vec![EventSelector::default()])
    }
}

impl Selectors {
    /// The selectors of a request, which gives one of the two kinds.
    pub fn of_request(
        basic: Option<Vec<EventSelector>>,
        advanced: Option<Vec<AdvancedEventSelector>>,
        purpose: Purpose,
    ) -> Result<Self, InvalidEventSelectors> {
        match (basic, advanced) {
            (Some(basic), None) => check_basic::check(&basic).map(|()| Self::Basic(basic)),
            (None, Some(advanced)) => check_advanced::check(&advanced, purpose).map(|()| Self::Advanced(advanced)),
            (Some(_), Some(_)) => Err(InvalidEventSelectors::new(
                "Specify either EventSelectors or AdvancedEventSelectors, but not both.",
            )),
            (None, None) => Err(InvalidEventSelectors::new("Specify EventSelectors or AdvancedEventSelectors.")),
        }
    }

    /// Whether the event is to be delivered.
    pub fn wants(&self, event: &EventFacts<'_>) -> bool {
        match self {
            Self::Basic(selectors) => selectors.iter().any(|selector| selector.wants(event)),
            Self::Advanced(selectors) => selectors.iter().any(|selector| selector.wants(event)),
        }
    }

    /// Whether any selector is for events beyond management: `HasCustomEventSelectors` of a trail.
    pub fn is_custom(&self) -> bool {
        *self != Self::default()
    }
}

/// Why CloudTrail refuses selectors: the message of an `InvalidEventSelectorsException`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidEventSelectors {
    message: String,
}

impl InvalidEventSelectors {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for InvalidEventSelectors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for InvalidEventSelectors {}
