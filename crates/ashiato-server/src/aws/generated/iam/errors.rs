//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const CONCURRENT_MODIFICATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "ConcurrentModification", status: 409, message_member: "message" };
pub const DELETE_CONFLICT_EXCEPTION: DeclaredError =
    DeclaredError { code: "DeleteConflict", status: 409, message_member: "message" };
pub const ENTITY_ALREADY_EXISTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "EntityAlreadyExists", status: 409, message_member: "message" };
pub const ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION: DeclaredError =
    DeclaredError { code: "EntityTemporarilyUnmodifiable", status: 409, message_member: "message" };
pub const INVALID_INPUT_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidInput", status: 400, message_member: "message" };
pub const INVALID_USER_TYPE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidUserType", status: 400, message_member: "message" };
pub const LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "LimitExceeded", status: 409, message_member: "message" };
pub const MALFORMED_POLICY_DOCUMENT_EXCEPTION: DeclaredError =
    DeclaredError { code: "MalformedPolicyDocument", status: 400, message_member: "message" };
pub const NO_SUCH_ENTITY_EXCEPTION: DeclaredError =
    DeclaredError { code: "NoSuchEntity", status: 404, message_member: "message" };
pub const PASSWORD_POLICY_VIOLATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "PasswordPolicyViolation", status: 400, message_member: "message" };
pub const POLICY_EVALUATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "PolicyEvaluation", status: 500, message_member: "message" };
pub const POLICY_NOT_ATTACHABLE_EXCEPTION: DeclaredError =
    DeclaredError { code: "PolicyNotAttachable", status: 400, message_member: "message" };
pub const SERVICE_FAILURE_EXCEPTION: DeclaredError =
    DeclaredError { code: "ServiceFailure", status: 500, message_member: "message" };
pub const UNMODIFIABLE_ENTITY_EXCEPTION: DeclaredError =
    DeclaredError { code: "UnmodifiableEntity", status: 400, message_member: "message" };
