//! KMS, Secrets Manager and Parameter Store.

use crate::generate::operation::{Callers, Kind, Operation, READ, denied_exception, failure, throttled};

const KMS: Operation = Operation {
    source: "kms",
    version: "1.10",
    resources: r#"[{"accountId":"<account>","type":"AWS::KMS::Key","ARN":"arn:aws:kms:<region>:<account>:key/<kms_key>"}]"#,
    ..READ
};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "Decrypt",
        weight: 9.0,
        callers: Callers::Services(0.35),
        request: r#"{"encryptionContext":{"aws:s3:arn":"arn:aws:s3:::<bucket>/<object>"},"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}"#,
        is_shared: true,
        failures: &[denied_exception(0.05), throttled(0.015)],
        ..KMS
    },
    Operation {
        name: "GenerateDataKey",
        weight: 5.0,
        callers: Callers::Services(0.35),
        request: r#"{"keyId":"arn:aws:kms:<region>:<account>:key/<kms_key>","encryptionContext":{"aws:s3:arn":"arn:aws:s3:::<bucket>"},"keySpec":"AES_256"}"#,
        is_shared: true,
        failures: &[denied_exception(0.01)],
        ..KMS
    },
    Operation {
        name: "DescribeKey",
        weight: 0.8,
        request: r#"{"keyId":"<kms_key>"}"#,
        failures: &[
            denied_exception(0.03),
            failure(0.02, "NotFoundException", "Key 'arn:aws:kms:<region>:<account>:key/<kms_key>' does not exist"),
        ],
        ..KMS
    },
    Operation {
        name: "PutKeyPolicy",
        weight: 0.01,
        is_read: false,
        request: r#"{"keyId":"<kms_key>","policyName":"default","policy":"{\"Version\":\"2012-10-17\",\"Id\":\"key-default\",\"Statement\":[{\"Sid\":\"Enable IAM policies\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::<account>:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}","bypassPolicyLockoutSafetyCheck":false}"#,
        ..KMS
    },
    Operation {
        name: "RotateKey",
        weight: 0.02,
        callers: Callers::Itself("AWS Internal"),
        kind: Kind::ServiceEvent,
        is_read: false,
        service_details: r#"{"keyId":"<kms_key>","rotationType":"AUTOMATIC"}"#,
        ..KMS
    },
    Operation {
        source: "secretsmanager",
        name: "GetSecretValue",
        weight: 1.2,
        request: r#"{"secretId":"arn:aws:secretsmanager:<region>:<account>:secret:prod/<application>-AbCdEf"}"#,
        failures: &[
            denied_exception(0.03),
            failure(0.01, "ResourceNotFoundException", "Secrets Manager can't find the specified secret."),
        ],
        ..READ
    },
    Operation {
        source: "secretsmanager",
        name: "ListSecrets",
        weight: 0.1,
        request: r#"{"maxResults":100,"sortOrder":"asc"}"#,
        failures: &[denied_exception(0.05)],
        ..READ
    },
    Operation {
        source: "ssm",
        name: "GetParameter",
        weight: 1.5,
        request: r#"{"name":"/<application>/prod/db_password","withDecryption":true}"#,
        resources: r#"[{"accountId":"<account>","ARN":"arn:aws:ssm:<region>:<account>:parameter/<application>/prod/db_password"}]"#,
        failures: &[failure(0.05, "ParameterNotFound", ""), denied_exception(0.03)],
        ..READ
    },
];
