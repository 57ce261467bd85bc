//! What a call was about, by type and name, as AWS's event history shows it: what the record lists under `resources`,
//! and what its request and its response name.
//!
//! Types are CloudFormation's. The members that name a resource are those of the services' own APIs, which CloudTrail
//! writes with a small first letter:
//! <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html>

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::values::Text;

/// One thing that a call was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource<'a> {
    /// Its type, such as `AWS::S3::Bucket`.
    pub(crate) kind: Cow<'a, str>,
    /// Its name, id or ARN, as the record has it.
    pub(crate) name: Cow<'a, str>,
}

/// More than any call names; a hostile record must not make a row of a million.
const RESOURCES_MAX: usize = 100;

/// How deep below the request or the response a name is looked for: `instancesSet.items[].instanceId` is the deepest.
const DEPTH_MAX: usize = 4;

/// Event source, member, and the type of what it names.
const NAMING: &[(&str, &[(&str, &str)])] = &[
    ("s3.amazonaws.com", &[("bucketName", "AWS::S3::Bucket")]),
    ("s3express.amazonaws.com", &[("bucketName", "AWS::S3Express::DirectoryBucket")]),
    (
        "iam.amazonaws.com",
        &[
            ("userName", "AWS::IAM::User"),
            ("roleName", "AWS::IAM::Role"),
            ("groupName", "AWS::IAM::Group"),
            ("policyArn", "AWS::IAM::Policy"),
            ("policyName", "AWS::IAM::Policy"),
            ("accessKeyId", "AWS::IAM::AccessKey"),
            ("instanceProfileName", "AWS::IAM::InstanceProfile"),
            ("serialNumber", "AWS::IAM::MfaDevice"),
            ("sAMLProviderArn", "AWS::IAM::SAMLProvider"),
            ("openIDConnectProviderArn", "AWS::IAM::OIDCProvider"),
        ],
    ),
    (
        "sts.amazonaws.com",
        &[
            ("roleArn", "AWS::IAM::Role"),
            ("accessKeyId", "AWS::IAM::AccessKey"),
            ("assumedRoleId", "AWS::STS::AssumedRole"),
            ("federatedUserId", "AWS::STS::FederatedUser"),
        ],
    ),
    (
        "cloudtrail.amazonaws.com",
        &[
            ("trailName", "AWS::CloudTrail::Trail"),
            ("trailARN", "AWS::CloudTrail::Trail"),
            ("s3BucketName", "AWS::S3::Bucket"),
            ("snsTopicName", "AWS::SNS::Topic"),
            ("snsTopicARN", "AWS::SNS::Topic"),
            ("eventDataStore", "AWS::CloudTrail::EventDataStore"),
            ("eventDataStoreArn", "AWS::CloudTrail::EventDataStore"),
            ("kmsKeyId", "AWS::KMS::Key"),
        ],
    ),
    (
        "kms.amazonaws.com",
        &[("keyId", "AWS::KMS::Key"), ("targetKeyId", "AWS::KMS::Key"), ("aliasName", "AWS::KMS::Alias")],
    ),
    (
        "ec2.amazonaws.com",
        &[
            ("instanceId", "AWS::EC2::Instance"),
            ("imageId", "AWS::EC2::Ami"),
            ("groupId", "AWS::EC2::SecurityGroup"),
            ("groupName", "AWS::EC2::SecurityGroup"),
            ("subnetId", "AWS::EC2::Subnet"),
            ("vpcId", "AWS::EC2::VPC"),
            ("volumeId", "AWS::EC2::Volume"),
            ("snapshotId", "AWS::EC2::Snapshot"),
            ("networkInterfaceId", "AWS::EC2::NetworkInterface"),
            ("keyName", "AWS::EC2::KeyPair"),
            ("routeTableId", "AWS::EC2::RouteTable"),
            ("internetGatewayId", "AWS::EC2::InternetGateway"),
            ("natGatewayId", "AWS::EC2::NatGateway"),
            ("networkAclId", "AWS::EC2::NetworkAcl"),
            ("allocationId", "AWS::EC2::EIP"),
            ("launchTemplateId", "AWS::EC2::LaunchTemplate"),
        ],
    ),
    ("lambda.amazonaws.com", &[("functionName", "AWS::Lambda::Function"), ("functionArn", "AWS::Lambda::Function")]),
    ("dynamodb.amazonaws.com", &[("tableName", "AWS::DynamoDB::Table")]),
    (
        "rds.amazonaws.com",
        &[
            ("dBInstanceIdentifier", "AWS::RDS::DBInstance"),
            ("dBClusterIdentifier", "AWS::RDS::DBCluster"),
            ("dBSnapshotIdentifier", "AWS::RDS::DBSnapshot"),
        ],
    ),
    ("sns.amazonaws.com", &[("topicArn", "AWS::SNS::Topic"), ("subscriptionArn", "AWS::SNS::Subscription")]),
    ("sqs.amazonaws.com", &[("queueUrl", "AWS::SQS::Queue"), ("queueName", "AWS::SQS::Queue")]),
    ("logs.amazonaws.com", &[("logGroupName", "AWS::Logs::LogGroup"), ("logStreamName", "AWS::Logs::LogStream")]),
    ("secretsmanager.amazonaws.com", &[("secretId", "AWS::SecretsManager::Secret")]),
    (
        "cloudformation.amazonaws.com",
        &[("stackName", "AWS::CloudFormation::Stack"), ("stackId", "AWS::CloudFormation::Stack")],
    ),
    ("athena.amazonaws.com", &[("workGroup", "AWS::Athena::WorkGroup"), ("dataCatalog", "AWS::Athena::DataCatalog")]),
    ("glue.amazonaws.com", &[("databaseName", "AWS::Glue::Database"), ("tableName", "AWS::Glue::Table")]),
];

