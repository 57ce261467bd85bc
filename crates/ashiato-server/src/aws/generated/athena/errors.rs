//! The errors that this service's served operations declare.

use crate::aws::DeclaredError;

pub const INTERNAL_SERVER_EXCEPTION: DeclaredError =
    DeclaredError { code: "InternalServerException", status: 500, message_member: "Message" };
pub const INVALID_REQUEST_EXCEPTION: DeclaredError =
    DeclaredError { code: "InvalidRequestException", status: 400, message_member: "Message" };
pub const METADATA_EXCEPTION: DeclaredError =
    DeclaredError { code: "MetadataException", status: 400, message_member: "Message" };
pub const RESOURCE_NOT_FOUND_EXCEPTION: DeclaredError =
    DeclaredError { code: "ResourceNotFoundException", status: 400, message_member: "Message" };
pub const TOO_MANY_REQUESTS_EXCEPTION: DeclaredError =
    DeclaredError { code: "TooManyRequestsException", status: 400, message_member: "Message" };
