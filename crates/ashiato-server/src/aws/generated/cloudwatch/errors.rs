//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const CONCURRENT_MODIFICATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "ConcurrentModificationException", status: 429, message_member: "message" };
pub const CONFLICT_EXCEPTION: DeclaredError =
    DeclaredError { code: "ConflictException", status: 409, message_member: "Message" };
pub const INTERNAL_SERVICE_FAULT: DeclaredError =
    DeclaredError { code: "InternalServiceError", status: 500, message_member: "Message" };
pub const INVALID_FORMAT_FAULT: DeclaredError =
    DeclaredError { code: "InvalidFormat", status: 400, message_member: "message" };
pub const INVALID_NEXT_TOKEN: DeclaredError =
    DeclaredError { code: "InvalidNextToken", status: 400, message_member: "message" };
pub const INVALID_PARAMETER_COMBINATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidParameterCombination", status: 400, message_member: "message" };
pub const INVALID_PARAMETER_VALUE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidParameterValue", status: 400, message_member: "message" };
pub const LIMIT_EXCEEDED_FAULT: DeclaredError =
    DeclaredError { code: "LimitExceeded", status: 400, message_member: "message" };
pub const MISSING_REQUIRED_PARAMETER_EXCEPTION: DeclaredError =
    DeclaredError { code: "MissingParameter", status: 400, message_member: "message" };
pub const RESOURCE_CONFLICT: DeclaredError =
    DeclaredError { code: "ResourceConflict", status: 409, message_member: "message" };
pub const RESOURCE_NOT_FOUND: DeclaredError =
    DeclaredError { code: "ResourceNotFound", status: 404, message_member: "message" };
pub const RESOURCE_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceNotFoundException", status: 404, message_member: "message" };
