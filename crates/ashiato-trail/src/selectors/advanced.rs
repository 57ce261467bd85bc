//! Advanced event selectors.
//! <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html>

use serde::{Deserialize, Serialize};

use super::facts::EventFacts;

/// Conditions on the fields of an event, all of which must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct AdvancedEventSelector {
    /// For people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// At least one.
    pub field_selectors: Vec<AdvancedFieldSelector>,
}

/// The conditions on one field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct AdvancedFieldSelector {
    /// Such as `eventName` or `resources.ARN`.
    pub field: String,
    /// The field is one of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equals: Option<Vec<String>>,
    /// The field begins with one of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_with: Option<Vec<String>>,
    /// The field ends with one of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_with: Option<Vec<String>>,
    /// The field is none of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_equals: Option<Vec<String>>,
    /// The field begins with none of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_starts_with: Option<Vec<String>>,
    /// The field ends with none of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_ends_with: Option<Vec<String>>,
}

impl AdvancedEventSelector {
    pub(super) fn wants(&self, event: &EventFacts<'_>) -> bool {
        let resource_types = self.field("resources.type").and_then(|field| field.equals.as_deref());
        self.field_selectors.iter().all(|field| match field.field.as_str() {
            "resources.type" => field.holds(event.resources.iter().map(|resource| resource.resource_type)),
            // An event on an object names its bucket too: the condition is on what the selector is about.
            "resources.ARN" => {
                let of_type = event.resources.iter().filter(|resource| {
                    resource_types.is_none_or(|types| types.iter().any(|name| name == resource.resource_type))
                });
                field.holds(of_type.map(|resource| resource.arn))
            }
            name => match single(event, name) {
                Some(value) => field.holds(value.into_iter()),
                None => false,
            },
        })
    }

    pub(super) fn field(&self, name: &str) -> Option<&AdvancedFieldSelector> {
        self.field_selectors.iter().find(|field| field.field == name)
    }
}

/// The value of a field that has one at most; none where there is no such field.
fn single<'a>(event: &EventFacts<'a>, field: &str) -> Option<Option<&'a str>> {
    let given = |value: &'a str| Some(value).filter(|value| !value.is_empty());
    Some(match field {
        "eventCategory" => given(event.category),
        "eventName" => given(event.name),
        "eventSource" => given(event.source),
        "eventType" => given(event.event_type),
        "readOnly" => Some(if event.is_read_only() { "true" } else { "false" }),
        "sessionCredentialFromConsole" => event.session_credential_from_console.then_some("true"),
        "userIdentity.arn" => event.user_identity_arn,
        "vpcEndpointId" => event.vpc_endpoint_id,
        "errorCode" => event.error_code,
        _ => return None,
    })
}

impl AdvancedFieldSelector {
    pub(super) fn of(field: &str) -> Self {
        Self { field: field.to_string(), ..Self::default() }
    }

    pub(super) fn equals(field: &str, value: &str) -> Self {
        Self { equals: Some(vec![value.to_string()]), ..Self::of(field) }
    }

    /// The operators that are given, by name, with their values.
    pub(super) fn operators(&self) -> impl Iterator<Item = (&'static str, &[String])> {
        let all = [
            ("Equals", &self.equals),
            ("StartsWith", &self.starts_with),
            ("EndsWith", &self.ends_with),
            ("NotEquals", &self.not_equals),
            ("NotStartsWith", &self.not_starts_with),
            ("NotEndsWith", &self.not_ends_with),
        ];
        all.into_iter().filter_map(|(name, values)| Some((name, values.as_deref()?)))
    }

    /// CloudTrail joins the operators that select by OR, those that deselect by AND, and both groups by AND. A field
    /// that is not there is never selected and never deselected.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html>
    fn holds<'a>(&self, values: impl Iterator<Item = &'a str> + Clone) -> bool {
        type Test = fn(&str, &str) -> bool;
        let any = |wanted: &Option<Vec<String>>, test: Test| {
            let wanted = wanted.as_deref().unwrap_or_default();
            values.clone().any(|value| wanted.iter().any(|wanted| test(value, wanted)))
        };
        let (is, begins, ends): (Test, Test, Test) = (|a, b| a == b, |a, b| a.starts_with(b), |a, b| a.ends_with(b));
        let selects = self.equals.is_some() || self.starts_with.is_some() || self.ends_with.is_some();
        let is_selected = any(&self.equals, is) || any(&self.starts_with, begins) || any(&self.ends_with, ends);
        let is_deselected =
            any(&self.not_equals, is) || any(&self.not_starts_with, begins) || any(&self.not_ends_with, ends);
        (!selects || is_selected) && !is_deselected
    }
}
