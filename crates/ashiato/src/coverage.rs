//! The statement of what an answer was computed from: lines for people on stderr, JSON for programs.

mod document;
mod lines;

pub(crate) use document::document;
pub(crate) use lines::{lines, written};
