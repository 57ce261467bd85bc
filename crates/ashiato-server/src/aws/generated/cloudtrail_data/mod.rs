//! CloudTrail Data, from its model.

pub mod errors;
pub mod schemas;
mod types;

use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};

/// The service.
pub static SERVICE: Service = Service {
    id: ServiceId::CloudTrailData,
    signing_name: "cloudtrail-data",
    protocol: Protocol::RestJson,
    also: &[],
    query_errors: &[],
    operations: &[Described { name: "PutAuditEvents", coverage: Coverage::Refused, input: None, output: None }],
};
