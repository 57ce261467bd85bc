//! A refused signature in the words of each protocol.
//!
//! Source: "Common Errors" of each service's API reference, and "Error responses" of Amazon S3's.

use crate::aws::service::Protocol;
use crate::aws::{DeclaredError, Error};
use crate::signature::Failure;

/// A target or a scope that no service of this port has.
pub(super) fn unknown_operation() -> Error {
    DeclaredError::shared("UnknownOperationException").because("The operation is not one of this endpoint's.")
}

/// The journal has no room for the record of another call.
pub(super) fn throttled(protocol: Protocol) -> Error {
    let code = match protocol {
        Protocol::Query { .. } => "Throttling",
        _ => "ThrottlingException",
    };
    DeclaredError::shared(code).because("Rate exceeded")
}

/// What a service of operations answers to a refused signature.
pub(crate) fn refusal(failure: &Failure, protocol: Protocol) -> Error {
    let is_query = matches!(protocol, Protocol::Query { .. });
    let say = |query: &'static str, query_status: u16, json: &'static str, message: &str| {
        let (code, status) = if is_query { (query, query_status) } else { (json, 400) };
        DeclaredError { code, status, message_member: "message" }.because(message)
    };
    match failure {
        Failure::Missing => say(
            "MissingAuthenticationToken",
            403,
            "MissingAuthenticationTokenException",
            "Request is missing Authentication Token",
        ),
        Failure::Incomplete(why) => say("IncompleteSignature", 403, "IncompleteSignatureException", why),
        Failure::Expires(why) => say("IncompleteSignature", 403, "IncompleteSignatureException", why),
        Failure::UnknownKey(_) | Failure::WrongToken => say(
            "InvalidClientTokenId",
            403,
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
        ),
        Failure::ExpiredToken => {
            say("ExpiredToken", 403, "ExpiredTokenException", "The security token included in the request is expired")
        }
        Failure::Skewed(why) => say("SignatureDoesNotMatch", 403, "InvalidSignatureException", why),
        Failure::PresignedExpired => say("RequestExpired", 400, "RequestExpired", "Request has expired."),
        Failure::Unsigned(name) => {
            let why = format!("'{name}' must be a 'SignedHeader' in the AWS Authorization.");
            say("SignatureDoesNotMatch", 403, "InvalidSignatureException", &why)
        }
        Failure::Mismatch => say(
            "SignatureDoesNotMatch",
            403,
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret \
             Access Key and signing method. Consult the service documentation for details.",
        ),
        Failure::WrongService(name) => {
            let why = format!("Credential should be scoped to correct service: '{name}'.");
            say("SignatureDoesNotMatch", 403, "InvalidSignatureException", &why)
        }
        Failure::Unavailable(why) => Error::internal(format!("look up an access key: {why}")),
    }
}

/// What S3 answers to a refused signature.
pub fn s3_refusal(failure: &Failure) -> Error {
    let say = |code, status, message: &str| DeclaredError { code, status, message_member: "message" }.because(message);
    match failure {
        Failure::Missing => say("AccessDenied", 403, "Access Denied"),
        Failure::Incomplete(why) => say("AuthorizationHeaderMalformed", 400, why),
        Failure::Expires(why) => say("AuthorizationQueryParametersError", 400, why),
        Failure::UnknownKey(id) => {
            let error =
                say("InvalidAccessKeyId", 403, "The AWS Access Key Id you provided does not exist in our records.");
            error.with("AWSAccessKeyId", id.as_str())
        }
        Failure::WrongToken => say("InvalidToken", 400, "The provided token is malformed or otherwise invalid."),
        Failure::ExpiredToken => say("ExpiredToken", 400, "The provided token has expired."),
        Failure::Skewed(_) => say(
            "RequestTimeTooSkewed",
            403,
            "The difference between the request time and the current time is too large.",
        ),
        Failure::PresignedExpired => say("AccessDenied", 403, "Request has expired"),
        Failure::Unsigned(name) => {
            let why = "There were headers present in the request which were not signed";
            say("AccessDenied", 403, why).with("HeadersNotSigned", name.as_str())
        }
        Failure::Mismatch | Failure::WrongService(_) => say(
            "SignatureDoesNotMatch",
            403,
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        ),
        Failure::Unavailable(why) => Error {
            logged: Some(format!("look up an access key: {why}")),
            ..say("InternalError", 500, "We encountered an internal error. Please try again.")
        },
    }
}
