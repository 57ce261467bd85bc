//! S3 and DynamoDB.

use crate::generate::operation::{Callers, Failure, Operation, READ, WRITE, denied_exception, failure, throttled};

const fn refused(share: f64) -> Failure {
    failure(share, "AccessDenied", "Access Denied")
}

const S3: Operation = Operation { source: "s3", resources: BUCKET, additional: TRANSFER, ..READ };
const S3_DATA: Operation = Operation { is_data: true, version: "1.09", resources: OBJECT, ..S3 };
const DYNAMODB: Operation = Operation { source: "dynamodb", api_version: "2012-08-10", resources: TABLE, ..READ };

const BUCKET: &str = r#"[{"accountId":"<account>","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::<bucket>"}]"#;
const OBJECT: &str = r#"[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::<bucket>/<object>"},{"accountId":"<account>","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::<bucket>"}]"#;
const TABLE: &str = r#"[{"accountId":"<account>","type":"AWS::DynamoDB::Table","ARN":"arn:aws:dynamodb:<region>:<account>:table/<table>"}]"#;
const TRANSFER: &str = r#"{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"<base64:52>\u003d","bytesTransferredOut":<below:40000>}"#;

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "GetObject",
        weight: 14.0,
        callers: Callers::Public(0.02),
        request: r#"{"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","key":"<object>"}"#,
        failures: &[refused(0.035), failure(0.02, "NoSuchKey", "The specified key does not exist.")],
        ..S3_DATA
    },
    Operation {
        name: "PutObject",
        weight: 4.8,
        is_read: false,
        request: r#"{"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","key":"<object>","x-amz-server-side-encryption":"AES256"}"#,
        response: r#"{"x-amz-server-side-encryption":"AES256","x-amz-version-id":"<base32:32>"}"#,
        failures: &[refused(0.015)],
        ..S3_DATA
    },
    Operation {
        name: "HeadObject",
        weight: 4.0,
        request: r#"{"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","key":"<object>"}"#,
        failures: &[failure(0.06, "NoSuchKey", "The specified key does not exist."), refused(0.01)],
        ..S3_DATA
    },
    Operation {
        name: "DeleteObject",
        weight: 1.2,
        is_read: false,
        request: r#"{"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","key":"<object>"}"#,
        failures: &[refused(0.01)],
        ..S3_DATA
    },
    Operation {
        name: "ListObjects",
        weight: 2.0,
        request: r#"{"list-type":"2","bucketName":"<bucket>","encoding-type":"url","prefix":"raw/events/<day_path>/","Host":"<bucket>.s3.<region>.amazonaws.com"}"#,
        resources: r#"[{"type":"AWS::S3::Object","ARNPrefix":"arn:aws:s3:::<bucket>/"},{"accountId":"<account>","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::<bucket>"}]"#,
        failures: &[refused(0.03)],
        ..S3_DATA
    },
    Operation {
        name: "ListBuckets",
        weight: 1.0,
        request: r#"{"Host":"s3.amazonaws.com"}"#,
        resources: "",
        failures: &[refused(0.05)],
        ..S3
    },
    Operation {
        name: "GetBucketAcl",
        weight: 2.0,
        callers: Callers::Services(0.35),
        request: r#"{"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","acl":""}"#,
        failures: &[refused(0.02)],
        ..S3
    },
    Operation {
        name: "GetBucketPolicy",
        weight: 0.4,
        request: r#"{"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","policy":""}"#,
        failures: &[failure(0.4, "NoSuchBucketPolicy", "The bucket policy does not exist")],
        ..S3
    },
    Operation {
        name: "PutBucketPolicy",
        weight: 0.05,
        is_read: false,
        request: r#"{"bucketPolicy":{"Version":"2012-10-17","Statement":[{"Sid":"ReadFromOrganization","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::<account>:root","arn:aws:iam::<role_account>:role/<role>"]},"Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::<bucket>","arn:aws:s3:::<bucket>/*"],"Condition":{"StringEquals":{"aws:PrincipalOrgID":"<organization>"}}},{"Sid":"OnlyOverTls","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::<bucket>/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]},"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","policy":""}"#,
        failures: &[refused(0.1)],
        ..S3
    },
    Operation {
        name: "CreateBucket",
        weight: 0.02,
        is_read: false,
        request: r#"{"CreateBucketConfiguration":{"LocationConstraint":"<region>","xmlns":"http://s3.amazonaws.com/doc/2006-03-01/"},"bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com"}"#,
        failures: &[failure(0.2, "BucketAlreadyExists", "The requested bucket name is not available.")],
        ..S3
    },
    Operation {
        name: "PutBucketLifecycle",
        weight: 0.02,
        is_read: false,
        request: r#"{"lifecycle":"","bucketName":"<bucket>","Host":"<bucket>.s3.<region>.amazonaws.com","LifecycleConfiguration":{"xmlns":"http://s3.amazonaws.com/doc/2006-03-01/","Rule":{"ID":"expire-old","Filter":{"Prefix":"tmp/"},"Status":"Enabled","Expiration":{"Days":30},"NoncurrentVersionExpiration":{"NoncurrentDays":7}}}}"#,
        failures: &[refused(0.05)],
        ..S3
    },
    Operation {
        name: "DescribeTable",
        weight: 2.0,
        request: r#"{"tableName":"<table>"}"#,
        failures: &[
            failure(0.015, "ResourceNotFoundException", "Requested resource not found: Table: <table> not found"),
            throttled(0.005),
        ],
        ..DYNAMODB
    },
    Operation {
        name: "GetItem",
        weight: 2.0,
        is_data: true,
        version: "1.09",
        request: r#"{"tableName":"<table>","key":{"pk":"HIDDEN_DUE_TO_SECURITY_REASONS","sk":"HIDDEN_DUE_TO_SECURITY_REASONS"},"consistentRead":<one:true|false>}"#,
        failures: &[denied_exception(0.01)],
        ..DYNAMODB
    },
    Operation {
        name: "CreateTable",
        weight: 0.02,
        request: r#"{"attributeDefinitions":[{"attributeName":"pk","attributeType":"S"},{"attributeName":"sk","attributeType":"S"}],"tableName":"<table>","keySchema":[{"attributeName":"pk","keyType":"HASH"},{"attributeName":"sk","keyType":"RANGE"}],"globalSecondaryIndexes":[{"indexName":"by-date","keySchema":[{"attributeName":"sk","keyType":"HASH"}],"projection":{"projectionType":"KEYS_ONLY"}}],"billingMode":"PAY_PER_REQUEST"}"#,
        response: r#"{"tableDescription":{"tableName":"<table>","tableStatus":"CREATING","creationDateTime":"<time_american>","tableSizeBytes":0,"itemCount":0,"tableArn":"arn:aws:dynamodb:<region>:<account>:table/<table>","tableId":"<uuid>","billingModeSummary":{"billingMode":"PAY_PER_REQUEST"}}}"#,
        failures: &[failure(0.2, "ResourceInUseException", "Table already exists: <table>")],
        is_read: false,
        ..DYNAMODB
    },
    Operation {
        source: "ecr",
        name: "GetAuthorizationToken",
        weight: 1.0,
        failures: &[denied_exception(0.02)],
        ..READ
    },
    Operation {
        source: "ecr",
        name: "BatchGetImage",
        weight: 0.8,
        request: r#"{"registryId":"<account>","repositoryName":"<application>","imageIds":[{"imageTag":"<hex:7>"}],"acceptedMediaTypes":["application/vnd.docker.distribution.manifest.v2+json","application/vnd.oci.image.manifest.v1+json","application/vnd.oci.image.index.v1+json"]}"#,
        resources: r#"[{"accountId":"<account>","ARN":"arn:aws:ecr:<region>:<account>:repository/<application>"}]"#,
        failures: &[denied_exception(0.02)],
        ..READ
    },
    Operation {
        source: "rds",
        name: "DescribeDBInstances",
        weight: 1.0,
        request: r#"{"dBInstanceIdentifier":"<application>-db"}"#,
        failures: &[failure(0.02, "DBInstanceNotFound", "DBInstance <application>-db not found.")],
        ..READ
    },
    Operation {
        source: "rds",
        name: "ModifyDBSnapshotAttribute",
        weight: 0.01,
        request: r#"{"dBSnapshotIdentifier":"<application>-db-final","attributeName":"restore","valuesToAdd":["<role_account>"]}"#,
        response: r#"{"dBSnapshotIdentifier":"<application>-db-final","dBSnapshotAttributes":[{"attributeName":"restore","attributeValues":["<role_account>"]}]}"#,
        ..WRITE
    },
];
