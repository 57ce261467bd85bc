//! What the command uses of the engine and of the dialects.

pub(crate) use ashiato_engine::answer::AnswerKind;
#[cfg(test)]
pub(crate) use ashiato_engine::coverage::Damaged;
pub(crate) use ashiato_engine::failure::of_execution;
pub(crate) use ashiato_engine::{Answer, Coverage, Late, Progress, Session, SessionOptions, Written};
pub(crate) use ashiato_sql::statement::{Explain, ExplainFormat, ExplainOf, Parsed, Statement};
