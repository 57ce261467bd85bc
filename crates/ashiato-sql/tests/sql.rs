//! The dialects' cases: every `.slt` file below `tests/slt`, run in a session of the dialects.

use ashiato_sql::session::plan;
use ashiato_sql::statement::{Dialect, Statement};
use datafusion::error::DataFusionError;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use sqllogictest::{AsyncDB, DBOutput, DefaultColumnType, Runner};
use std::path::{Path, PathBuf};

#[path = "sql/arbitrary.rs"]
mod arbitrary;
#[path = "sql/coverage_page.rs"]
mod coverage_page;
#[path = "sql/logs.rs"]
mod logs;
#[path = "sql/names.rs"]
mod names;
#[path = "sql/scripts.rs"]
mod scripts;

struct Session(SessionContext);

#[derive(Debug)]
struct Failure(String);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

fn failure(error: impl std::fmt::Display) -> Failure {
    Failure(error.to_string())
}

/// An error of execution in the dialects' words, as the engine gives it.
fn worded(error: DataFusionError) -> Failure {
    if let Some(ours) = ashiato_sql::failure::of(&error) {
        return failure(ours);
    }
    match ashiato_sql::planning_error::in_words_of_trino(&error) {
        Some(known) => failure(known),
        None => failure(error),
    }
}

impl Session {
    fn new() -> Session {
        let config = ashiato_sql::session::dialect_config(SessionConfig::new().with_target_partitions(2));
        let state = ashiato_sql::session::dialect_state(SessionStateBuilder::new().with_config(config)).build();
        let context = SessionContext::new_with_state(state);
        context.register_batch("logs", logs::batch()).expect("a table in memory can be registered");
        Session(context)
    }
}

#[async_trait::async_trait]
impl AsyncDB for Session {
    type Error = Failure;
    type ColumnType = DefaultColumnType;

    async fn run(&mut self, sql: &str) -> Result<DBOutput<DefaultColumnType>, Failure> {
        let parsed = ashiato_sql::parse::parse_one(sql).map_err(failure)?;
        let Statement::Query(query) = parsed.statement else {
            return Err(Failure(format!("only queries are run here: {sql}")));
        };
        let plan = plan(&self.0.state(), &query, Dialect::Athena).await.map_err(failure)?.plan;
        let answer = self.0.execute_logical_plan(plan).await.map_err(worded)?;
        let batches = answer.collect().await.map_err(worded)?;
        let mut rows = Vec::new();
        let mut columns = 0;
        for batch in batches {
            columns = batch.num_columns();
            let columns = batch.columns().iter().map(ashiato_sql::display::Formatter::try_new);
            let columns = columns.collect::<Result<Vec<_>, _>>().map_err(failure)?;
            for row in 0..batch.num_rows() {
                let text =
                    |column: &ashiato_sql::display::Formatter| column.text(row).unwrap_or_else(|| "NULL".to_string());
                rows.push(columns.iter().map(text).collect());
            }
        }
        Ok(DBOutput::Rows { types: vec![DefaultColumnType::Any; columns], rows })
    }

    async fn shutdown(&mut self) {}

    fn engine_name(&self) -> &str {
        "ashiato"
    }
}

fn slt_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder of cases is there") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            slt_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "slt") {
            found.push(path);
        }
    }
    found.sort();
}

/// All files run, whatever fails, so that one run shows every wrong case. `SLT=name` runs the files whose path holds it.
#[tokio::test]
async fn every_case_answers_as_trino_does() {
    let mut files = Vec::new();
    slt_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/slt"), &mut files);
    let wanted = std::env::var("SLT").unwrap_or_default();
    files.retain(|path| path.to_string_lossy().contains(&wanted));
    assert!(!files.is_empty(), "no case matches SLT={wanted}");
    let mut wrong = Vec::new();
    for file in files {
        let mut runner = Runner::new(|| async { Ok(Session::new()) });
        if let Err(error) = runner.run_file_async(&file).await {
            wrong.push(format!("{}:\n{}", file.display(), error.display(false)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
