//! CloudTrail, Config, GuardDuty, Organizations and Backup.

use crate::generate::operation::{Callers, Kind, Operation, READ, WRITE, denied_exception, failure, throttled};

const CLOUDTRAIL: Operation =
    Operation { source: "cloudtrail", version: "1.11", failures: &[denied_exception(0.04)], ..READ };

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "LookupEvents",
        weight: 0.2,
        request: r#"{"lookupAttributes":[{"attributeKey":"EventName","attributeValue":"ConsoleLogin"}],"startTime":"<time_american>","maxResults":50}"#,
        failures: &[throttled(0.05)],
        ..CLOUDTRAIL
    },
    Operation { name: "DescribeTrails", weight: 0.4, request: r#"{"includeShadowTrails":true}"#, ..CLOUDTRAIL },
    Operation {
        name: "GetTrailStatus",
        weight: 0.3,
        request: r#"{"name":"arn:aws:cloudtrail:<region>:<account>:trail/organization"}"#,
        ..CLOUDTRAIL
    },
    Operation {
        name: "StopLogging",
        weight: 0.0,
        is_read: false,
        request: r#"{"name":"arn:aws:cloudtrail:<region>:<account>:trail/organization"}"#,
        ..CLOUDTRAIL
    },
    Operation {
        name: "PutEventSelectors",
        weight: 0.005,
        is_read: false,
        request: r#"{"trailName":"organization","eventSelectors":[{"readWriteType":"All","includeManagementEvents":true,"dataResources":[{"type":"AWS::S3::Object","values":["arn:aws:s3"]},{"type":"AWS::Lambda::Function","values":["arn:aws:lambda"]}],"excludeManagementEventSources":[]}]}"#,
        response: r#"{"trailARN":"arn:aws:cloudtrail:<region>:<account>:trail/organization","eventSelectors":[{"readWriteType":"All","includeManagementEvents":true,"dataResources":[{"type":"AWS::S3::Object","values":["arn:aws:s3"]}],"excludeManagementEventSources":[]}]}"#,
        ..CLOUDTRAIL
    },
    Operation {
        source: "config",
        name: "PutEvaluations",
        weight: 0.5,
        is_read: false,
        request: r#"{"evaluations":[<many:{"complianceResourceType":"AWS::EC2::Volume","complianceResourceId":"vol-0a1b2c3d4e5f60718","complianceType":"COMPLIANT","annotation":"encrypted with the key of the account","orderingTimestamp":"Jan 10, 2024, 3:12:45 AM"}>],"resultToken":"***","testMode":false}"#,
        response: r#"{"failedEvaluations":[]}"#,
        failures: &[denied_exception(0.02)],
        ..READ
    },
    Operation {
        source: "guardduty",
        name: "ListFindings",
        weight: 0.2,
        request: r#"{"detectorId":"12abc34d567e8fa901bc2d34e56789f0","findingCriteria":{"criterion":{"severity":{"gte":4},"service.archived":{"eq":["false"]}}},"maxResults":50}"#,
        failures: &[denied_exception(0.03)],
        ..READ
    },
    Operation {
        source: "organizations",
        name: "DescribeOrganization",
        weight: 0.1,
        is_global: true,
        failures: &[denied_exception(0.1)],
        ..READ
    },
    Operation {
        source: "cloudformation",
        name: "DescribeStackEvents",
        weight: 0.4,
        request: r#"{"stackName":"arn:aws:cloudformation:<region>:<account>:stack/<application>/<kms_key>"}"#,
        failures: &[throttled(0.03), failure(0.02, "ValidationException", "Stack [<application>] does not exist")],
        ..READ
    },
    Operation {
        source: "backup",
        name: "BackupJobCompleted",
        weight: 0.03,
        callers: Callers::Itself("backup.amazonaws.com"),
        kind: Kind::ServiceEvent,
        service_details: r#"{"completionDate":{"seconds":1704067200,"nanos":0},"state":"COMPLETED","percentDone":100.0,"backupJobId":"<uuid>","backupVaultName":"Default","resourceArn":"arn:aws:dynamodb:<region>:<account>:table/<table>","backupSizeInBytes":<below:900000>}"#,
        ..WRITE
    },
];
