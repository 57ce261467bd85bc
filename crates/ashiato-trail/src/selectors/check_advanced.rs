//! What CloudTrail refuses of advanced selectors.
//! <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html>

use super::advanced::{AdvancedEventSelector, AdvancedFieldSelector};
use super::{InvalidEventSelectors, Purpose};

const VALUES_MAX: usize = 500;
const VALUE_CHARACTERS_MAX: usize = 2048;
const NAME_CHARACTERS_MAX: usize = 1000;

/// What a category allows a field to be compared by.
enum Allowed {
    AnyOperator,
    Equals,
    EqualsOneOf(&'static [&'static str]),
    NotEqualsOneOf(&'static [&'static str]),
    EqualsOrNotEqualsOneOf(&'static [&'static str]),
}

/// None where the field is not for events of the category.
fn allowed(category: &str, field: &str, purpose: Purpose) -> Option<Allowed> {
    use Allowed::*;
    let is_store = purpose == Purpose::EventDataStore;
    Some(match (category, field) {
        (_, "eventCategory") => Equals,
        ("Management" | "Data", "readOnly") => EqualsOneOf(&["true", "false"]),
        ("Management", "eventSource") if !is_store => NotEqualsOneOf(&["kms.amazonaws.com", "rdsdata.amazonaws.com"]),
        ("Management", "eventSource" | "eventName" | "eventType" | "userIdentity.arn") if is_store => AnyOperator,
        ("Management", "sessionCredentialFromConsole") if is_store => EqualsOrNotEqualsOneOf(&["true"]),
        ("Data", "resources.type") => Equals,
        ("Data", "resources.ARN" | "eventName" | "eventSource" | "eventType" | "userIdentity.arn") => AnyOperator,
        ("Data", "sessionCredentialFromConsole") => EqualsOrNotEqualsOneOf(&["true"]),
        ("NetworkActivity", "eventSource") => Equals,
        ("NetworkActivity", "errorCode") => EqualsOneOf(&["VpceAccessDenied"]),
        ("NetworkActivity", "eventName" | "vpcEndpointId") => AnyOperator,
        ("NetworkActivity", "userIdentity.arn") if !is_store => AnyOperator,
        _ => return None,
    })
}

/// The categories there are; the first three are for trails.
const CATEGORIES: [&str; 7] =
    ["Management", "Data", "NetworkActivity", "Insight", "ConfigurationItem", "Evidence", "ActivityAuditLog"];

pub(super) fn check(selectors: &[AdvancedEventSelector], purpose: Purpose) -> Result<(), InvalidEventSelectors> {
    if selectors.is_empty() {
        return refuse("Specify at least one advanced event selector.");
    }
    let fields = || selectors.iter().flat_map(|selector| &selector.field_selectors);
    let values: usize = fields().flat_map(AdvancedFieldSelector::operators).map(|(_, values)| values.len()).sum();
    if values > VALUES_MAX {
        return refuse("Specify up to 500 values for all conditions in all advanced event selectors.");
    }
    selectors.iter().try_for_each(|selector| check_selector(selector, purpose))
}

fn check_selector(selector: &AdvancedEventSelector, purpose: Purpose) -> Result<(), InvalidEventSelectors> {
    if selector.name.as_ref().is_some_and(|name| name.chars().count() > NAME_CHARACTERS_MAX) {
        return refuse("The name of an advanced event selector has at most 1000 characters.");
    }
    let category = one_value(selector, "eventCategory")?;
    let categories = if purpose == Purpose::Trail { &CATEGORIES[..3] } else { &CATEGORIES[..] };
    if !categories.contains(&category) {
        return refuse(format!("Value {category} for field eventCategory is invalid."));
    }
    match category {
        "Data" => check_type(one_value(selector, "resources.type")?)?,
        "NetworkActivity" => {
            one_value(selector, "eventSource")?;
        }
        _ => {}
    }
    for field in &selector.field_selectors {
        let name = field.field.as_str();
        let Some(allowed) = allowed(category, name, purpose) else {
            return refuse(format!("Field {name} is not valid for event category {category}."));
        };
        check_field(field, &allowed)?;
        // What can be equal to one value only holds for nothing where it is given twice.
        let is_repeated = selector.field_selectors.iter().filter(|other| other.field == name).count() > 1;
        if is_repeated && !matches!(allowed, Allowed::AnyOperator) {
            return refuse(format!("Field {name} may be given once in a selector."));
        }
    }
    Ok(())
}

/// The value of a field that must be there, by Equals and with one value.
fn one_value<'a>(selector: &'a AdvancedEventSelector, field: &str) -> Result<&'a str, InvalidEventSelectors> {
    let Some(found) = selector.field(field) else {
        return Err(InvalidEventSelectors::new(format!("Field {field} is required.")));
    };
    match found.equals.as_deref() {
        Some([value]) => Ok(value),
        Some(_) => Err(InvalidEventSelectors::new(format!("Field {field} must have exactly one value."))),
        None => Err(InvalidEventSelectors::new(format!("Field {field} supports only the operator Equals."))),
    }
}

/// Types of resources are many and new ones come: their shape is checked, not a list.
fn check_type(value: &str) -> Result<(), InvalidEventSelectors> {
    let parts: Vec<&str> = value.split("::").collect();
    let is_type = parts.len() >= 3
        && parts[0] == "AWS"
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if is_type { Ok(()) } else { refuse(format!("Value {value} for field resources.type is invalid.")) }
}

fn check_field(field: &AdvancedFieldSelector, allowed: &Allowed) -> Result<(), InvalidEventSelectors> {
    let name = field.field.as_str();
    if field.operators().next().is_none() {
        return refuse(format!("Specify at least one operator for field {name}."));
    }
    for (operator, values) in field.operators() {
        let (is_supported, only): (bool, Option<&[&str]>) = match allowed {
            Allowed::AnyOperator => (true, None),
            Allowed::Equals => (operator == "Equals", None),
            Allowed::EqualsOneOf(only) => (operator == "Equals", Some(only)),
            Allowed::NotEqualsOneOf(only) => (operator == "NotEquals", Some(only)),
            Allowed::EqualsOrNotEqualsOneOf(only) => (matches!(operator, "Equals" | "NotEquals"), Some(only)),
        };
        if !is_supported {
            return refuse(format!("Operator {operator} is not supported for field {name}."));
        }
        if values.is_empty() {
            return refuse(format!("Specify at least one value for operator {operator} of field {name}."));
        }
        for value in values {
            let is_value = (1..=VALUE_CHARACTERS_MAX).contains(&value.chars().count());
            if !is_value || only.is_some_and(|only| !only.contains(&value.as_str())) {
                return refuse(format!("Value {value} for field {name} is invalid."));
            }
        }
    }
    if name == "readOnly" && field.equals.as_ref().is_some_and(|values| values.len() > 1) {
        return refuse("Field readOnly must have exactly one value.");
    }
    Ok(())
}

fn refuse(message: impl Into<String>) -> Result<(), InvalidEventSelectors> {
    Err(InvalidEventSelectors::new(message))
}
