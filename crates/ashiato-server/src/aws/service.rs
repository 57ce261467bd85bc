//! A service as its model describes it: names, protocol, and every one of its operations.

use super::schema::Structure;

/// The services of the port, those of S3 apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names of AWS's services")]
pub enum ServiceId {
    Athena,
    CloudTrail,
    CloudTrailData,
    CloudWatch,
    Glue,
    Iam,
    Kms,
    Logs,
    Sns,
    Sts,
}

/// A service.
#[derive(Debug)]
pub struct Service {
    /// Which.
    pub id: ServiceId,
    /// The name that its requests are signed for, such as `sts`.
    pub signing_name: &'static str,
    /// How its requests and answers are written. Where there are several ways, the one whose codes its errors have in all of
    /// them.
    pub protocol: Protocol,
    /// The other ways.
    pub also: &'static [Protocol],
    /// Of a service with other ways: each code of an error that is not the name of the error's shape, and that name.
    pub query_errors: &'static [(&'static str, &'static str)],
    /// All of its operations, by name.
    pub operations: &'static [Operation],
}

/// How requests and answers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// AWS JSON.
    Json {
        /// The last part of what precedes the operation in `X-Amz-Target`, such as `AmazonAthena`.
        target: &'static str,
        /// 1.0 or 1.1.
        version: &'static str,
    },
    /// Smithy RPC v2: the path names service and operation, bodies are CBOR.
    Cbor {
        /// The service's name in the path.
        service: &'static str,
    },
    /// A form in, XML out.
    Query {
        /// The XML namespace.
        namespace: &'static str,
        /// The only `Version`.
        version: &'static str,
    },
    /// Paths and JSON.
    RestJson,
}

/// An operation of a service's model.
#[derive(Debug)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// What becomes of a call.
    pub coverage: Coverage,
    /// Its input; `None` where it has none or is refused.
    pub input: Option<&'static Structure>,
    /// Its output, likewise.
    pub output: Option<&'static Structure>,
}

/// What becomes of a call to an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// It does what AWS's does.
    Built,
    /// The request is checked and kept, and read back, and changes nothing else.
    Stored,
    /// It is answered with the service's own error for what is not supported.
    Refused,
}

impl Service {
    /// Every way in which its requests may be written.
    pub fn protocols(&self) -> impl Iterator<Item = Protocol> {
        std::iter::once(self.protocol).chain(self.also.iter().copied())
    }

    /// The operation of this name.
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        let operations: &'static [Operation] = self.operations;
        operations.iter().find(|operation| operation.name == name)
    }
}
