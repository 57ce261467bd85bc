//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Pattern, Shape, Structure, Text};

static PATTERN_8: Pattern = Pattern::new(r#"((/[A-Za-z0-9\.,\+@=_-]+)*)/"#, r#"\A(?:((/[A-Za-z0-9\.,\+@=_-]+)*)/)\z"#);
static PATTERN_7: Pattern = Pattern::new(
    r#"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)"#,
    r#"\A(?:(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+\x{002F}))\z"#,
);
static PATTERN_12: Pattern = Pattern::new(r#"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#, r#"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]*)\z"#);
static PATTERN_11: Pattern = Pattern::new(r#"[\p{L}\p{Z}\p{N}_.:/=+\-@]+"#, r#"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]+)\z"#);
static PATTERN_10: Pattern = Pattern::new(
    r#"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#,
    r#"\A(?:[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{00A1}-\x{00FF}]*)\z"#,
);
static PATTERN_5: Pattern =
    Pattern::new(r#"[\u0009\u000A\u000D\u0020-\u00FF]+"#, r#"\A(?:[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+)\z"#);
static PATTERN_4: Pattern = Pattern::new(r#"[\u0020-\u00FF]+"#, r#"\A(?:[\x{0020}-\x{00FF}]+)\z"#);
static PATTERN_1: Pattern = Pattern::new(r#"[\w+=,.@-]+"#, r#"\A(?:[A-Za-z0-9_+=,.@-]+)\z"#);
static PATTERN_2: Pattern = Pattern::new(r#"[\w]+"#, r#"\A(?:[A-Za-z0-9_]+)\z"#);
static PATTERN_6: Pattern = Pattern::new(r#"\u002F[\u0021-\u007F]*"#, r#"\A(?:\x{002F}[\x{0021}-\x{007F}]*)\z"#);
static PATTERN_3: Pattern = Pattern::new(
    r#"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"#,
    r#"\A(?:^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$)\z"#,
);
static PATTERN_9: Pattern =
    Pattern::new(r#"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?"#, r#"\A(?:v[1-9][0-9]*(\.[A-Za-z0-9-]*)?)\z"#);
pub static ACCESS_KEY: Structure = Structure {
    name: "AccessKey",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "AccessKeyId", shape: &ACCESS_KEY_ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Status", shape: &STATUS_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "SecretAccessKey", shape: &ACCESS_KEY_SECRET_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static ACCESS_KEY_LAST_USED: Structure = Structure {
    name: "AccessKeyLastUsed",
    members: &[
        Member { name: "LastUsedDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "ServiceName", shape: &STRING_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Region", shape: &STRING_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static ACCESS_KEY_METADATA: Structure = Structure {
    name: "AccessKeyMetadata",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AccessKeyId", shape: &ACCESS_KEY_ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Status", shape: &STATUS_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static ACTION_NAME_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &ACTION_NAME_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static ACTION_NAME_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 3, max: 128, pattern: None, values: &[], is_sensitive: false });
pub static ADD_USER_TO_GROUP_REQUEST: Structure = Structure {
    name: "AddUserToGroupRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static ATTACH_GROUP_POLICY_REQUEST: Structure = Structure {
    name: "AttachGroupPolicyRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static ATTACH_ROLE_POLICY_REQUEST: Structure = Structure {
    name: "AttachRolePolicyRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static ATTACH_USER_POLICY_REQUEST: Structure = Structure {
    name: "AttachUserPolicyRequest",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static ATTACHED_PERMISSIONS_BOUNDARY: Structure = Structure {
    name: "AttachedPermissionsBoundary",
    members: &[
        Member {
            name: "PermissionsBoundaryType",
            shape: &PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE_SHAPE,
            is_required: false,
        },
        Member { name: "PermissionsBoundaryArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static ATTACHED_POLICY: Structure = Structure {
    name: "AttachedPolicy",
    members: &[
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static ATTACHMENT_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static ATTACHMENT_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["user", "group", "role"], is_sensitive: false });
pub static CHANGE_PASSWORD_REQUEST: Structure = Structure {
    name: "ChangePasswordRequest",
    members: &[
        Member { name: "OldPassword", shape: &PASSWORD_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "NewPassword", shape: &PASSWORD_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
static COLUMN_NUMBER_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
pub static CONTEXT_ENTRY: Structure = Structure {
    name: "ContextEntry",
    members: &[
        Member { name: "ContextKeyName", shape: &CONTEXT_KEY_NAME_TYPE_SHAPE, is_required: false },
        Member { name: "ContextKeyValues", shape: &CONTEXT_KEY_VALUE_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "ContextKeyType", shape: &CONTEXT_KEY_TYPE_ENUM_SHAPE, is_required: false },
    ],
};
static CONTEXT_ENTRY_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&CONTEXT_ENTRY), wire: "member", min: 0, max: u64::MAX });
static CONTEXT_KEY_NAME_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 5, max: 256, pattern: None, values: &[], is_sensitive: false });
static CONTEXT_KEY_NAMES_RESULT_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &CONTEXT_KEY_NAME_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static CONTEXT_KEY_TYPE_ENUM_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "string",
        "stringList",
        "numeric",
        "numericList",
        "boolean",
        "booleanList",
        "ip",
        "ipList",
        "binary",
        "binaryList",
        "date",
        "dateList",
    ],
    is_sensitive: false,
});
static CONTEXT_KEY_VALUE_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &CONTEXT_KEY_VALUE_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static CONTEXT_KEY_VALUE_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static CREATE_ACCESS_KEY_REQUEST: Structure = Structure {
    name: "CreateAccessKeyRequest",
    members: &[Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static CREATE_ACCESS_KEY_RESPONSE: Structure = Structure {
    name: "CreateAccessKeyResponse",
    members: &[Member { name: "AccessKey", shape: &Shape::Structure(&ACCESS_KEY), is_required: true }],
};
pub static CREATE_ACCOUNT_ALIAS_REQUEST: Structure = Structure {
    name: "CreateAccountAliasRequest",
    members: &[Member { name: "AccountAlias", shape: &ACCOUNT_ALIAS_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static CREATE_GROUP_REQUEST: Structure = Structure {
    name: "CreateGroupRequest",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static CREATE_GROUP_RESPONSE: Structure = Structure {
    name: "CreateGroupResponse",
    members: &[Member { name: "Group", shape: &Shape::Structure(&GROUP), is_required: true }],
};
pub static CREATE_LOGIN_PROFILE_REQUEST: Structure = Structure {
    name: "CreateLoginProfileRequest",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Password", shape: &PASSWORD_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PasswordResetRequired", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MaxSigninSessionDuration",
            shape: &MAX_SIGNIN_SESSION_DURATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
    ],
};
pub static CREATE_LOGIN_PROFILE_RESPONSE: Structure = Structure {
    name: "CreateLoginProfileResponse",
    members: &[Member { name: "LoginProfile", shape: &Shape::Structure(&LOGIN_PROFILE), is_required: true }],
};
pub static CREATE_POLICY_REQUEST: Structure = Structure {
    name: "CreatePolicyRequest",
    members: &[
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Path", shape: &POLICY_PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Description", shape: &POLICY_DESCRIPTION_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static CREATE_POLICY_RESPONSE: Structure = Structure {
    name: "CreatePolicyResponse",
    members: &[Member { name: "Policy", shape: &Shape::Structure(&POLICY), is_required: false }],
};
pub static CREATE_POLICY_VERSION_REQUEST: Structure = Structure {
    name: "CreatePolicyVersionRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "SetAsDefault", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static CREATE_POLICY_VERSION_RESPONSE: Structure = Structure {
    name: "CreatePolicyVersionResponse",
    members: &[Member { name: "PolicyVersion", shape: &Shape::Structure(&POLICY_VERSION), is_required: false }],
};
pub static CREATE_ROLE_REQUEST: Structure = Structure {
    name: "CreateRoleRequest",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "AssumeRolePolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Description", shape: &ROLE_DESCRIPTION_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxSessionDuration", shape: &ROLE_MAX_SESSION_DURATION_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MaxSigninSessionDuration",
            shape: &MAX_SIGNIN_SESSION_DURATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
        Member { name: "PermissionsBoundary", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static CREATE_ROLE_RESPONSE: Structure = Structure {
    name: "CreateRoleResponse",
    members: &[Member { name: "Role", shape: &Shape::Structure(&ROLE), is_required: true }],
};
pub static CREATE_USER_REQUEST: Structure = Structure {
    name: "CreateUserRequest",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PermissionsBoundary", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static CREATE_USER_RESPONSE: Structure = Structure {
    name: "CreateUserResponse",
    members: &[Member { name: "User", shape: &Shape::Structure(&USER), is_required: false }],
};
pub static DELETE_ACCESS_KEY_REQUEST: Structure = Structure {
    name: "DeleteAccessKeyRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AccessKeyId", shape: &ACCESS_KEY_ID_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static DELETE_ACCOUNT_ALIAS_REQUEST: Structure = Structure {
    name: "DeleteAccountAliasRequest",
    members: &[Member { name: "AccountAlias", shape: &ACCOUNT_ALIAS_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static DELETE_GROUP_POLICY_REQUEST: Structure = Structure {
    name: "DeleteGroupPolicyRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static DELETE_GROUP_REQUEST: Structure = Structure {
    name: "DeleteGroupRequest",
    members: &[Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static DELETE_LOGIN_PROFILE_REQUEST: Structure = Structure {
    name: "DeleteLoginProfileRequest",
    members: &[Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static DELETE_POLICY_REQUEST: Structure = Structure {
    name: "DeletePolicyRequest",
    members: &[Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static DELETE_POLICY_VERSION_REQUEST: Structure = Structure {
    name: "DeletePolicyVersionRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "VersionId", shape: &POLICY_VERSION_ID_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST: Structure = Structure {
    name: "DeleteRolePermissionsBoundaryRequest",
    members: &[Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static DELETE_ROLE_POLICY_REQUEST: Structure = Structure {
    name: "DeleteRolePolicyRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static DELETE_ROLE_REQUEST: Structure = Structure {
    name: "DeleteRoleRequest",
    members: &[Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST: Structure = Structure {
    name: "DeleteUserPermissionsBoundaryRequest",
    members: &[Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static DELETE_USER_POLICY_REQUEST: Structure = Structure {
    name: "DeleteUserPolicyRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static DELETE_USER_REQUEST: Structure = Structure {
    name: "DeleteUserRequest",
    members: &[Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static DETACH_GROUP_POLICY_REQUEST: Structure = Structure {
    name: "DetachGroupPolicyRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static DETACH_ROLE_POLICY_REQUEST: Structure = Structure {
    name: "DetachRolePolicyRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static DETACH_USER_POLICY_REQUEST: Structure = Structure {
    name: "DetachUserPolicyRequest",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
static ENTITY_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"],
    is_sensitive: false,
});
static EVAL_DECISION_DETAILS_TYPE_SHAPE: Shape = Shape::Map(Map {
    key: &EVAL_DECISION_SOURCE_TYPE_SHAPE,
    value: &POLICY_EVALUATION_DECISION_TYPE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static EVAL_DECISION_SOURCE_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 3, max: 256, pattern: None, values: &[], is_sensitive: false });
pub static EVALUATION_RESULT: Structure = Structure {
    name: "EvaluationResult",
    members: &[
        Member { name: "EvalActionName", shape: &ACTION_NAME_TYPE_SHAPE, is_required: true },
        Member { name: "EvalResourceName", shape: &RESOURCE_NAME_TYPE_SHAPE, is_required: false },
        Member { name: "EvalDecision", shape: &POLICY_EVALUATION_DECISION_TYPE_SHAPE, is_required: true },
        Member { name: "MatchedStatements", shape: &STATEMENT_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "MissingContextValues", shape: &CONTEXT_KEY_NAMES_RESULT_LIST_TYPE_SHAPE, is_required: false },
        Member {
            name: "OrganizationsDecisionDetail",
            shape: &Shape::Structure(&ORGANIZATIONS_DECISION_DETAIL),
            is_required: false,
        },
        Member {
            name: "PermissionsBoundaryDecisionDetail",
            shape: &Shape::Structure(&PERMISSIONS_BOUNDARY_DECISION_DETAIL),
            is_required: false,
        },
        Member { name: "EvalDecisionDetails", shape: &EVAL_DECISION_DETAILS_TYPE_SHAPE, is_required: false },
        Member {
            name: "ResourceSpecificResults",
            shape: &RESOURCE_SPECIFIC_RESULT_LIST_TYPE_SHAPE,
            is_required: false,
        },
    ],
};
static EVALUATION_RESULTS_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&EVALUATION_RESULT), wire: "member", min: 0, max: u64::MAX });
pub static GET_ACCESS_KEY_LAST_USED_REQUEST: Structure = Structure {
    name: "GetAccessKeyLastUsedRequest",
    members: &[Member { name: "AccessKeyId", shape: &ACCESS_KEY_ID_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static GET_ACCESS_KEY_LAST_USED_RESPONSE: Structure = Structure {
    name: "GetAccessKeyLastUsedResponse",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AccessKeyLastUsed", shape: &Shape::Structure(&ACCESS_KEY_LAST_USED), is_required: false },
    ],
};
pub static GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST: Structure = Structure {
    name: "GetAccountAuthorizationDetailsRequest",
    members: &[
        Member { name: "Filter", shape: &ENTITY_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE: Structure = Structure {
    name: "GetAccountAuthorizationDetailsResponse",
    members: &[
        Member { name: "UserDetailList", shape: &USER_DETAIL_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "GroupDetailList", shape: &GROUP_DETAIL_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RoleDetailList", shape: &ROLE_DETAIL_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Policies", shape: &MANAGED_POLICY_DETAIL_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static GET_ACCOUNT_SUMMARY_RESPONSE: Structure = Structure {
    name: "GetAccountSummaryResponse",
    members: &[Member { name: "SummaryMap", shape: &SUMMARY_MAP_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static GET_GROUP_POLICY_REQUEST: Structure = Structure {
    name: "GetGroupPolicyRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_GROUP_POLICY_RESPONSE: Structure = Structure {
    name: "GetGroupPolicyResponse",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_GROUP_REQUEST: Structure = Structure {
    name: "GetGroupRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static GET_GROUP_RESPONSE: Structure = Structure {
    name: "GetGroupResponse",
    members: &[
        Member { name: "Group", shape: &Shape::Structure(&GROUP), is_required: true },
        Member { name: "Users", shape: &USER_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static GET_LOGIN_PROFILE_REQUEST: Structure = Structure {
    name: "GetLoginProfileRequest",
    members: &[Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static GET_LOGIN_PROFILE_RESPONSE: Structure = Structure {
    name: "GetLoginProfileResponse",
    members: &[Member { name: "LoginProfile", shape: &Shape::Structure(&LOGIN_PROFILE), is_required: true }],
};
pub static GET_POLICY_REQUEST: Structure = Structure {
    name: "GetPolicyRequest",
    members: &[Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static GET_POLICY_RESPONSE: Structure = Structure {
    name: "GetPolicyResponse",
    members: &[Member { name: "Policy", shape: &Shape::Structure(&POLICY), is_required: false }],
};
pub static GET_POLICY_VERSION_REQUEST: Structure = Structure {
    name: "GetPolicyVersionRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "VersionId", shape: &POLICY_VERSION_ID_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_POLICY_VERSION_RESPONSE: Structure = Structure {
    name: "GetPolicyVersionResponse",
    members: &[Member { name: "PolicyVersion", shape: &Shape::Structure(&POLICY_VERSION), is_required: false }],
};
pub static GET_ROLE_POLICY_REQUEST: Structure = Structure {
    name: "GetRolePolicyRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_ROLE_POLICY_RESPONSE: Structure = Structure {
    name: "GetRolePolicyResponse",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_ROLE_REQUEST: Structure = Structure {
    name: "GetRoleRequest",
    members: &[Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true }],
};
pub static GET_ROLE_RESPONSE: Structure = Structure {
    name: "GetRoleResponse",
    members: &[Member { name: "Role", shape: &Shape::Structure(&ROLE), is_required: true }],
};
pub static GET_USER_POLICY_REQUEST: Structure = Structure {
    name: "GetUserPolicyRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_USER_POLICY_RESPONSE: Structure = Structure {
    name: "GetUserPolicyResponse",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GET_USER_REQUEST: Structure = Structure {
    name: "GetUserRequest",
    members: &[Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static GET_USER_RESPONSE: Structure = Structure {
    name: "GetUserResponse",
    members: &[Member { name: "User", shape: &Shape::Structure(&USER), is_required: true }],
};
pub static GROUP: Structure = Structure {
    name: "Group",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "GroupId", shape: &ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static GROUP_DETAIL: Structure = Structure {
    name: "GroupDetail",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "GroupId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "GroupPolicyList", shape: &POLICY_DETAIL_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AttachedManagedPolicies", shape: &ATTACHED_POLICIES_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static INLINE_POLICY_IDENTIFIER_TYPE: Structure = Structure {
    name: "InlinePolicyIdentifierType",
    members: &[
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "AttachmentType", shape: &ATTACHMENT_TYPE_SHAPE, is_required: true },
        Member { name: "AttachmentName", shape: &ATTACHMENT_NAME_SHAPE, is_required: true },
    ],
};
pub static INSTANCE_PROFILE: Structure = Structure {
    name: "InstanceProfile",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "InstanceProfileName", shape: &INSTANCE_PROFILE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "InstanceProfileId", shape: &ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Roles", shape: &ROLE_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static LINE_NUMBER_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
pub static LIST_ACCESS_KEYS_REQUEST: Structure = Structure {
    name: "ListAccessKeysRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ACCESS_KEYS_RESPONSE: Structure = Structure {
    name: "ListAccessKeysResponse",
    members: &[
        Member { name: "AccessKeyMetadata", shape: &ACCESS_KEY_METADATA_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ACCOUNT_ALIASES_REQUEST: Structure = Structure {
    name: "ListAccountAliasesRequest",
    members: &[
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ACCOUNT_ALIASES_RESPONSE: Structure = Structure {
    name: "ListAccountAliasesResponse",
    members: &[
        Member { name: "AccountAliases", shape: &ACCOUNT_ALIAS_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ATTACHED_GROUP_POLICIES_REQUEST: Structure = Structure {
    name: "ListAttachedGroupPoliciesRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PathPrefix", shape: &POLICY_PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ATTACHED_GROUP_POLICIES_RESPONSE: Structure = Structure {
    name: "ListAttachedGroupPoliciesResponse",
    members: &[
        Member { name: "AttachedPolicies", shape: &ATTACHED_POLICIES_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ATTACHED_ROLE_POLICIES_REQUEST: Structure = Structure {
    name: "ListAttachedRolePoliciesRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PathPrefix", shape: &POLICY_PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ATTACHED_ROLE_POLICIES_RESPONSE: Structure = Structure {
    name: "ListAttachedRolePoliciesResponse",
    members: &[
        Member { name: "AttachedPolicies", shape: &ATTACHED_POLICIES_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ATTACHED_USER_POLICIES_REQUEST: Structure = Structure {
    name: "ListAttachedUserPoliciesRequest",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PathPrefix", shape: &POLICY_PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ATTACHED_USER_POLICIES_RESPONSE: Structure = Structure {
    name: "ListAttachedUserPoliciesResponse",
    members: &[
        Member { name: "AttachedPolicies", shape: &ATTACHED_POLICIES_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ENTITIES_FOR_POLICY_REQUEST: Structure = Structure {
    name: "ListEntitiesForPolicyRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "EntityFilter", shape: &ENTITY_TYPE_SHAPE, is_required: false },
        Member { name: "PathPrefix", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyUsageFilter", shape: &POLICY_USAGE_TYPE_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ENTITIES_FOR_POLICY_RESPONSE: Structure = Structure {
    name: "ListEntitiesForPolicyResponse",
    members: &[
        Member { name: "PolicyGroups", shape: &POLICY_GROUP_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "PolicyUsers", shape: &POLICY_USER_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "PolicyRoles", shape: &POLICY_ROLE_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_GROUP_POLICIES_REQUEST: Structure = Structure {
    name: "ListGroupPoliciesRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_GROUP_POLICIES_RESPONSE: Structure = Structure {
    name: "ListGroupPoliciesResponse",
    members: &[
        Member { name: "PolicyNames", shape: &POLICY_NAME_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_GROUPS_FOR_USER_REQUEST: Structure = Structure {
    name: "ListGroupsForUserRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_GROUPS_FOR_USER_RESPONSE: Structure = Structure {
    name: "ListGroupsForUserResponse",
    members: &[
        Member { name: "Groups", shape: &GROUP_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_GROUPS_REQUEST: Structure = Structure {
    name: "ListGroupsRequest",
    members: &[
        Member { name: "PathPrefix", shape: &PATH_PREFIX_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_GROUPS_RESPONSE: Structure = Structure {
    name: "ListGroupsResponse",
    members: &[
        Member { name: "Groups", shape: &GROUP_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_POLICIES_REQUEST: Structure = Structure {
    name: "ListPoliciesRequest",
    members: &[
        Member { name: "Scope", shape: &POLICY_SCOPE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "OnlyAttached", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PathPrefix", shape: &POLICY_PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyUsageFilter", shape: &POLICY_USAGE_TYPE_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_POLICIES_RESPONSE: Structure = Structure {
    name: "ListPoliciesResponse",
    members: &[
        Member { name: "Policies", shape: &POLICY_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_POLICY_TAGS_REQUEST: Structure = Structure {
    name: "ListPolicyTagsRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_POLICY_TAGS_RESPONSE: Structure = Structure {
    name: "ListPolicyTagsResponse",
    members: &[
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_POLICY_VERSIONS_REQUEST: Structure = Structure {
    name: "ListPolicyVersionsRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_POLICY_VERSIONS_RESPONSE: Structure = Structure {
    name: "ListPolicyVersionsResponse",
    members: &[
        Member { name: "Versions", shape: &POLICY_DOCUMENT_VERSION_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ROLE_POLICIES_REQUEST: Structure = Structure {
    name: "ListRolePoliciesRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ROLE_POLICIES_RESPONSE: Structure = Structure {
    name: "ListRolePoliciesResponse",
    members: &[
        Member { name: "PolicyNames", shape: &POLICY_NAME_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ROLE_TAGS_REQUEST: Structure = Structure {
    name: "ListRoleTagsRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ROLE_TAGS_RESPONSE: Structure = Structure {
    name: "ListRoleTagsResponse",
    members: &[
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ROLES_REQUEST: Structure = Structure {
    name: "ListRolesRequest",
    members: &[
        Member { name: "PathPrefix", shape: &PATH_PREFIX_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_ROLES_RESPONSE: Structure = Structure {
    name: "ListRolesResponse",
    members: &[
        Member { name: "Roles", shape: &ROLE_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_USER_POLICIES_REQUEST: Structure = Structure {
    name: "ListUserPoliciesRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_USER_POLICIES_RESPONSE: Structure = Structure {
    name: "ListUserPoliciesResponse",
    members: &[
        Member { name: "PolicyNames", shape: &POLICY_NAME_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_USER_TAGS_REQUEST: Structure = Structure {
    name: "ListUserTagsRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_USER_TAGS_RESPONSE: Structure = Structure {
    name: "ListUserTagsResponse",
    members: &[
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_USERS_REQUEST: Structure = Structure {
    name: "ListUsersRequest",
    members: &[
        Member { name: "PathPrefix", shape: &PATH_PREFIX_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_USERS_RESPONSE: Structure = Structure {
    name: "ListUsersResponse",
    members: &[
        Member { name: "Users", shape: &USER_LIST_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static LOGIN_PROFILE: Structure = Structure {
    name: "LoginProfile",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PasswordResetRequired", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MaxSigninSessionDuration",
            shape: &MAX_SIGNIN_SESSION_DURATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
    ],
};
pub static MANAGED_POLICY_DETAIL: Structure = Structure {
    name: "ManagedPolicyDetail",
    members: &[
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Path", shape: &POLICY_PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "DefaultVersionId", shape: &POLICY_VERSION_ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AttachmentCount", shape: &ATTACHMENT_COUNT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PermissionsBoundaryUsageCount", shape: &ATTACHMENT_COUNT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsAttachable", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Description", shape: &POLICY_DESCRIPTION_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "UpdateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyVersionList", shape: &POLICY_DOCUMENT_VERSION_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static MANAGED_POLICY_DETAIL_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&MANAGED_POLICY_DETAIL), wire: "member", min: 0, max: u64::MAX });
pub static ORGANIZATIONS_DECISION_DETAIL: Structure = Structure {
    name: "OrganizationsDecisionDetail",
    members: &[Member { name: "AllowedByOrganizations", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false }],
};
static PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["PermissionsBoundaryPolicy"],
    is_sensitive: false,
});
pub static PERMISSIONS_BOUNDARY_DECISION_DETAIL: Structure = Structure {
    name: "PermissionsBoundaryDecisionDetail",
    members: &[Member { name: "AllowedByPermissionsBoundary", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false }],
};
pub static POLICY: Structure = Structure {
    name: "Policy",
    members: &[
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Path", shape: &POLICY_PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "DefaultVersionId", shape: &POLICY_VERSION_ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AttachmentCount", shape: &ATTACHMENT_COUNT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PermissionsBoundaryUsageCount", shape: &ATTACHMENT_COUNT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsAttachable", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Description", shape: &POLICY_DESCRIPTION_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "UpdateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static POLICY_DETAIL: Structure = Structure {
    name: "PolicyDetail",
    members: &[
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static POLICY_EVALUATION_DECISION_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["allowed", "explicitDeny", "implicitDeny"],
    is_sensitive: false,
});
static POLICY_EXCLUSIONS_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY_IDENTIFIER), wire: "member", min: 0, max: 256 });
pub static POLICY_GROUP: Structure = Structure {
    name: "PolicyGroup",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "GroupId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static POLICY_GROUP_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY_GROUP), wire: "member", min: 0, max: u64::MAX });
pub static POLICY_IDENTIFIER: Structure = Structure {
    name: "PolicyIdentifier",
    members: &[
        Member { name: "PolicyType", shape: &POLICY_IDENTIFIER_POLICY_TYPE_SHAPE, is_required: false },
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "InlinePolicyIdentifier",
            shape: &Shape::Structure(&INLINE_POLICY_IDENTIFIER_TYPE),
            is_required: false,
        },
    ],
};
static POLICY_IDENTIFIER_POLICY_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["inline", "aws-managed", "user-managed", "permission-boundary", "scp", "rcp"],
    is_sensitive: false,
});
static POLICY_IDENTIFIER_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static POLICY_ROLE: Structure = Structure {
    name: "PolicyRole",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RoleId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static POLICY_ROLE_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY_ROLE), wire: "member", min: 0, max: u64::MAX });
static POLICY_SOURCE_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["user", "group", "role", "aws-managed", "user-managed", "resource", "none"],
    is_sensitive: false,
});
static POLICY_USAGE_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["PermissionsPolicy", "PermissionsBoundary"],
    is_sensitive: false,
});
pub static POLICY_USER: Structure = Structure {
    name: "PolicyUser",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "UserId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static POLICY_USER_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY_USER), wire: "member", min: 0, max: u64::MAX });
pub static POLICY_VERSION: Structure = Structure {
    name: "PolicyVersion",
    members: &[
        Member { name: "Document", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "VersionId", shape: &POLICY_VERSION_ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "IsDefaultVersion", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static POSITION: Structure = Structure {
    name: "Position",
    members: &[
        Member { name: "Line", shape: &LINE_NUMBER_SHAPE, is_required: false },
        Member { name: "Column", shape: &COLUMN_NUMBER_SHAPE, is_required: false },
    ],
};
pub static PUT_GROUP_POLICY_REQUEST: Structure = Structure {
    name: "PutGroupPolicyRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST: Structure = Structure {
    name: "PutRolePermissionsBoundaryRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PermissionsBoundary", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static PUT_ROLE_POLICY_REQUEST: Structure = Structure {
    name: "PutRolePolicyRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static PUT_USER_PERMISSIONS_BOUNDARY_REQUEST: Structure = Structure {
    name: "PutUserPermissionsBoundaryRequest",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PermissionsBoundary", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static PUT_USER_POLICY_REQUEST: Structure = Structure {
    name: "PutUserPolicyRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyName", shape: &POLICY_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static REMOVE_USER_FROM_GROUP_REQUEST: Structure = Structure {
    name: "RemoveUserFromGroupRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
static RESOURCE_HANDLING_OPTION_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 64, pattern: None, values: &[], is_sensitive: false });
static RESOURCE_NAME_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &RESOURCE_NAME_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static RESOURCE_NAME_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: None, values: &[], is_sensitive: false });
pub static RESOURCE_SPECIFIC_RESULT: Structure = Structure {
    name: "ResourceSpecificResult",
    members: &[
        Member { name: "EvalResourceName", shape: &RESOURCE_NAME_TYPE_SHAPE, is_required: true },
        Member { name: "EvalResourceDecision", shape: &POLICY_EVALUATION_DECISION_TYPE_SHAPE, is_required: true },
        Member { name: "MatchedStatements", shape: &STATEMENT_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "MissingContextValues", shape: &CONTEXT_KEY_NAMES_RESULT_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "EvalDecisionDetails", shape: &EVAL_DECISION_DETAILS_TYPE_SHAPE, is_required: false },
        Member {
            name: "PermissionsBoundaryDecisionDetail",
            shape: &Shape::Structure(&PERMISSIONS_BOUNDARY_DECISION_DETAIL),
            is_required: false,
        },
    ],
};
static RESOURCE_SPECIFIC_RESULT_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&RESOURCE_SPECIFIC_RESULT), wire: "member", min: 0, max: u64::MAX });
pub static ROLE: Structure = Structure {
    name: "Role",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "RoleId", shape: &ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "AssumeRolePolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Description", shape: &ROLE_DESCRIPTION_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxSessionDuration", shape: &ROLE_MAX_SESSION_DURATION_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MaxSigninSessionDuration",
            shape: &MAX_SIGNIN_SESSION_DURATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
        Member {
            name: "PermissionsBoundary",
            shape: &Shape::Structure(&ATTACHED_PERMISSIONS_BOUNDARY),
            is_required: false,
        },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RoleLastUsed", shape: &Shape::Structure(&ROLE_LAST_USED), is_required: false },
        Member { name: "SourceRoleTemplate", shape: &Shape::Structure(&SOURCE_ROLE_TEMPLATE), is_required: false },
    ],
};
pub static ROLE_DETAIL: Structure = Structure {
    name: "RoleDetail",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RoleId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AssumeRolePolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "InstanceProfileList", shape: &INSTANCE_PROFILE_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RolePolicyList", shape: &POLICY_DETAIL_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AttachedManagedPolicies", shape: &ATTACHED_POLICIES_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "PermissionsBoundary",
            shape: &Shape::Structure(&ATTACHED_PERMISSIONS_BOUNDARY),
            is_required: false,
        },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "RoleLastUsed", shape: &Shape::Structure(&ROLE_LAST_USED), is_required: false },
    ],
};
pub static ROLE_LAST_USED: Structure = Structure {
    name: "RoleLastUsed",
    members: &[
        Member { name: "LastUsedDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Region", shape: &STRING_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static SET_DEFAULT_POLICY_VERSION_REQUEST: Structure = Structure {
    name: "SetDefaultPolicyVersionRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "VersionId", shape: &POLICY_VERSION_ID_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static SIMULATE_POLICY_RESPONSE: Structure = Structure {
    name: "SimulatePolicyResponse",
    members: &[
        Member { name: "EvaluationResults", shape: &EVALUATION_RESULTS_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "IsTruncated", shape: &BOOLEAN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &RESPONSE_MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static SIMULATE_PRINCIPAL_POLICY_REQUEST: Structure = Structure {
    name: "SimulatePrincipalPolicyRequest",
    members: &[
        Member { name: "PolicySourceArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyInputList", shape: &SIMULATION_POLICY_LIST_TYPE_SHAPE, is_required: false },
        Member {
            name: "PermissionsBoundaryPolicyInputList",
            shape: &SIMULATION_POLICY_LIST_TYPE_SHAPE,
            is_required: false,
        },
        Member { name: "PolicyExclusionList", shape: &POLICY_EXCLUSIONS_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "ActionNames", shape: &ACTION_NAME_LIST_TYPE_SHAPE, is_required: true },
        Member { name: "ResourceArns", shape: &RESOURCE_NAME_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "ResourcePolicy", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "ResourceOwner", shape: &RESOURCE_NAME_TYPE_SHAPE, is_required: false },
        Member { name: "CallerArn", shape: &RESOURCE_NAME_TYPE_SHAPE, is_required: false },
        Member { name: "ContextEntries", shape: &CONTEXT_ENTRY_LIST_TYPE_SHAPE, is_required: false },
        Member { name: "ResourceHandlingOption", shape: &RESOURCE_HANDLING_OPTION_TYPE_SHAPE, is_required: false },
        Member { name: "MaxItems", shape: &MAX_ITEMS_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Marker", shape: &MARKER_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static SIMULATION_POLICY_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static SOURCE_ROLE_TEMPLATE: Structure = Structure {
    name: "SourceRoleTemplate",
    members: &[
        Member { name: "TemplateArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "TemplateMinorVersion", shape: &INTEGER_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static STATEMENT: Structure = Structure {
    name: "Statement",
    members: &[
        Member { name: "SourcePolicyId", shape: &POLICY_IDENTIFIER_TYPE_SHAPE, is_required: false },
        Member { name: "SourcePolicyType", shape: &POLICY_SOURCE_TYPE_SHAPE, is_required: false },
        Member { name: "StartPosition", shape: &Shape::Structure(&POSITION), is_required: false },
        Member { name: "EndPosition", shape: &Shape::Structure(&POSITION), is_required: false },
    ],
};
static STATEMENT_LIST_TYPE_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&STATEMENT), wire: "member", min: 0, max: u64::MAX });
pub static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "Key", shape: &TAG_KEY_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Value", shape: &TAG_VALUE_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static TAG_POLICY_REQUEST: Structure = Structure {
    name: "TagPolicyRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static TAG_ROLE_REQUEST: Structure = Structure {
    name: "TagRoleRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static TAG_USER_REQUEST: Structure = Structure {
    name: "TagUserRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static UNTAG_POLICY_REQUEST: Structure = Structure {
    name: "UntagPolicyRequest",
    members: &[
        Member { name: "PolicyArn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "TagKeys", shape: &TAG_KEY_LIST_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static UNTAG_ROLE_REQUEST: Structure = Structure {
    name: "UntagRoleRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "TagKeys", shape: &TAG_KEY_LIST_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static UNTAG_USER_REQUEST: Structure = Structure {
    name: "UntagUserRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "TagKeys", shape: &TAG_KEY_LIST_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static UPDATE_ACCESS_KEY_REQUEST: Structure = Structure {
    name: "UpdateAccessKeyRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AccessKeyId", shape: &ACCESS_KEY_ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Status", shape: &STATUS_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static UPDATE_ASSUME_ROLE_POLICY_REQUEST: Structure = Structure {
    name: "UpdateAssumeRolePolicyRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PolicyDocument", shape: &POLICY_DOCUMENT_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static UPDATE_GROUP_REQUEST: Structure = Structure {
    name: "UpdateGroupRequest",
    members: &[
        Member { name: "GroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "NewPath", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "NewGroupName", shape: &GROUP_NAME_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static UPDATE_LOGIN_PROFILE_REQUEST: Structure = Structure {
    name: "UpdateLoginProfileRequest",
    members: &[
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Password", shape: &PASSWORD_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "PasswordResetRequired", shape: &BOOLEAN_OBJECT_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MaxSigninSessionDuration",
            shape: &MAX_SIGNIN_SESSION_DURATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
        Member { name: "ResetMaxSigninSessionDuration", shape: &BOOLEAN_OBJECT_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static UPDATE_ROLE_DESCRIPTION_REQUEST: Structure = Structure {
    name: "UpdateRoleDescriptionRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Description", shape: &ROLE_DESCRIPTION_TYPE_LOWER_SHAPE, is_required: true },
    ],
};
pub static UPDATE_ROLE_DESCRIPTION_RESPONSE: Structure = Structure {
    name: "UpdateRoleDescriptionResponse",
    members: &[Member { name: "Role", shape: &Shape::Structure(&ROLE), is_required: false }],
};
pub static UPDATE_ROLE_REQUEST: Structure = Structure {
    name: "UpdateRoleRequest",
    members: &[
        Member { name: "RoleName", shape: &ROLE_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Description", shape: &ROLE_DESCRIPTION_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "MaxSessionDuration", shape: &ROLE_MAX_SESSION_DURATION_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "MaxSigninSessionDuration",
            shape: &MAX_SIGNIN_SESSION_DURATION_TYPE_LOWER_SHAPE,
            is_required: false,
        },
        Member { name: "ResetMaxSigninSessionDuration", shape: &BOOLEAN_OBJECT_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static UPDATE_ROLE_RESPONSE: Structure = Structure { name: "UpdateRoleResponse", members: &[] };
pub static UPDATE_USER_REQUEST: Structure = Structure {
    name: "UpdateUserRequest",
    members: &[
        Member { name: "UserName", shape: &EXISTING_USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "NewPath", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "NewUserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static USER: Structure = Structure {
    name: "User",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "UserId", shape: &ID_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: true },
        Member { name: "PasswordLastUsed", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "PermissionsBoundary",
            shape: &Shape::Structure(&ATTACHED_PERMISSIONS_BOUNDARY),
            is_required: false,
        },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
pub static USER_DETAIL: Structure = Structure {
    name: "UserDetail",
    members: &[
        Member { name: "Path", shape: &PATH_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "UserName", shape: &USER_NAME_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "UserId", shape: &ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "CreateDate", shape: &DATE_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "UserPolicyList", shape: &POLICY_DETAIL_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "GroupList", shape: &GROUP_NAME_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "AttachedManagedPolicies", shape: &ATTACHED_POLICIES_LIST_TYPE_LOWER_SHAPE, is_required: false },
        Member {
            name: "PermissionsBoundary",
            shape: &Shape::Structure(&ATTACHED_PERMISSIONS_BOUNDARY),
            is_required: false,
        },
        Member { name: "Tags", shape: &TAG_LIST_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static ACCESS_KEY_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 16, max: 128, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
static ACCESS_KEY_METADATA_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ACCESS_KEY_METADATA), wire: "member", min: 0, max: u64::MAX });
static ACCESS_KEY_SECRET_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: true });
static ACCOUNT_ALIAS_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &ACCOUNT_ALIAS_TYPE_LOWER_SHAPE, wire: "member", min: 0, max: u64::MAX });
static ACCOUNT_ALIAS_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 3, max: 63, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static ARN_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 20, max: 2048, pattern: None, values: &[], is_sensitive: false });
static ATTACHED_POLICIES_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ATTACHED_POLICY), wire: "member", min: 0, max: u64::MAX });
static ATTACHMENT_COUNT_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
static BOOLEAN_OBJECT_TYPE_LOWER_SHAPE: Shape = Shape::Boolean;
static BOOLEAN_TYPE_LOWER_SHAPE: Shape = Shape::Boolean;
static DATE_TYPE_LOWER_SHAPE: Shape = Shape::Timestamp;
static ENTITY_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &ENTITY_TYPE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static EXISTING_USER_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static GROUP_DETAIL_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&GROUP_DETAIL), wire: "member", min: 0, max: u64::MAX });
static GROUP_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&GROUP), wire: "member", min: 0, max: u64::MAX });
static GROUP_NAME_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &GROUP_NAME_TYPE_LOWER_SHAPE, wire: "member", min: 0, max: u64::MAX });
static GROUP_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 16, max: 128, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
static INSTANCE_PROFILE_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&INSTANCE_PROFILE), wire: "member", min: 0, max: u64::MAX });
static INSTANCE_PROFILE_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static INTEGER_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
static MARKER_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 320, pattern: Some(&PATTERN_4), values: &[], is_sensitive: false });
static MAX_ITEMS_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 1, max: 1000 };
static MAX_SIGNIN_SESSION_DURATION_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 3600, max: 7776000 };
static PASSWORD_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_5), values: &[], is_sensitive: true });
static PATH_PREFIX_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
static PATH_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_7), values: &[], is_sensitive: false });
static POLICY_DESCRIPTION_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1000, pattern: None, values: &[], is_sensitive: false });
static POLICY_DETAIL_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY_DETAIL), wire: "member", min: 0, max: u64::MAX });
static POLICY_DOCUMENT_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 131072, pattern: Some(&PATTERN_5), values: &[], is_sensitive: false });
static POLICY_DOCUMENT_VERSION_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY_VERSION), wire: "member", min: 0, max: u64::MAX });
static POLICY_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&POLICY), wire: "member", min: 0, max: u64::MAX });
static POLICY_NAME_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &POLICY_NAME_TYPE_LOWER_SHAPE, wire: "member", min: 0, max: u64::MAX });
static POLICY_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static POLICY_PATH_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
static POLICY_SCOPE_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["All", "AWS", "Local"], is_sensitive: false });
static POLICY_VERSION_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: Some(&PATTERN_9), values: &[], is_sensitive: false });
static RESPONSE_MARKER_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ROLE_DESCRIPTION_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1000, pattern: Some(&PATTERN_10), values: &[], is_sensitive: false });
static ROLE_DETAIL_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ROLE_DETAIL), wire: "member", min: 0, max: u64::MAX });
static ROLE_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ROLE), wire: "member", min: 0, max: u64::MAX });
static ROLE_MAX_SESSION_DURATION_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: 3600, max: 43200 };
static ROLE_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 64, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static STATUS_TYPE_LOWER_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["Active", "Inactive", "Expired"],
    is_sensitive: false,
});
static STRING_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static SUMMARY_KEY_TYPE_LOWER_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "Users",
        "UsersQuota",
        "Groups",
        "GroupsQuota",
        "ServerCertificates",
        "ServerCertificatesQuota",
        "UserPolicySizeQuota",
        "GroupPolicySizeQuota",
        "GroupsPerUserQuota",
        "SigningCertificatesPerUserQuota",
        "AccessKeysPerUserQuota",
        "MFADevices",
        "MFADevicesInUse",
        "AccountMFAEnabled",
        "AccountAccessKeysPresent",
        "AccountPasswordPresent",
        "AccountSigningCertificatesPresent",
        "AttachedPoliciesPerGroupQuota",
        "AttachedPoliciesPerRoleQuota",
        "AttachedPoliciesPerUserQuota",
        "Policies",
        "PoliciesQuota",
        "PolicySizeQuota",
        "PolicyVersionsInUse",
        "PolicyVersionsInUseQuota",
        "VersionsPerPolicyQuota",
        "GlobalEndpointTokenVersion",
        "AssumeRolePolicySizeQuota",
        "InstanceProfiles",
        "InstanceProfilesQuota",
        "Providers",
        "RolePolicySizeQuota",
        "Roles",
        "RolesQuota",
    ],
    is_sensitive: false,
});
static SUMMARY_MAP_TYPE_LOWER_SHAPE: Shape = Shape::Map(Map {
    key: &SUMMARY_KEY_TYPE_LOWER_SHAPE,
    value: &SUMMARY_VALUE_TYPE_LOWER_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static SUMMARY_VALUE_TYPE_LOWER_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
static TAG_KEY_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &TAG_KEY_TYPE_LOWER_SHAPE, wire: "member", min: 0, max: 50 });
static TAG_KEY_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_11), values: &[], is_sensitive: false });
static TAG_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: 50 });
static TAG_VALUE_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 256, pattern: Some(&PATTERN_12), values: &[], is_sensitive: false });
static USER_DETAIL_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&USER_DETAIL), wire: "member", min: 0, max: u64::MAX });
static USER_LIST_TYPE_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&USER), wire: "member", min: 0, max: u64::MAX });
static USER_NAME_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 64, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
