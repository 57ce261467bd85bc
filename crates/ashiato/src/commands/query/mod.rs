//! `ashiato query`: runs the statements of a script in order, each answer to stdout or a file, each statement's
//! coverage to stderr.

mod arguments;
mod options;
mod statements;
mod answer;

pub(crate) use arguments::QueryArguments;

use crate::coverage;
use crate::engine::{Parsed, Session, SessionOptions};
use crate::exit::Exit;
use crate::output::{Destination, Format};
use crate::progress::{Meter, Talk};
use crate::talk;
use anyhow::Context;
use serde_json::Value;
use std::path::Path;

pub(crate) fn run(arguments: &QueryArguments) -> anyhow::Result<Exit> {
    let script = statements::read(arguments)?;
    let options = options::session(arguments)?;
    let destination = Destination::open(arguments.out.as_deref())?;
    let format = options::format(arguments, &destination)?;
    let runtime = runtime(options.threads)?;
    let outcome = runtime.block_on(run_script(arguments, &script, options, format, destination));
    // Reads that a LIMIT, an error or Ctrl-C has made pointless are not waited for.
    runtime.shutdown_background();
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
    let mut meter = Meter::new(talk);
    let session = meter.watch(Session::open(options)).await??;
    let mut run = Run { session, meter, talk, format, answers: 0, has_gaps: false, documents: Vec::new() };
    for statement in run.session.script(script)? {
        if arguments.explain {
            run.explain(&statement, &mut destination).await?;
        } else {
            run.answer(&statement, &mut destination).await?;
        }
    }
    destination.finish()?;
    if let Some(path) = &arguments.coverage {
        write_documents(path, run.documents)?;
    }
    Ok(if run.has_gaps { Exit::AnsweredWithGaps } else { Exit::Answered })
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
    async fn explain(&mut self, statement: &Parsed, destination: &mut Destination) -> anyhow::Result<()> {
        let plan = self.meter.watch(self.session.explain(statement)).await??;
        self.warn(statement);
        let sink = destination.sink();
        writeln!(sink, "{}", plan.trim_end()).context("write the plan")?;
        sink.flush().context("write the plan")
    }

    async fn answer(&mut self, statement: &Parsed, destination: &mut Destination) -> anyhow::Result<()> {
        self.meter.follow(self.session.progress());
        let answer = self.meter.watch(self.session.run(statement)).await??;
        let rows = answer::write(answer, self, destination).await?;
        self.meter.clear();
        self.warn(statement);
        let coverage = self.session.coverage();
        self.has_gaps |= coverage.has_gaps();
        if self.talk == Talk::Normal && (rows.is_some() || coverage.has_gaps()) {
            talk::line(coverage::lines(&coverage, rows.unwrap_or(0)).trim_end());
        }
        self.documents.push(coverage::document(&coverage, statement.line, rows.unwrap_or(0)));
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
