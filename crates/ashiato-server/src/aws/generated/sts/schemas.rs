//! The limits of this service's served operations.

use crate::aws::schema::{List, Member, Pattern, Shape, Structure, Text};

static PATTERN_11: Pattern = Pattern::new(r#"[\d]*"#, r#"\A(?:[0-9]*)\z"#);
static PATTERN_10: Pattern = Pattern::new(r#"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#, r#"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]*)\z"#);
static PATTERN_9: Pattern = Pattern::new(r#"[\p{L}\p{Z}\p{N}_.:/=+\-@]+"#, r#"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]+)\z"#);
static PATTERN_2: Pattern = Pattern::new(
    r#"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+"#,
    r#"\A(?:[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{0085}\x{00A0}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]+)\z"#,
);
static PATTERN_8: Pattern =
    Pattern::new(r#"[\u0009\u000A\u000D\u0020-\u00FF]+"#, r#"\A(?:[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+)\z"#);
static PATTERN_6: Pattern = Pattern::new(r#"[\w+=,.@-]*"#, r#"\A(?:[A-Za-z0-9_+=,.@-]*)\z"#);
static PATTERN_3: Pattern = Pattern::new(r#"[\w+=,.@:-]*"#, r#"\A(?:[A-Za-z0-9_+=,.@:-]*)\z"#);
static PATTERN_4: Pattern = Pattern::new(r#"[\w+=,.@:\/-]*"#, r#"\A(?:[A-Za-z0-9_+=,.@:\/-]*)\z"#);
static PATTERN_5: Pattern = Pattern::new(r#"[\w+=,.@\:-]*"#, r#"\A(?:[A-Za-z0-9_+=,.@\:-]*)\z"#);
static PATTERN_7: Pattern = Pattern::new(r#"[\w+=/:,.@-]*"#, r#"\A(?:[A-Za-z0-9_+=/:,.@-]*)\z"#);
static PATTERN_1: Pattern = Pattern::new(r#"[\w]*"#, r#"\A(?:[A-Za-z0-9_]*)\z"#);
pub static ASSUME_ROLE_REQUEST: Structure = Structure {
    name: "AssumeRoleRequest",
    members: &[
        Member { name: "RoleArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "RoleSessionName", shape: &ROLE_SESSION_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyArns", shape: &POLICY_DESCRIPTOR_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Policy", shape: &UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "DurationSeconds", shape: &ROLE_DURATION_SECONDS_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "TransitiveTagKeys", shape: &TAG_KEY_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "ExternalId", shape: &EXTERNAL_ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "SerialNumber", shape: &SERIAL_NUMBER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "TokenCode", shape: &TOKEN_CODE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "SourceIdentity", shape: &SOURCE_IDENTITY_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "ProvidedContexts", shape: &PROVIDED_CONTEXTS_LIST_TYPE_SHAPE, is_required: false },
        Member {
            name: "MinimumSessionTokenSize",
            shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE,
            is_required: false,
        },
    ],
};
pub static ASSUME_ROLE_RESPONSE: Structure = Structure {
    name: "AssumeRoleResponse",
    members: &[
        Member { name: "Credentials", shape: &Shape::Structure(&CREDENTIALS), is_required: false },
        Member { name: "AssumedRoleUser", shape: &Shape::Structure(&ASSUMED_ROLE_USER), is_required: false },
        Member { name: "PackedPolicySize", shape: &NON_NEGATIVE_INTEGER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "SourceIdentity", shape: &SOURCE_IDENTITY_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "SessionTokenUtilization",
            shape: &SESSION_TOKEN_UTILIZATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
        Member { name: "SessionTokenSize", shape: &SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static ASSUMED_ROLE_USER: Structure = Structure {
    name: "AssumedRoleUser",
    members: &[
        Member { name: "AssumedRoleId", shape: &ASSUMED_ROLE_ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static CREDENTIALS: Structure = Structure {
    name: "Credentials",
    members: &[
        Member { name: "AccessKeyId", shape: &ACCESS_KEY_ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "SecretAccessKey", shape: &ACCESS_KEY_SECRET_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "SessionToken", shape: &TOKEN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Expiration", shape: &DATE_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static FEDERATED_USER: Structure = Structure {
    name: "FederatedUser",
    members: &[
        Member { name: "FederatedUserId", shape: &FEDERATED_ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_ACCESS_KEY_INFO_REQUEST: Structure = Structure {
    name: "GetAccessKeyInfoRequest",
    members: &[Member { name: "AccessKeyId", shape: &ACCESS_KEY_ID_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static GET_ACCESS_KEY_INFO_RESPONSE: Structure = Structure {
    name: "GetAccessKeyInfoResponse",
    members: &[Member { name: "Account", shape: &ACCOUNT_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static GET_CALLER_IDENTITY_REQUEST: Structure = Structure { name: "GetCallerIdentityRequest", members: &[] };
pub static GET_CALLER_IDENTITY_RESPONSE: Structure = Structure {
    name: "GetCallerIdentityResponse",
    members: &[
        Member { name: "UserId", shape: &USER_ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Account", shape: &ACCOUNT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static GET_FEDERATION_TOKEN_REQUEST: Structure = Structure {
    name: "GetFederationTokenRequest",
    members: &[
        Member { name: "Name", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Policy", shape: &SESSION_POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyArns", shape: &POLICY_DESCRIPTOR_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "DurationSeconds", shape: &DURATION_SECONDS_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MinimumSessionTokenSize",
            shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE,
            is_required: false,
        },
    ],
};
pub static GET_FEDERATION_TOKEN_RESPONSE: Structure = Structure {
    name: "GetFederationTokenResponse",
    members: &[
        Member { name: "Credentials", shape: &Shape::Structure(&CREDENTIALS), is_required: false },
        Member { name: "FederatedUser", shape: &Shape::Structure(&FEDERATED_USER), is_required: false },
        Member { name: "PackedPolicySize", shape: &NON_NEGATIVE_INTEGER_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "SessionTokenUtilization",
            shape: &SESSION_TOKEN_UTILIZATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
        Member { name: "SessionTokenSize", shape: &SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static GET_SESSION_TOKEN_REQUEST: Structure = Structure {
    name: "GetSessionTokenRequest",
    members: &[
        Member { name: "DurationSeconds", shape: &DURATION_SECONDS_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "SerialNumber", shape: &SERIAL_NUMBER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "TokenCode", shape: &TOKEN_CODE_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MinimumSessionTokenSize",
            shape: &MINIMUM_SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE,
            is_required: false,
        },
    ],
};
pub static GET_SESSION_TOKEN_RESPONSE: Structure = Structure {
    name: "GetSessionTokenResponse",
    members: &[
        Member { name: "Credentials", shape: &Shape::Structure(&CREDENTIALS), is_required: false },
        Member {
            name: "SessionTokenUtilization",
            shape: &SESSION_TOKEN_UTILIZATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
        Member { name: "SessionTokenSize", shape: &SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static POLICY_DESCRIPTOR_TYPE: Structure = Structure {
    name: "PolicyDescriptorType",
    members: &[Member { name: "arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static PROVIDED_CONTEXT: Structure = Structure {
    name: "ProvidedContext",
    members: &[
        Member { name: "ProviderArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "ContextAssertion", shape: &CONTEXT_ASSERTION_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static PROVIDED_CONTEXTS_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PROVIDED_CONTEXT), wire: "member", min: 1, max: 5 });
pub static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "Key", shape: &TAG_KEY_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Value", shape: &TAG_VALUE_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
static ACCESS_KEY_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 16, max: 128, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static ACCESS_KEY_SECRET_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: true });
static ACCOUNT_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ARN_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 20, max: 2048, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
static ASSUMED_ROLE_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 2, max: 193, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static CONTEXT_ASSERTION_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 4, max: 3072, pattern: None, values: &[], is_sensitive: false });
static DATE_TYPE_LOWER_SHAPE: Shape = Shape::Timestamp;
static DURATION_SECONDS_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 900, max: 129600 };
static EXTERNAL_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 2, max: 1224, pattern: Some(&PATTERN_4), values: &[], is_sensitive: false });
static FEDERATED_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 2, max: 193, pattern: Some(&PATTERN_5), values: &[], is_sensitive: false });
static MINIMUM_SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 0, max: 4096 };
static NON_NEGATIVE_INTEGER_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 0, max: 2147483647 };
static POLICY_DESCRIPTOR_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY_DESCRIPTOR_TYPE), wire: "member", min: 0, max: u64::MAX });
static ROLE_DURATION_SECONDS_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 900, max: 43200 };
static ROLE_SESSION_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 2, max: 64, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
static SERIAL_NUMBER_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 9, max: 256, pattern: Some(&PATTERN_7), values: &[], is_sensitive: false });
static SESSION_POLICY_DOCUMENT_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
static SESSION_TOKEN_SIZE_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 0, max: 2147483647 };
static SESSION_TOKEN_UTILIZATION_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 0, max: 2147483647 };
static SOURCE_IDENTITY_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 2, max: 256, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
static TAG_KEY_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &TAG_KEY_TYPE_LOWER_SHAPE, wire: "member", min: 0, max: 50 });
static TAG_KEY_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_9), values: &[], is_sensitive: false });
static TAG_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: 50 });
static TAG_VALUE_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 256, pattern: Some(&PATTERN_10), values: &[], is_sensitive: false });
static TOKEN_CODE_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 6, max: 6, pattern: Some(&PATTERN_11), values: &[], is_sensitive: false });
static TOKEN_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: u64::MAX, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
static USER_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static USER_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 2, max: 32, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
