//! Whole statements over logs, in both dialects' words: every `.slt` file below `tests/slt`, each in a session of its own.

use super::rows;
use super::seeds::{bucket, logs};
use ashiato_engine::{Error, Session};
use sqllogictest::{AsyncDB, DBOutput, DefaultColumnType, Runner};
use std::path::Path;

struct Slt(Session);

#[async_trait::async_trait]
impl AsyncDB for Slt {
    type Error = Error;
    type ColumnType = DefaultColumnType;

    async fn run(&mut self, sql: &str) -> Result<DBOutput<DefaultColumnType>, Error> {
        let rows = rows(&self.0, sql).await?;
        let columns = rows.first().map_or(0, Vec::len);
        Ok(DBOutput::Rows { types: vec![DefaultColumnType::Any; columns], rows })
    }

    async fn shutdown(&mut self) {}

    fn engine_name(&self) -> &str {
        "ashiato"
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_statement_answers_as_its_case_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slt");
    let mut failures = Vec::new();
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the cases are there").map(|entry| entry.expect("readable").path()).collect();
    files.sort();
    for file in &files {
        let root = bucket();
        let mut runner = Runner::new(async || Session::open(logs(root.path())).map(Slt));
        if let Err(failure) = runner.run_file_async(file).await {
            failures.push(format!("{}: {failure}", file.display()));
        }
    }
    assert!(files.len() >= 2 && failures.is_empty(), "{}", failures.join("\n\n"));
}