/// Event source, member, and the type of what it names where it stands at the top of the request or the response. Deeper
/// down the same word names other things, as each event selector has a `name` for people.
const NAMING_AT_THE_TOP: &[(&str, &str, &str)] = &[("cloudtrail.amazonaws.com", "name", "AWS::CloudTrail::Trail")];

/// What the record lists under `resources`.
pub(super) fn listed(resources: Option<&RawValue>) -> Vec<Resource<'_>> {
    #[derive(Deserialize)]
    struct Item<'a> {
        #[serde(default, borrow, rename = "ARN")]
        arn: Text<'a>,
        #[serde(default, borrow, rename = "ARNPrefix")]
        arn_prefix: Text<'a>,
        #[serde(default, borrow, rename = "type")]
        kind: Text<'a>,
    }
    let items: Vec<Item<'_>> = resources.and_then(|json| serde_json::from_str(json.get()).ok()).unwrap_or_default();
    let mut found = Vec::new();
    for item in items {
        if let (Some(kind), Some(name)) = (item.kind.into_inner(), item.arn.or(item.arn_prefix).into_inner()) {
            add(&mut found, kind, name);
        }
    }
    found
}

/// Adds what the request and the response name.
pub(super) fn named<'a>(source: &str, places: [Option<&'a RawValue>; 2], found: &mut Vec<Resource<'a>>) {
    let Some((_, members)) = NAMING.iter().find(|(of, _)| *of == source) else { return };
    let at_the_top = NAMING_AT_THE_TOP.iter().find(|(of, ..)| *of == source).map(|(_, member, kind)| (*member, *kind));
    for place in places.into_iter().flatten() {
        // The place is JSON already, and whatever is in it is read past: this cannot fail.
        let walk = Walk { members, at_the_top, kind: None, depth: 0, found: &mut *found };
        let _ = walk.deserialize(&mut serde_json::Deserializer::from_str(place.get()));
    }
}

fn add<'a>(found: &mut Vec<Resource<'a>>, kind: Cow<'a, str>, name: Cow<'a, str>) {
    let resource = Resource { kind, name };
    if found.len() < RESOURCES_MAX && !resource.name.is_empty() && !found.contains(&resource) {
        found.push(resource);
    }
}

/// Walks a value for members that name something. `kind` is set where the value stands under such a member.
struct Walk<'w, 'a> {
    members: &'static [(&'static str, &'static str)],
    at_the_top: Option<(&'static str, &'static str)>,
    kind: Option<&'static str>,
    depth: usize,
    found: &'w mut Vec<Resource<'a>>,
}

impl<'de: 'a, 'a> DeserializeSeed<'de> for Walk<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.depth > DEPTH_MAX {
            return IgnoredAny::deserialize(deserializer).map(|_| ());
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de: 'a, 'a> Visitor<'de> for Walk<'_, 'a> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<(), E> {
        if let Some(kind) = self.kind {
            add(self.found, Cow::Borrowed(kind), Cow::Borrowed(text));
        }
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        if let Some(kind) = self.kind {
            add(self.found, Cow::Borrowed(kind), Cow::Owned(text.to_owned()));
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Walk { members, kind, depth, found, .. } = self;
        let deeper = depth + 1;
        while items
            .next_element_seed(Walk { members, at_the_top: None, kind, depth: deeper, found: &mut *found })?
            .is_some()
        {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Walk { members, at_the_top, depth, found, .. } = self;
        while let Some(member) = entries.next_key::<Text<'de>>()? {
            let mut naming = members.iter().copied().chain(at_the_top);
            let kind = naming.find(|(named, _)| member.as_str() == Some(*named)).map(|(_, kind)| kind);
            entries.next_value_seed(Walk { members, at_the_top: None, kind, depth: depth + 1, found: &mut *found })?;
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
}
