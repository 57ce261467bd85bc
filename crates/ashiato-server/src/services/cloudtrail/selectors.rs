//! A trail's event selectors: what PutEventSelectors takes, filled in as answers show it, and as it is kept.

use ashiato_meta::trails::Selectors;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::INVALID_EVENT_SELECTORS_EXCEPTION;
use crate::aws::generated::cloudtrail::{
    AdvancedEventSelector, AdvancedFieldSelector, DataResource, EventSelector, ReadWriteType,
};

// Source: CloudTrail API Reference, InvalidEventSelectorsException.
const SELECTORS_MAX: usize = 5;
const DATA_RESOURCES_MAX: usize = 250;
const VALUES_MAX: usize = 500;
/// The types of basic selectors, and what the ARNs of each begin with.
const TYPES: &[(&str, &str)] = &[
    ("AWS::DynamoDB::Table", "arn:aws:dynamodb"),
    ("AWS::Lambda::Function", "arn:aws:lambda"),
    ("AWS::S3::Object", "arn:aws:s3"),
];
const EXCLUDABLE: &[&str] = &["kms.amazonaws.com", "rdsdata.amazonaws.com"];

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
            let basic = basic.into_iter().map(filled).collect::<Vec<_>>();
            check_basic(&basic)?;
            written(&basic).map(Selectors::Basic)
        }
        (None, Some(advanced)) => {
            check_advanced(&advanced)?;
            written(&advanced).map(Selectors::Advanced)
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

fn check_basic(selectors: &[EventSelector]) -> Result<(), Error> {
    if !(1..=SELECTORS_MAX).contains(&selectors.len()) {
        return invalid(format!("A trail has 1 to {SELECTORS_MAX} event selectors."));
    }
    let resources: Vec<&DataResource> =
        selectors.iter().flat_map(|selector| selector.data_resources.iter().flatten()).collect();
    let count: usize = resources.iter().map(|resource| resource.values.as_ref().map_or(0, Vec::len)).sum();
    if count > DATA_RESOURCES_MAX {
        return invalid(format!("A trail has at most {DATA_RESOURCES_MAX} data resources in all its event selectors."));
    }
    resources.into_iter().try_for_each(check_data_resource)?;
    for source in selectors.iter().flat_map(|selector| selector.exclude_management_event_sources.iter().flatten()) {
        if !EXCLUDABLE.contains(&source.as_str()) {
            return invalid(format!("{source} is no event source that can be excluded."));
        }
    }
    Ok(())
}

fn check_data_resource(resource: &DataResource) -> Result<(), Error> {
    let kind = resource.r#type.as_deref().unwrap_or_default();
    let Some((_, begins)) = TYPES.iter().find(|(name, _)| *name == kind) else {
        return invalid(format!("{kind} is no type of a data resource of event selectors."));
    };
    let values = resource.values.as_deref().unwrap_or_default();
    if values.is_empty() {
        return invalid(format!("The data resource of type {kind} has no values."));
    }
    for value in values {
        let is_one = value.strip_prefix(begins).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
        if !is_one {
            return invalid(format!("Value {value} for DataResources.Values is invalid."));
        }
    }
    Ok(())
}

/// The limits that are of counts, and that each selector says of what category it is. What fields and operators go
/// together is for the reader of selectors to say, and this is the one place to ask it.
fn check_advanced(selectors: &[AdvancedEventSelector]) -> Result<(), Error> {
    if selectors.is_empty() {
        return invalid("A trail has at least one advanced event selector.");
    }
    let fields = selectors.iter().flat_map(|selector| &selector.field_selectors);
    let count: usize = fields.map(values).sum();
    if count > VALUES_MAX {
        return invalid(format!("All advanced event selectors of a trail have at most {VALUES_MAX} values together."));
    }
    for selector in selectors {
        if !selector.field_selectors.iter().any(|field| field.field == "eventCategory" && field.equals.is_some()) {
            return invalid("Each advanced event selector needs a field selector of eventCategory with Equals.");
        }
        if let Some(field) = selector.field_selectors.iter().find(|field| values(field) == 0) {
            return invalid(format!("The field selector of {} has no operator.", field.field));
        }
    }
    Ok(())
}

fn values(field: &AdvancedFieldSelector) -> usize {
    let operators = [
        &field.equals,
        &field.starts_with,
        &field.ends_with,
        &field.not_equals,
        &field.not_starts_with,
        &field.not_ends_with,
    ];
    operators.into_iter().flatten().map(Vec::len).sum()
}

/// As it is kept.
pub(super) fn written(selectors: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(selectors).map_err(|why| Error::internal(format!("write selectors: {why}")))
}

/// What was kept.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|why| Error::internal(format!("read kept selectors: {why}")))
}
