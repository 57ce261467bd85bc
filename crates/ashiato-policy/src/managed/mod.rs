//! The policies that AWS manages and people attach, as far as their services exist here.
//!
//! Each document was written from the permissions that AWS's managed policy reference lists. ReadOnlyAccess and
//! SecurityAudit name hundreds of services there; here they are reduced to those that this project serves.

use crate::arn::Arn;

/// A policy that every account has and none can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ManagedPolicy {
    /// The name: the last part of the ARN.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub description: &'static str,
    /// The document; it parses as an identity policy.
    pub document: &'static str,
}

/// All of them, in the order of their names.
pub const MANAGED: &[ManagedPolicy] = &[
    ManagedPolicy {
        name: "AWSCloudTrail_FullAccess",
        description: "Everything in CloudTrail, and what making a trail needs elsewhere.",
        document: include_str!("AWSCloudTrail_FullAccess.json"),
    },
    ManagedPolicy {
        name: "AWSCloudTrail_ReadOnlyAccess",
        description: "Reading trails, event data stores and events.",
        document: include_str!("AWSCloudTrail_ReadOnlyAccess.json"),
    },
    ManagedPolicy {
        name: "AWSGlueConsoleFullAccess",
        description: "Everything in Glue, and the buckets that its tables are in.",
        document: include_str!("AWSGlueConsoleFullAccess.json"),
    },
    ManagedPolicy {
        name: "AWSKeyManagementServicePowerUser",
        description: "Making keys and describing them, but not using or deleting them.",
        document: include_str!("AWSKeyManagementServicePowerUser.json"),
    },
    ManagedPolicy {
        name: "AdministratorAccess",
        description: "Everything.",
        document: include_str!("AdministratorAccess.json"),
    },
    ManagedPolicy {
        name: "AmazonAthenaFullAccess",
        description: "Everything in Athena, the Glue catalog, and the buckets of its results.",
        document: include_str!("AmazonAthenaFullAccess.json"),
    },
    ManagedPolicy {
        name: "AmazonS3FullAccess",
        description: "Everything in S3.",
        document: include_str!("AmazonS3FullAccess.json"),
    },
    ManagedPolicy {
        name: "AmazonS3ReadOnlyAccess",
        description: "Reading and listing every bucket.",
        document: include_str!("AmazonS3ReadOnlyAccess.json"),
    },
    ManagedPolicy {
        name: "CloudWatchLogsFullAccess",
        description: "Everything in CloudWatch Logs.",
        document: include_str!("CloudWatchLogsFullAccess.json"),
    },
    ManagedPolicy {
        name: "IAMFullAccess",
        description: "Everything in IAM.",
        document: include_str!("IAMFullAccess.json"),
    },
    ManagedPolicy {
        name: "IAMReadOnlyAccess",
        description: "Reading IAM.",
        document: include_str!("IAMReadOnlyAccess.json"),
    },
    ManagedPolicy {
        name: "IAMUserChangePassword",
        description: "Changing one's own password.",
        document: include_str!("IAMUserChangePassword.json"),
    },
    ManagedPolicy {
        name: "PowerUserAccess",
        description: "Everything but managing users and groups.",
        document: include_str!("PowerUserAccess.json"),
    },
    ManagedPolicy {
        name: "ReadOnlyAccess",
        description: "Reading, in the services that exist here.",
        document: include_str!("ReadOnlyAccess.json"),
    },
    ManagedPolicy {
        name: "SecurityAudit",
        description: "Reading how things are set up, but no data, in the services that exist here.",
        document: include_str!("SecurityAudit.json"),
    },
];

impl ManagedPolicy {
    /// `arn:aws:iam::aws:policy/AdministratorAccess`.
    pub fn arn(&self) -> Arn {
        Arn::new("iam", "", "aws", format!("policy/{}", self.name))
    }
}

/// The policy of an ARN.
pub fn find(arn: &str) -> Option<&'static ManagedPolicy> {
    let name = arn.strip_prefix("arn:aws:iam::aws:policy/")?;
    MANAGED.iter().find(|policy| policy.name == name)
}
