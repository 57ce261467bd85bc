//! What CloudTrail refuses of basic selectors.

use super::InvalidEventSelectors;
use super::basic::{DYNAMODB_TABLE, EventSelector, LAMBDA_FUNCTION, S3_OBJECT, is_all};

const SELECTORS_MAX: usize = 5;
const DATA_RESOURCES_MAX: usize = 250;
const SOURCES_THAT_MAY_BE_EXCLUDED: [&str; 2] = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

pub(super) fn check(selectors: &[EventSelector]) -> Result<(), InvalidEventSelectors> {
    if selectors.is_empty() || selectors.len() > SELECTORS_MAX {
        return refuse("Specify a valid number of selectors (1 to 5) for your trail.");
    }
    selectors.iter().try_for_each(check_selector)?;
    let resources = || selectors.iter().flat_map(|selector| &selector.data_resources);
    // Where all resources of a type are wanted, the others named beside them do not count.
    let counted = resources().filter(|resource| !resource.values.iter().any(|v| is_all(&resource.resource_type, v)));
    let values: usize = counted.map(|resource| resource.values.len()).sum();
    if values > DATA_RESOURCES_MAX {
        return refuse("Specify a valid number of DataResources.Values (0 to 250) for all your selectors.");
    }
    Ok(())
}

fn check_selector(selector: &EventSelector) -> Result<(), InvalidEventSelectors> {
    let kind = selector.read_write_type.as_str();
    if !matches!(kind, "ReadOnly" | "WriteOnly" | "All") {
        return refuse(format!("Value {kind} for ReadWriteType is invalid."));
    }
    for source in &selector.exclude_management_event_sources {
        if !SOURCES_THAT_MAY_BE_EXCLUDED.contains(&source.as_str()) {
            return refuse(format!("Value {source} for ExcludeManagementEventSources is invalid."));
        }
    }
    if !selector.include_management_events && !selector.exclude_management_event_sources.is_empty() {
        return refuse("ExcludeManagementEventSources requires IncludeManagementEvents to be true.");
    }
    if !selector.include_management_events && selector.data_resources.is_empty() {
        return refuse("Specify management events or at least one data resource for each selector.");
    }
    for resource in &selector.data_resources {
        let resource_type = resource.resource_type.as_str();
        if ![S3_OBJECT, LAMBDA_FUNCTION, DYNAMODB_TABLE].contains(&resource_type) {
            return refuse(format!("Value {resource_type} for DataResources.Type is invalid."));
        }
        for value in &resource.values {
            if !is_all(resource_type, value) && !is_arn(resource_type, value) {
                return refuse(format!("Value {value} for DataResources.Values is invalid."));
            }
        }
    }
    Ok(())
}

/// Whether the value is the ARN of a function or a table, or of a bucket with a slash and the beginning of a key.
fn is_arn(resource_type: &str, value: &str) -> bool {
    let parts: Vec<&str> = value.splitn(6, ':').collect();
    let &[arn, partition, service, region, account, resource] = parts.as_slice() else { return false };
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    let is_plain = |name: &str| !name.is_empty() && !name.contains(['*', '?']);
    arn == "arn"
        && partition.starts_with("aws")
        && match (resource_type, service) {
            (S3_OBJECT, "s3") => {
                let bucket = resource.split_once('/').map_or("", |(bucket, _)| bucket);
                region.is_empty() && account.is_empty() && is_plain(bucket)
            }
            (LAMBDA_FUNCTION, "lambda") => {
                let name = resource.strip_prefix("function:");
                !region.is_empty() && is_account && name.is_some_and(is_plain)
            }
            (DYNAMODB_TABLE, "dynamodb") => {
                let name = resource.strip_prefix("table/");
                !region.is_empty() && is_account && name.is_some_and(is_plain)
            }
            _ => false,
        }
}

fn refuse(message: impl Into<String>) -> Result<(), InvalidEventSelectors> {
    Err(InvalidEventSelectors::new(message))
}
