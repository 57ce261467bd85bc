//! Services that were of the query protocol alone and now have others keep the codes of their errors: JSON and CBOR name the
//! error's shape, and a header tells the code beside it.
//!
//! Source: Smithy's `awsQueryCompatible` trait.

use crate::aws::Error;
use crate::aws::service::Service;

/// By this header a client asks to be told the codes.
pub const MODE_HEADER: &str = "x-amzn-query-mode";
/// The header that tells the code, and whose fault it is.
pub const ERROR_HEADER: &str = "x-amzn-query-error";

/// What all services answer: the code of the query protocol, and the shape that the others name.
const SHARED: &[(&str, &str)] = &[
    ("AccessDenied", "AccessDeniedException"),
    ("ExpiredToken", "ExpiredTokenException"),
    ("IncompleteSignature", "IncompleteSignatureException"),
    ("InvalidAction", "UnknownOperationException"),
    ("InvalidClientTokenId", "UnrecognizedClientException"),
    ("MalformedInput", "SerializationException"),
    ("MissingAuthenticationToken", "MissingAuthenticationTokenException"),
    ("SignatureDoesNotMatch", "InvalidSignatureException"),
    ("Throttling", "ThrottlingException"),
    ("UnsupportedOperation", "UnsupportedOperationException"),
];

/// The name of an error's shape.
pub fn shape(service: &Service, error: &Error) -> &'static str {
    let code = error.declared.code;
    let mut named = service.query_errors.iter().chain(SHARED);
    named.find(|(of, _)| *of == code).map_or(code, |(_, shape)| shape)
}

/// What [`ERROR_HEADER`] says.
pub fn header(error: &Error) -> String {
    let fault = if error.declared.status < 500 { "Sender" } else { "Receiver" };
    format!("{};{fault}", error.declared.code)
}
