//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const DATA_ALREADY_ACCEPTED_EXCEPTION: DeclaredError =
    DeclaredError { code: "DataAlreadyAcceptedException", status: 400, message_member: "message" };
pub const INVALID_OPERATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidOperationException", status: 400, message_member: "message" };
pub const INVALID_PARAMETER_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidParameterException", status: 400, message_member: "message" };
pub const INVALID_SEQUENCE_TOKEN_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidSequenceTokenException", status: 400, message_member: "message" };
pub const LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "LimitExceededException", status: 400, message_member: "message" };
pub const OPERATION_ABORTED_EXCEPTION: DeclaredError =
    DeclaredError { code: "OperationAbortedException", status: 400, message_member: "message" };
pub const RESOURCE_ALREADY_EXISTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceAlreadyExistsException", status: 400, message_member: "message" };
pub const RESOURCE_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceNotFoundException", status: 400, message_member: "message" };
pub const SERVICE_UNAVAILABLE_EXCEPTION: DeclaredError =
    DeclaredError { code: "ServiceUnavailableException", status: 500, message_member: "message" };
pub const TOO_MANY_TAGS_EXCEPTION: DeclaredError =
    DeclaredError { code: "TooManyTagsException", status: 400, message_member: "message" };
pub const UNRECOGNIZED_CLIENT_EXCEPTION: DeclaredError =
    DeclaredError { code: "UnrecognizedClientException", status: 400, message_member: "message" };
pub const VALIDATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "ValidationException", status: 400, message_member: "message" };
