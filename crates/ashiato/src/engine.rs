//! A stand-in with the engine's interface.

#![allow(dead_code)]

use arrow::array::RecordBatch;
use arrow::datatypes::DataType;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

pub(crate) struct SessionOptions {
    pub(crate) logs: Vec<String>,
    pub(crate) buckets: Vec<(String, PathBuf)>,
    pub(crate) from: Option<i64>,
    pub(crate) to: Option<i64>,
    pub(crate) late: Late,
    pub(crate) dedupe: bool,
    pub(crate) strict: bool,
    pub(crate) threads: Option<usize>,
    pub(crate) now: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Late {
    Within(Duration),
    All,
}

pub(crate) struct Session;

pub(crate) enum Statement {
    Query(()),
    Other,
}

pub(crate) struct Parsed {
    pub(crate) statement: Statement,
    pub(crate) text: String,
    pub(crate) line: u64,
    pub(crate) warnings: Vec<String>,
}

type Batches = Pin<Box<dyn futures::Stream<Item = Result<RecordBatch, Error>> + Send>>;

pub(crate) struct Answer {
    pub(crate) columns: Vec<OutputColumn>,
    pub(crate) kind: AnswerKind,
    pub(crate) stream: Batches,
}

pub(crate) struct OutputColumn {
    pub(crate) name: String,
    pub(crate) data_type: DataType,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnswerKind {
    Rows,
    Text,
    Done,
}

#[derive(Debug)]
pub(crate) struct Error(String);

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

pub(crate) fn of_execution(error: Error) -> Error {
    error
}

impl Session {
    pub(crate) fn open(_: SessionOptions) -> Result<Session, Error> {
        Ok(Session)
    }

    pub(crate) fn parse(&self, sql: &str) -> Result<Vec<Parsed>, Error> {
        let statement = if sql.starts_with("CREATE") { Statement::Other } else { Statement::Query(()) };
        Ok(vec![Parsed { statement, text: sql.to_string(), line: 1, warnings: Vec::new() }])
    }

    pub(crate) async fn run(&self, _: &Parsed) -> Result<Answer, Error> {
        Err(Error("this build holds no query engine".to_string()))
    }

    pub(crate) fn progress(&self) -> Arc<Progress> {
        Arc::default()
    }

    pub(crate) async fn coverage(&self) -> Coverage {
        Coverage::default()
    }

    pub(crate) fn take_warnings(&self) -> Vec<String> {
        Vec::new()
    }
}

#[derive(Debug, Default)]
pub(crate) struct Progress;

impl Progress {
    pub(crate) fn now(&self) -> ProgressNow {
        ProgressNow::default()
    }
}

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ProgressNow {
    pub(crate) files_total: u64,
    pub(crate) files_done: u64,
    pub(crate) bytes_total: u64,
    pub(crate) bytes_done: u64,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Coverage {
    pub(crate) files_matched: u64,
    pub(crate) files_pruned: u64,
    pub(crate) files_read: u64,
    pub(crate) files_without_needle: u64,
    pub(crate) files_of_other_kinds: u64,
    pub(crate) files_not_needed: u64,
    pub(crate) bytes_stored: u64,
    pub(crate) bytes_text: u64,
    pub(crate) records: u64,
    pub(crate) records_refused: u64,
    pub(crate) duplicates: Option<u64>,
    pub(crate) damaged: Vec<Damaged>,
    pub(crate) event_times: Option<(i64, i64)>,
    pub(crate) delivered: Option<(i64, i64)>,
    pub(crate) late: Option<Late>,
    pub(crate) notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Damaged {
    pub(crate) name: String,
    pub(crate) reason: String,
}

impl Coverage {
    pub(crate) fn has_gaps(&self) -> bool {
        !self.damaged.is_empty() || self.records_refused > 0
    }
}
