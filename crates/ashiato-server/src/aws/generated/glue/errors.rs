//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const ACCESS_DENIED_EXCEPTION: DeclaredError =
    DeclaredError { code: "AccessDeniedException", status: 400, message_member: "Message" };
pub const ALREADY_EXISTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "AlreadyExistsException", status: 400, message_member: "Message" };
pub const CONCURRENT_MODIFICATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "ConcurrentModificationException", status: 400, message_member: "Message" };
pub const CONFLICT_EXCEPTION: DeclaredError =
    DeclaredError { code: "ConflictException", status: 400, message_member: "Message" };
pub const ENTITY_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "EntityNotFoundException", status: 400, message_member: "Message" };
pub const FEDERATED_RESOURCE_ALREADY_EXISTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "FederatedResourceAlreadyExistsException", status: 400, message_member: "Message" };
pub const FEDERATION_SOURCE_EXCEPTION: DeclaredError =
    DeclaredError { code: "FederationSourceException", status: 400, message_member: "Message" };
pub const FEDERATION_SOURCE_RETRYABLE_EXCEPTION: DeclaredError =
    DeclaredError { code: "FederationSourceRetryableException", status: 400, message_member: "Message" };
pub const GLUE_ENCRYPTION_EXCEPTION: DeclaredError =
    DeclaredError { code: "GlueEncryptionException", status: 400, message_member: "Message" };
pub const INTERNAL_SERVICE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InternalServiceException", status: 500, message_member: "Message" };
pub const INVALID_INPUT_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidInputException", status: 400, message_member: "Message" };
pub const INVALID_STATE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidStateException", status: 400, message_member: "Message" };
pub const OPERATION_TIMEOUT_EXCEPTION: DeclaredError =
    DeclaredError { code: "OperationTimeoutException", status: 400, message_member: "Message" };
pub const RESOURCE_NOT_READY_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceNotReadyException", status: 400, message_member: "Message" };
pub const RESOURCE_NUMBER_LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceNumberLimitExceededException", status: 400, message_member: "Message" };
