//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const EXPIRED_TOKEN_EXCEPTION: DeclaredError =
    DeclaredError { code: "ExpiredTokenException", status: 400, message_member: "message" };
pub const INVALID_CONTEXT_ASSERTION_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidContextAssertion", status: 400, message_member: "message" };
pub const MALFORMED_POLICY_DOCUMENT_EXCEPTION: DeclaredError =
    DeclaredError { code: "MalformedPolicyDocument", status: 400, message_member: "message" };
pub const PACKED_POLICY_TOO_LARGE_EXCEPTION: DeclaredError =
    DeclaredError { code: "PackedPolicyTooLarge", status: 400, message_member: "message" };
pub const REGION_DISABLED_EXCEPTION: DeclaredError =
    DeclaredError { code: "RegionDisabledException", status: 403, message_member: "message" };
