//! A trail's event selectors: what PutEventSelectors takes, filled in as answers show it, and as it is kept.

use ashiato_meta::trails::Selectors;
use ashiato_trail::selectors;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::INVALID_EVENT_SELECTORS_EXCEPTION;
use crate::aws::generated::cloudtrail::{AdvancedEventSelector, EventSelector, ReadWriteType};

fn invalid<T>(why: impl Into<String>) -> Result<T, Error> {
    Err(INVALID_EVENT_SELECTORS_EXCEPTION.because(why))
}

/// A trail's selectors, those of one kind.
pub(super) struct Shown {
    pub(super) basic: Option<Vec<EventSelector>>,
    pub(super) advanced: Option<Vec<AdvancedEventSelector>>,
}

/// What is asked for, of one kind and not of both.
pub(super) fn kept(
    basic: Option<Vec<EventSelector>>,
    advanced: Option<Vec<AdvancedEventSelector>>,
) -> Result<Selectors, Error> {
    match (basic, advanced) {
        (Some(basic), None) => {
            let basic = written(&basic.into_iter().map(filled).collect::<Vec<_>>())?;
            check(Some(&basic), None)?;
            Ok(Selectors::Basic(basic))
        }
        (None, Some(advanced)) => {
            let advanced = written(&advanced)?;
            check(None, Some(&advanced))?;
            Ok(Selectors::Advanced(advanced))
        }
        (None, None) => invalid("Either EventSelectors or AdvancedEventSelectors must be given."),
        (Some(_), Some(_)) => invalid("EventSelectors and AdvancedEventSelectors cannot be given both."),
    }
}

/// As answers show them. A trail that was given none has every management event.
pub(super) fn shown(kept: &Selectors) -> Result<Shown, Error> {
    Ok(match kept {
        Selectors::Unset => Shown { basic: Some(vec![filled(EventSelector::default())]), advanced: None },
        Selectors::Basic(text) => Shown { basic: Some(read(text)?), advanced: None },
        Selectors::Advanced(text) => Shown { basic: None, advanced: Some(read(text)?) },
    })
}

/// The management events that selectors let through: those that read, those that write.
pub(super) fn management_events(kept: &Selectors) -> Result<(bool, bool), Error> {
    let Shown { basic, advanced } = shown(kept)?;
    let mut through = (false, false);
    for selector in basic.iter().flatten().filter(|selector| selector.include_management_events == Some(true)) {
        through.0 |= selector.read_write_type != Some(ReadWriteType::WriteOnly);
        through.1 |= selector.read_write_type != Some(ReadWriteType::ReadOnly);
    }
    for selector in advanced.iter().flatten().filter(|selector| equals(selector, "eventCategory", "Management")) {
        through.0 |= !equals(selector, "readOnly", "false");
        through.1 |= !equals(selector, "readOnly", "true");
    }
    Ok(through)
}

fn equals(selector: &AdvancedEventSelector, field: &str, value: &str) -> bool {
    let mut fields = selector.field_selectors.iter().filter(|selector| selector.field == field);
    fields.any(|selector| selector.equals.iter().flatten().any(|equal| equal == value))
}

/// What is not said is what AWS takes it for.
fn filled(selector: EventSelector) -> EventSelector {
    EventSelector {
        read_write_type: Some(selector.read_write_type.unwrap_or(ReadWriteType::All)),
        include_management_events: Some(selector.include_management_events.unwrap_or(true)),
        data_resources: Some(selector.data_resources.unwrap_or_default()),
        exclude_management_event_sources: Some(selector.exclude_management_event_sources.unwrap_or_default()),
    }
}

/// Holds selectors against CloudTrail's rules.
fn check(basic: Option<&str>, advanced: Option<&str>) -> Result<(), Error> {
    let read = selectors::Selectors::of_request(
        basic.map(read).transpose()?,
        advanced.map(read).transpose()?,
        selectors::Purpose::Trail,
    );
    read.map(drop).map_err(|why| INVALID_EVENT_SELECTORS_EXCEPTION.because(why.to_string()))
}

/// As it is kept.
pub(super) fn written(selectors: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(selectors).map_err(|why| Error::internal(format!("write selectors: {why}")))
}

/// What was kept.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|why| Error::internal(format!("read kept selectors: {why}")))
}
