//! Basic event selectors.
//! <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html>

use serde::{Deserialize, Serialize};

use super::advanced::{AdvancedEventSelector, AdvancedFieldSelector};
use super::facts::EventFacts;

pub(super) const S3_OBJECT: &str = "AWS::S3::Object";
pub(super) const LAMBDA_FUNCTION: &str = "AWS::Lambda::Function";
pub(super) const DYNAMODB_TABLE: &str = "AWS::DynamoDB::Table";

/// Management events, and data events of three types of resources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct EventSelector {
    /// `ReadOnly`, `WriteOnly` or `All`.
    pub read_write_type: String,
    /// Whether management events are wanted at all.
    pub include_management_events: bool,
    /// The data events that are wanted.
    pub data_resources: Vec<DataResource>,
    /// Management events of these services are not wanted: KMS or the RDS Data API.
    pub exclude_management_event_sources: Vec<String>,
}

/// Resources whose data events are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DataResource {
    /// `AWS::S3::Object`, `AWS::Lambda::Function` or `AWS::DynamoDB::Table`.
    #[serde(rename = "Type")]
    pub resource_type: String,
    /// ARNs: of all resources (`arn:aws:s3`), of one, or for objects the beginning of one.
    pub values: Vec<String>,
}

impl Default for EventSelector {
    fn default() -> Self {
        Self {
            read_write_type: "All".to_string(),
            include_management_events: true,
            data_resources: Vec::new(),
            exclude_management_event_sources: Vec::new(),
        }
    }
}

impl EventSelector {
    pub(super) fn wants(&self, event: &EventFacts<'_>) -> bool {
        let is_wanted_kind = match self.read_write_type.as_str() {
            "ReadOnly" => event.is_read_only(),
            "WriteOnly" => !event.is_read_only(),
            _ => true,
        };
        let is_wanted = match event.category {
            "Management" => {
                let mut excluded = self.exclude_management_event_sources.iter();
                self.include_management_events && !excluded.any(|source| source == event.source)
            }
            "Data" => self.data_resources.iter().any(|resource| resource.wants(event)),
            _ => false,
        };
        is_wanted_kind && is_wanted
    }

    /// Advanced selectors that want the same events.
    pub fn to_advanced(&self) -> Vec<AdvancedEventSelector> {
        let mut selectors = Vec::new();
        if self.include_management_events {
            let mut selector = self.advanced("Management");
            if !self.exclude_management_event_sources.is_empty() {
                selector.field_selectors.push(AdvancedFieldSelector {
                    not_equals: Some(self.exclude_management_event_sources.clone()),
                    ..AdvancedFieldSelector::of("eventSource")
                });
            }
            selectors.push(selector);
        }
        for resource in &self.data_resources {
            let mut selector = self.advanced("Data");
            selector.field_selectors.push(AdvancedFieldSelector::equals("resources.type", &resource.resource_type));
            selector.field_selectors.extend(resource.to_advanced());
            if !resource.values.is_empty() {
                selectors.push(selector);
            }
        }
        selectors
    }

    fn advanced(&self, category: &str) -> AdvancedEventSelector {
        let mut field_selectors = vec![AdvancedFieldSelector::equals("eventCategory", category)];
        match self.read_write_type.as_str() {
            "ReadOnly" => field_selectors.push(AdvancedFieldSelector::equals("readOnly", "true")),
            "WriteOnly" => field_selectors.push(AdvancedFieldSelector::equals("readOnly", "false")),
            _ => {}
        }
        AdvancedEventSelector { name: None, field_selectors }
    }
}

impl DataResource {
    fn wants(&self, event: &EventFacts<'_>) -> bool {
        let mut of_type = event.resources.iter().filter(|resource| resource.resource_type == self.resource_type);
        of_type.any(|resource| self.values.iter().any(|value| self.covers(value, resource.arn)))
    }

    fn covers(&self, value: &str, arn: &str) -> bool {
        if is_all(&self.resource_type, value) {
            return true;
        }
        // Functions and tables are named whole: `…:function:hello` is not `…:function:hello2`.
        if self.resource_type == S3_OBJECT { arn.starts_with(value) } else { arn == value }
    }

    /// The condition on the ARN; none where all are wanted.
    fn to_advanced(&self) -> Option<AdvancedFieldSelector> {
        if self.values.iter().any(|value| is_all(&self.resource_type, value)) {
            return None;
        }
        let (values, field) = (Some(self.values.clone()), AdvancedFieldSelector::of("resources.ARN"));
        Some(match self.resource_type.as_str() {
            S3_OBJECT => AdvancedFieldSelector { starts_with: values, ..field },
            _ => AdvancedFieldSelector { equals: values, ..field },
        })
    }
}

/// Whether the value stands for all resources of the type: `arn:aws:s3`, also written `arn:aws:s3:::`.
pub(super) fn is_all(resource_type: &str, value: &str) -> bool {
    let service = match resource_type {
        S3_OBJECT => "s3",
        LAMBDA_FUNCTION => "lambda",
        DYNAMODB_TABLE => "dynamodb",
        _ => return false,
    };
    let mut parts = value.splitn(3, ':');
    let is_arn = parts.next() == Some("arn") && parts.next().is_some_and(|partition| partition.starts_with("aws"));
    let rest = parts.next().unwrap_or_default();
    is_arn && (rest == service || (service == "s3" && rest == "s3:::"))
}
