//! From an engine's error to Athena's account of it (Athena's user guide, "Athena error catalog").

use ashiato_engine::{Error, ErrorKind};

use super::callers_buckets::Trouble;
use super::outcome::Failed;

const SYSTEM: u8 = 1;
const USER: u8 = 2;

const RESOURCES_EXHAUSTED: u16 = 0;
const ENGINE_INTERNAL: u16 = 200;
const RESULTS_NOT_WRITTEN: u16 = 401;
const USER_ERROR: u16 = 1000;
const DATA_ERROR: u16 = 1001;
const DDL_FAILED: u16 = 1003;
const SYNTAX_ERROR: u16 = 1006;
const INVALID_ARGUMENT: u16 = 1100;

/// Why a statement failed.
pub(super) fn of(error: &Error, statement_type: &str, memory_bytes: usize) -> Failed {
    let message = worded(&error.message, memory_bytes);
    let code = message.split(':').next().unwrap_or_default();
    let (category, error_type, is_retryable) = match (error.kind, code) {
        (_, "EXCEEDED_MEMORY_LIMIT") => (SYSTEM, RESOURCES_EXHAUSTED, false),
        (ErrorKind::Internal, _) => (SYSTEM, ENGINE_INTERNAL, false),
        (ErrorKind::Unavailable, _) => (SYSTEM, ENGINE_INTERNAL, true),
        (ErrorKind::Corrupt, _) => (USER, DATA_ERROR, false),
        (_, "SYNTAX_ERROR" | "COLUMN_NOT_FOUND" | "TABLE_NOT_FOUND" | "SCHEMA_NOT_FOUND" | "TYPE_MISMATCH") => {
            (USER, SYNTAX_ERROR, false)
        }
        (_, "INVALID_FUNCTION_ARGUMENT" | "INVALID_PARAMETER_USAGE" | "INVALID_CAST_ARGUMENT") => {
            (USER, INVALID_ARGUMENT, false)
        }
        (ErrorKind::Conflict, _) => (USER, USER_ERROR, true),
        _ if statement_type == "DDL" => (USER, DDL_FAILED, false),
        _ => (USER, USER_ERROR, false),
    };
    Failed { category, error_type, is_retryable, message }
}

/// The engine's sentences speak to who runs the command; here no option can be given.
fn worded(message: &str, memory_bytes: usize) -> String {
    if message.starts_with("EXCEEDED_MEMORY_LIMIT") {
        let megabytes = memory_bytes >> 20;
        return format!("EXCEEDED_MEMORY_LIMIT: Query exceeded the memory limit of {megabytes} MB for one query");
    }
    // What a caller is denied comes through the planner as an error of a table's provider.
    let message = match message.strip_prefix("GENERIC_USER_ERROR: ") {
        Some(denial) if denial.starts_with("PERMISSION_DENIED") => denial,
        _ => message,
    };
    match message.find(" (to use a folder in place of the bucket") {
        Some(end) => message[..end].to_string(),
        None => message.to_string(),
    }
}

/// The caller may not read or write what the query does, or the store of the objects failed.
pub(super) fn of_trouble(trouble: &Trouble) -> Failed {
    match trouble {
        Trouble::Denied(sentence) => {
            let message = format!("PERMISSION_DENIED: Access denied. {sentence}");
            Failed { category: USER, error_type: USER_ERROR, is_retryable: false, message }
        }
        Trouble::Store(sentence) => {
            let message = format!("OBJECT_STORE_ERROR: {sentence}");
            Failed { category: SYSTEM, error_type: ENGINE_INTERNAL, is_retryable: true, message }
        }
    }
}

/// The result could not be written.
pub(super) fn of_results(uri: &str, error: &object_store::Error) -> Failed {
    let why = match error {
        object_store::Error::NotFound { .. } => "the bucket does not exist".to_string(),
        error => error.to_string(),
    };
    let message = format!("Unable to write the query results to {uri}: {why}");
    Failed { category: SYSTEM, error_type: RESULTS_NOT_WRITTEN, is_retryable: true, message }
}

/// A fault of the program's own.
pub(super) fn internal(message: impl Into<String>) -> Failed {
    Failed { category: SYSTEM, error_type: ENGINE_INTERNAL, is_retryable: false, message: message.into() }
}

/// A server ended while the query ran or waited.
pub(crate) fn interrupted(message: &str) -> Failed {
    Failed { category: SYSTEM, error_type: ENGINE_INTERNAL, is_retryable: true, message: message.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_have_their_numbers() {
        let check = |kind: ErrorKind, message: &str, statement_type: &str, expected: (u8, u16, bool)| {
            let failed = of(&Error::new(kind, message), statement_type, 1 << 20);
            assert_eq!((failed.category, failed.error_type, failed.is_retryable), expected, "{message}");
        };
        check(ErrorKind::NotFound, "TABLE_NOT_FOUND: line 1:15: Table 'x'", "DML", (2, 1006, false));
        check(ErrorKind::Invalid, "TABLE_ALREADY_EXISTS: x", "DDL", (2, 1003, false));
        check(ErrorKind::Invalid, "DIVISION_BY_ZERO: Division by zero", "DML", (2, 1000, false));
        check(ErrorKind::Unavailable, "EXCEEDED_MEMORY_LIMIT: the rows", "DML", (1, 0, false));
        check(ErrorKind::Internal, "INTERNAL_ERROR: x", "DML", (1, 200, false));
    }

    #[test]
    fn no_option_of_the_command_is_named() {
        let told = of(&Error::new(ErrorKind::Unavailable, "EXCEEDED_MEMORY_LIMIT: allow --memory"), "DML", 256 << 20);
        assert_eq!(told.message, "EXCEEDED_MEMORY_LIMIT: Query exceeded the memory limit of 256 MB for one query");
    }
}
