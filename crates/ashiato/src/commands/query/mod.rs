//! `ashiato query`: runs the statements of a script in order, each answer to stdout or a file, each statement's
//! coverage to stderr.

mod answer;
mod arguments;
mod options;
mod rows_ahead;
mod statements;

pub(crate) use arguments::QueryArguments;

use crate::coverage;
use crate::engine::{Explain, ExplainFormat, ExplainOf, Parsed, Session, SessionOptions, Statement};
use crate::exit::Exit;
use crate::output::{Destination, Format};
use crate::progress::{Meter, Talk};
use crate::spill::SpillFolder;
use crate::talk;
use anyhow::Context;
use serde_json::Value;
use std::path::Path;

pub(crate) fn run(arguments: &QueryArguments) -> anyhow::Result<Exit> {
    let script = statements::read(arguments)?;
    let mut options = options::session(arguments)?;
    let destination = Destination::open(arguments.out.as_deref())?;
    let format = options::format(arguments, &destination)?;
    let runtime = runtime(options.threads)?;
    let spill = SpillFolder::make();
    options.spill_folder = spill.as_ref().map(SpillFolder::path);
    let outcome = runtime.block_on(run_script(arguments, &script, options, format, destination));
    // Reads that a LIMIT, an error or Ctrl-C has made pointless are not waited for.
    runtime.shutdown_background();
    drop(spill);
    outcome
}

fn runtime(threads: Option<usize>) -> anyhow::Result<tokio::runtime::Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    if let Some(threads) = threads {
        builder.worker_threads(threads);
    }
    builder.enable_all().build().context("start the threads")
}

async fn run_script(
    arguments: &QueryArguments,
    script: &str,
    options: SessionOptions,
    format: Format,
    mut destination: Destination,
) -> anyhow::Result<Exit> {
    let talk = if arguments.quiet { Talk::Quiet } else { Talk::Normal };
    let is_strict = options.strict;
    let session = Session::open(options)?;
    let mut run =
        Run { session, meter: Meter::new(talk), talk, format, answers: 0, has_gaps: false, documents: Vec::new() };
    for statement in run.session.parse(script)? {
        let statement = if arguments.explain { explained(statement) } else { statement };
        run.answer(&statement, &mut destination).await?;
        anyhow::ensure!(!(is_strict && run.has_gaps), "some input could not be read, and --strict asks for all of it");
    }
    destination.finish()?;
    if let Some(path) = &arguments.coverage {
        write_documents(path, run.documents)?;
    }
    Ok(if run.has_gaps { Exit::AnsweredWithGaps } else { Exit::Answered })
}

/// The EXPLAIN of a query, that of a statement that writes among them. Other statements are run as they are: the
/// queries after them may need their tables.
fn explained(statement: Parsed) -> Parsed {
    let query = match &statement.statement {
        Statement::Query(query) => query,
        Statement::CreateTableAs(create) => &create.query,
        Statement::Insert(insert) => &insert.query,
        Statement::Unload(unload) => &unload.query,
        _ => return statement,
    };
    let explain = Explain { of: ExplainOf::Distributed, format: ExplainFormat::Text, query: query.clone() };
    Parsed { statement: Statement::Explain(explain), ..statement }
}

/// A script on its way.
struct Run {
    session: Session,
    meter: Meter,
    talk: Talk,
    format: Format,
    /// Answers with columns so far.
    answers: usize,
    has_gaps: bool,
    documents: Vec<Value>,
}

impl Run {
    async fn answer(&mut self, statement: &Parsed, destination: &mut Destination) -> anyhow::Result<()> {
        self.meter.follow(self.session.progress());
        let answer = self.meter.watch(self.session.run(statement)).await??;
        let written = answer.written.clone();
        let rows = answer::write(answer, self, destination).await?;
        self.meter.clear();
        self.warn(statement);
        let coverage = self.session.coverage().await;
        self.has_gaps |= coverage.has_gaps();
        if let (Talk::Normal, Some(written)) = (self.talk, &written) {
            talk::line(&coverage::written(written));
        }
        if self.talk == Talk::Normal && (rows.is_some() || coverage.has_gaps()) {
            talk::line(coverage::lines(&coverage, rows.unwrap_or(0)).trim_end());
        }
        self.documents.push(coverage::document(&coverage, statement.line, rows.unwrap_or(0), written.as_ref()));
        Ok(())
    }

    fn warn(&self, statement: &Parsed) {
        let warnings = self.session.take_warnings();
        if self.talk == Talk::Normal {
            statement.warnings.iter().chain(&warnings).for_each(|warning| talk::warning(warning));
        }
    }
}

fn write_documents(path: &Path, documents: Vec<Value>) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(&documents).context("write the coverage as JSON")?;
    std::fs::write(path, text + "\n").with_context(|| format!("write the coverage to {}", path.display()))
}
