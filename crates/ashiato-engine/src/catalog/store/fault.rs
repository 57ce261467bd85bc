//! What a store refuses, in words that a person who runs statements reads: every store uses the same.

use crate::catalog::QualifiedName;
use crate::error::{Error, ErrorKind};
use std::fmt::Display;

/// `NotFound`: what is named is not there.
pub fn missing(what: &str, name: impl Display) -> Error {
    Error::new(ErrorKind::NotFound, format!("The {what} {name} does not exist"))
}

/// `Conflict`: the name is taken.
pub fn exists(what: &str, name: impl Display) -> Error {
    Error::new(ErrorKind::Conflict, format!("The {what} {name} already exists"))
}

/// `Conflict`: a table is no longer at the version that was read.
pub fn changed(table: &QualifiedName) -> Error {
    Error::new(ErrorKind::Conflict, format!("The table {table} was changed by another statement: run this one again"))
}
