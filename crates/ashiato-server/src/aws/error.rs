//! An error as AWS's services answer it.

use serde_json::Value;

/// An error that a service's model declares, or that all services share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeclaredError {
    /// `ResourceNotFoundException`; in query services without the suffix, as the model says.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The member that holds the sentence: `message`, in some models `Message`.
    pub message_member: &'static str,
}

impl DeclaredError {
    /// An error that all services share, with status 400.
    pub const fn shared(code: &'static str) -> DeclaredError {
        DeclaredError { code, status: 400, message_member: "message" }
    }

    /// This error, with the sentence that the client reads.
    pub fn because(self, message: impl Into<String>) -> Error {
        Error { declared: self, message: message.into(), members: Vec::new(), logged: None }
    }
}

/// An error on its way to the client.
#[derive(Debug, Clone)]
pub struct Error {
    /// Code and status.
    pub declared: DeclaredError,
    /// What the client reads.
    pub message: String,
    /// Further members of the error's shape, such as `AthenaErrorCode`.
    pub members: Vec<(&'static str, Value)>,
    /// What the log says and the client does not read.
    pub logged: Option<String>,
}

impl Error {
    /// With a further member of the error's shape.
    pub fn with(mut self, member: &'static str, value: impl Into<Value>) -> Error {
        self.members.push((member, value.into()));
        self
    }

    /// The server's own fault: the client reads no detail, the log does.
    pub fn internal(logged: impl Into<String>) -> Error {
        let declared = DeclaredError { code: "InternalFailure", status: 500, message_member: "message" };
        let message = "The request processing has failed because of an unknown error, exception or failure.";
        Error { logged: Some(logged.into()), ..declared.because(message) }
    }

    /// A body that is not what the protocol asks for.
    pub fn malformed(message: impl Into<String>) -> Error {
        DeclaredError::shared("SerializationException").because(message)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.declared.code, self.message)
    }
}

impl std::error::Error for Error {}
