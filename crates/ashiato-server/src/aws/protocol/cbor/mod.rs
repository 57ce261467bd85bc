//! Smithy RPC v2 CBOR: the path names service and operation, the body is a CBOR map.
//!
//! Source: "Smithy RPC v2 CBOR protocol" of Smithy's specification, and RFC 8949.

mod read;
mod write;
#[cfg(test)]
mod tests;

pub use read::decode;
pub use write::{encode, error};

/// The content type of bodies.
pub const CONTENT_TYPE: &str = "application/cbor";
/// The header that says which protocol a request is of, and an answer.
pub const PROTOCOL_HEADER: &str = "smithy-protocol";
/// What it says.
pub const PROTOCOL: &str = "rpc-v2-cbor";

/// Service and operation, of `/service/SERVICE/operation/OPERATION`.
pub fn target(path: &str) -> Option<(&str, &str)> {
    let (service, operation) = path.strip_prefix("/service/")?.split_once("/operation/")?;
    let is_name = |name: &str| !name.is_empty() && !name.contains('/');
    (is_name(service) && is_name(operation)).then_some((service, operation))
}
