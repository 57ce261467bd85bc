//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const ALREADY_EXISTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "AlreadyExistsException", status: 400, message_member: "message" };
pub const CLOUD_HSM_CLUSTER_INVALID_CONFIGURATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "CloudHsmClusterInvalidConfigurationException", status: 400, message_member: "message" };
pub const CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION: DeclaredError =
    DeclaredError { code: "CustomKeyStoreInvalidStateException", status: 400, message_member: "message" };
pub const CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "CustomKeyStoreNotFoundException", status: 400, message_member: "message" };
pub const DEPENDENCY_TIMEOUT_EXCEPTION: DeclaredError =
    DeclaredError { code: "DependencyTimeoutException", status: 500, message_member: "message" };
pub const DISABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "DisabledException", status: 400, message_member: "message" };
pub const DRY_RUN_OPERATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "DryRunOperationException", status: 400, message_member: "message" };
pub const INCORRECT_KEY_EXCEPTION: DeclaredError =
    DeclaredError { code: "IncorrectKeyException", status: 400, message_member: "message" };
pub const INVALID_ALIAS_NAME_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidAliasNameException", status: 400, message_member: "message" };
pub const INVALID_ARN_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidArnException", status: 400, message_member: "message" };
pub const INVALID_CIPHERTEXT_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidCiphertextException", status: 400, message_member: "message" };
pub const INVALID_GRANT_TOKEN_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidGrantTokenException", status: 400, message_member: "message" };
pub const INVALID_KEY_USAGE_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidKeyUsageException", status: 400, message_member: "message" };
pub const INVALID_MARKER_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidMarkerException", status: 400, message_member: "message" };
pub const KMS_INTERNAL_EXCEPTION: DeclaredError =
    DeclaredError { code: "KMSInternalException", status: 500, message_member: "message" };
pub const KMS_INVALID_STATE_EXCEPTION: DeclaredError =
    DeclaredError { code: "KMSInvalidStateException", status: 400, message_member: "message" };
pub const KEY_UNAVAILABLE_EXCEPTION: DeclaredError =
    DeclaredError { code: "KeyUnavailableException", status: 500, message_member: "message" };
pub const LIMIT_EXCEEDED_EXCEPTION: DeclaredError =
    DeclaredError { code: "LimitExceededException", status: 400, message_member: "message" };
pub const MALFORMED_POLICY_DOCUMENT_EXCEPTION: DeclaredError =
    DeclaredError { code: "MalformedPolicyDocumentException", status: 400, message_member: "message" };
pub const NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "NotFoundException", status: 400, message_member: "message" };
pub const TAG_EXCEPTION: DeclaredError = DeclaredError { code: "TagException", status: 400, message_member: "message" };
pub const UNSUPPORTED_OPERATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "UnsupportedOperationException", status: 400, message_member: "message" };
pub const XKS_KEY_ALREADY_IN_USE_EXCEPTION: DeclaredError =
    DeclaredError { code: "XksKeyAlreadyInUseException", status: 400, message_member: "message" };
pub const XKS_KEY_INVALID_CONFIGURATION_EXCEPTION: DeclaredError =
    DeclaredError { code: "XksKeyInvalidConfigurationException", status: 400, message_member: "message" };
pub const XKS_KEY_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "XksKeyNotFoundException", status: 400, message_member: "message" };
