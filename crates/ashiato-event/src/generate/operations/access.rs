//! IAM and STS: who may do what, and who becomes whom.

use crate::generate::operation::{Callers, Operation, READ, denied, failure};

const IAM: Operation = Operation { source: "iam", is_global: true, version: "1.09", failures: &[denied(0.05)], ..READ };
const IAM_WRITE: Operation = Operation { is_read: false, ..IAM };
const STS: Operation = Operation { source: "sts", version: "1.08", failures: &[denied(0.05)], ..READ };

const ROLE: &str =
    r#"[{"accountId":"<role_account>","type":"AWS::IAM::Role","ARN":"arn:aws:iam::<role_account>:role/<role>"}]"#;

// A session token is longer in truth: a quarter of it keeps whole data sets compressing as real ones do.
const TEMPORARY: &str = r#"{"credentials":{"accessKeyId":"ASIA<base32:16>","sessionToken":"IQoJb3JpZ2luX2VjE<base64:120>\u003d\u003d","expiration":"<expiry_american>"},"assumedRoleUser":{"assumedRoleId":"<role_id>:<session>","arn":"arn:aws:sts::<role_account>:assumed-role/<role>/<session>"}}"#;

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "AssumeRole",
        weight: 10.0,
        callers: Callers::Services(0.6),
        request: r#"{"roleArn":"arn:aws:iam::<role_account>:role/<role>","roleSessionName":"<session>","durationSeconds":<one:900|3600|43200>}"#,
        response: TEMPORARY,
        resources: ROLE,
        is_shared: true,
        ..STS
    },
    Operation {
        name: "AssumeRoleWithWebIdentity",
        weight: 1.5,
        callers: Callers::WebIdentity,
        request: r#"{"roleArn":"arn:aws:iam::<account>:role/<role>","roleSessionName":"<session>","durationSeconds":3600}"#,
        response: TEMPORARY,
        resources: ROLE,
        additional: r#"{"identityProviderConnectionVerificationMethod":"IAMTrustStore"}"#,
        failures: &[failure(
            0.02,
            "InvalidIdentityTokenException",
            "No OpenIDConnect provider found in your account for https://oidc.eks.<region>.amazonaws.com/id/4F0A9C1B7D2E4A6F8B3C5D7E9F1A2B3C",
        )],
        ..STS
    },
    Operation {
        name: "AssumeRoleWithSAML",
        weight: 0.2,
        callers: Callers::Saml,
        request: r#"{"sAMLAssertionID":"_<uuid>","roleSessionName":"<session>","roleArn":"arn:aws:iam::<account>:role/<role>","principalArn":"arn:aws:iam::<account>:saml-provider/Okta","durationSeconds":3600}"#,
        response: TEMPORARY,
        resources: ROLE,
        failures: &[failure(
            0.05,
            "InvalidIdentityToken",
            "Issuer not present in specified provider (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlInvalidSamlResponseException; Request ID: <uuid>; Proxy: null)",
        )],
        ..STS
    },
    Operation { name: "GetCallerIdentity", weight: 3.0, failures: &[], ..STS },
    Operation {
        name: "GetSessionToken",
        weight: 0.1,
        request: r#"{"serialNumber":"arn:aws:iam::<account>:mfa/phone","durationSeconds":43200}"#,
        response: r#"{"credentials":{"accessKeyId":"ASIA<base32:16>","sessionToken":"IQoJb3JpZ2luX2VjE<base64:120>\u003d","expiration":"<expiry_american>"}}"#,
        ..STS
    },
    Operation {
        name: "GetRole",
        weight: 1.5,
        request: r#"{"roleName":"<role>"}"#,
        failures: &[failure(0.04, "NoSuchEntityException", "The role with name <role> cannot be found."), denied(0.02)],
        ..IAM
    },
    Operation { name: "ListRoles", weight: 0.4, request: r#"{"maxItems":1000}"#, ..IAM },
    Operation { name: "ListUsers", weight: 0.2, request: r#"{"maxItems":1000}"#, ..IAM },
    Operation { name: "ListAccessKeys", weight: 0.2, request: r#"{"userName":"<user>"}"#, ..IAM },
    Operation { name: "ListAttachedUserPolicies", weight: 0.1, request: r#"{"userName":"<user>"}"#, ..IAM },
    Operation {
        name: "GetPolicyVersion",
        weight: 0.4,
        request: r#"{"policyArn":"arn:aws:iam::<account>:policy/<application>-policy","versionId":"v<below:5>"}"#,
        ..IAM
    },
    Operation {
        name: "CreateRole",
        weight: 0.04,
        request: r#"{"path":"/","roleName":"<application>-<hex:4>","description":"Role of <application>","maxSessionDuration":3600,"assumeRolePolicyDocument":"{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Principal\": {\n        \"Service\": \"lambda.amazonaws.com\"\n      },\n      \"Action\": \"sts:AssumeRole\"\n    }\n  ]\n}","tags":[{"key":"team","value":"platform"}]}"#,
        response: r#"{"role":{"path":"/","roleName":"<application>","roleId":"AROA<base32:17>","arn":"arn:aws:iam::<account>:role/<application>","createDate":"<time_american>","assumeRolePolicyDocument":"%7B%0A%20%20%22Version%22%3A%20%222012-10-17%22%2C%0A%20%20%22Statement%22%3A%20%5B%0A%20%20%20%20%7B%0A%20%20%20%20%20%20%22Effect%22%3A%20%22Allow%22%0A%20%20%20%20%7D%0A%20%20%5D%0A%7D"}}"#,
        failures: &[
            denied(0.05),
            failure(0.05, "EntityAlreadyExistsException", "Role with name <application> already exists."),
        ],
        ..IAM_WRITE
    },
    Operation {
        name: "PutRolePolicy",
        weight: 0.04,
        request: r#"{"roleName":"<role>","policyName":"inline-s3","policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"ReadBucket\",\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:ListBucket\"],\"Resource\":[\"arn:aws:s3:::<bucket>\",\"arn:aws:s3:::<bucket>/*\"],\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"<organization>\"}}},{\"Sid\":\"UseKey\",\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\",\"Resource\":\"arn:aws:kms:<region>:<account>:key/<kms_key>\"}]}"}"#,
        ..IAM_WRITE
    },
    Operation {
        name: "AttachRolePolicy",
        weight: 0.03,
        request: r#"{"roleName":"<role>","policyArn":"arn:aws:iam::aws:policy/<one:ReadOnlyAccess|AmazonSSMManagedInstanceCore|AmazonS3ReadOnlyAccess>"}"#,
        ..IAM_WRITE
    },
    Operation {
        name: "AttachUserPolicy",
        weight: 0.005,
        request: r#"{"userName":"<user>","policyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}"#,
        ..IAM_WRITE
    },
    Operation {
        name: "CreateUser",
        weight: 0.005,
        request: r#"{"userName":"<user>","path":"/","tags":[{"key":"team","value":"platform"}]}"#,
        response: r#"{"user":{"path":"/","userName":"<user>","userId":"AIDA<base32:17>","arn":"arn:aws:iam::<account>:user/<user>","createDate":"<time_american>","tags":[{"key":"team","value":"platform"}]}}"#,
        ..IAM_WRITE
    },
    Operation {
        name: "CreateAccessKey",
        weight: 0.01,
        request: r#"{"userName":"<user>"}"#,
        response: r#"{"accessKey":{"accessKeyId":"AKIA<base32:16>","status":"Active","userName":"<user>","createDate":"<time_american>"}}"#,
        failures: &[
            denied(0.1),
            failure(0.1, "LimitExceededException", "Cannot exceed quota for AccessKeysPerUser: 2"),
        ],
        ..IAM_WRITE
    },
    Operation {
        name: "CreateLoginProfile",
        weight: 0.003,
        request: r#"{"userName":"<user>","passwordResetRequired":true}"#,
        response: r#"{"loginProfile":{"userName":"<user>","createDate":"<time_american>","passwordResetRequired":true}}"#,
        ..IAM_WRITE
    },
    Operation { name: "UpdateLoginProfile", weight: 0.003, request: r#"{"userName":"<user>"}"#, ..IAM_WRITE },
    Operation {
        name: "DeactivateMFADevice",
        weight: 0.003,
        request: r#"{"userName":"<user>","serialNumber":"arn:aws:iam::<account>:mfa/<user>"}"#,
        ..IAM_WRITE
    },
];
