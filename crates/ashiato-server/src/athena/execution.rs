//! One statement in a session of the engine, from its text to its files.

use ashiato_engine::answer::AnswerKind;
use ashiato_engine::{
    Answer, Coverage, Error, Progress, Reading, Session, SessionOptions, Written, failure as engine_failure,
};
use ashiato_sql::statement::Parsed;
use futures::StreamExt;
use object_store::ObjectStore;
use object_store::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::callers_buckets::FirstTrouble;
use super::failure;
use super::outcome::{Failed, Outcome};
use super::results::{Column, Layout, Place, RowFormat, Rows, RowsError, Upload, metadata, put};
use super::uploads::Uploads;

/// What is to be run, and where its files go.
pub(super) struct Execution {
    pub(super) query_id: String,
    pub(super) statement_type: &'static str,
    pub(super) parsed: Parsed,
    pub(super) place: Place,
    /// The first denial, or failure of the store.
    pub(super) trouble: FirstTrouble,
    pub(super) uploads: Uploads,
    pub(super) options: SessionOptions,
    pub(super) memory_bytes: usize,
    pub(super) bytes_scanned_max: Option<u64>,
}

/// How it went.
pub(super) enum Fate {
    /// Its files are there.
    Succeeded,
    /// It failed.
    Failed(Failed),
    /// Its client stopped it.
    Cancelled,
    /// It read more than its work group lets it.
    ScannedTooMuch,
    /// The state says that it has ended: another server did it, or it is gone with its work group.
    EndedElsewhere,
}

impl From<Failed> for Fate {
    fn from(failed: Failed) -> Fate {
        Fate::Failed(failed)
    }
}

/// What can be seen of a query while it runs.
#[derive(Debug, Default)]
pub(super) struct Live {
    session: OnceLock<(Reading, Arc<Progress>)>,
    engine_began: OnceLock<Instant>,
}

impl Live {
    /// Bytes read so far. Logs tell of each file when it is read, other files of each read.
    pub(super) fn bytes_scanned(&self) -> u64 {
        let Some((reading, progress)) = self.session.get() else { return 0 };
        reading.bytes_stored().max(progress.now().bytes_done)
    }

    /// How long the engine has been at work.
    pub(super) fn engine_millis(&self) -> Option<u64> {
        self.engine_began.get().map(|began| millis(*began))
    }
}

/// Runs it. `results` is the bucket that its own files go to.
pub(super) async fn execute(
    execution: Execution,
    results: Result<Arc<dyn ObjectStore>, Error>,
    live: Arc<Live>,
) -> (Outcome, Fate) {
    let mut outcome = Outcome::default();
    let fate = match run(&execution, results, &live, &mut outcome).await {
        Ok(()) => Fate::Succeeded,
        Err(fate) => match execution.trouble.get() {
            // What the engine makes of a read that failed says less.
            Some(trouble) => failure::of_trouble(trouble).into(),
            None => fate,
        },
    };
    (outcome, fate)
}

async fn run(
    execution: &Execution,
    results: Result<Arc<dyn ObjectStore>, Error>,
    live: &Live,
    outcome: &mut Outcome,
) -> Result<(), Fate> {
    let began = Instant::now();
    let of_engine = |error| failure::of(&error, execution.statement_type, execution.memory_bytes);
    // A result without a place is found out before anything is read.
    let bucket = results.map_err(of_engine)?;
    let session = Session::open(execution.options.clone()).map_err(of_engine)?;
    let _ = live.session.set((session.reading(), session.progress()));
    outcome.times.before = Some(millis(began));

    let engine_began = Instant::now();
    let _ = live.engine_began.set(engine_began);
    let upload = |bucket| key(&execution.place.key).map(|key| Upload::new(bucket, key, execution.uploads.clone()));
    let ran = match session.run(&execution.parsed).await {
        Ok(answer) => {
            if answer.kind == AnswerKind::Rows {
                outcome.times.planning = Some(millis(engine_began));
            }
            into_rows(answer, execution, upload(Arc::clone(&bucket))?, outcome).await
        }
        Err(error) => Err(of_engine(error)),
    };
    outcome.times.engine = Some(millis(engine_began));
    note(session.coverage().await, outcome);
    let is_too_much = execution.bytes_scanned_max.is_some_and(|max| outcome.bytes_scanned > max);
    let ran = match ran {
        // The engine looks at the limit itself before it makes known what it wrote.
        Err(_) if is_too_much => return Err(Fate::ScannedTooMuch),
        ran => ran?,
    };
    // Of logs, a file that may not be read counts as one that cannot be.
    if let Some(trouble) = execution.trouble.get() {
        ran.rows.abort().await;
        return Err(failure::of_trouble(trouble).into());
    }
    if is_too_much && ran.written.is_none() {
        ran.rows.abort().await;
        return Err(Fate::ScannedTooMuch);
    }

    let files_began = Instant::now();
    finish(ran, execution, &bucket, outcome).await?;
    outcome.times.after = Some(millis(files_began));
    Ok(())
}

/// A statement whose rows have all come.
struct Ran {
    rows: Rows,
    written: Option<Written>,
}

async fn into_rows(
    mut answer: Answer,
    execution: &Execution,
    upload: Upload,
    outcome: &mut Outcome,
) -> Result<Ran, Failed> {
    let written = answer.written.take();
    outcome.columns = match &written {
        Some(_) => vec![Column::rows()],
        None => answer.columns.iter().map(|column| Column::of(column, answer.kind)).collect(),
    };
    let of_rows = |error| match error {
        RowsError::Store(error) => failure::of_results(&execution.place.uri(), &error),
        RowsError::Value(error) => failure::internal(format!("NOT_SUPPORTED: {error}")),
    };
    let format = if execution.place.layout == Layout::Csv { RowFormat::Csv } else { RowFormat::Text };
    let mut rows = Rows::begin(format, &outcome.columns, upload).await.map_err(of_rows)?;
    while let Some(batch) = answer.stream.next().await {
        let pushed = match batch {
            Ok(batch) => rows.push(&batch).await.map_err(of_rows),
            Err(error) => {
                let error = engine_failure::of_execution(error);
                Err(failure::of(&error, execution.statement_type, execution.memory_bytes))
            }
        };
        if let Err(failed) = pushed {
            rows.abort().await;
            return Err(failed);
        }
    }
    Ok(Ran { rows, written })
}

fn note(coverage: Coverage, outcome: &mut Outcome) {
    outcome.bytes_scanned = coverage.bytes_stored;
    // Records are counted in logs alone.
    outcome.rows_read = (coverage.records > 0 || coverage.bytes_stored == 0).then_some(coverage.records);
    if coverage.has_gaps() {
        let first = coverage.damaged.first().map(|damaged| format!("{}: {}", damaged.name, damaged.reason));
        outcome.gaps = Some(format!(
            "Some input could not be read ({} files, {} records): {}",
            coverage.damaged.len(),
            coverage.records_refused,
            first.unwrap_or_default()
        ));
    }
}

/// Puts the files in place: rows or manifest, and the columns beside them.
async fn finish(
    ran: Ran,
    execution: &Execution,
    bucket: &Arc<dyn ObjectStore>,
    outcome: &mut Outcome,
) -> Result<(), Failed> {
    let place = &execution.place;
    let unwritten = |error: object_store::Error| failure::of_results(&place.uri(), &error);
    let metadata_key = place.metadata_key();
    let beside = put_at(bucket, &metadata_key, metadata(&execution.query_id, &outcome.columns));
    let Some(manifest_key) = place.manifest_key() else {
        outcome.rows_given = ran.rows.count;
        let (rows, beside) = tokio::join!(ran.rows.finish(), beside);
        outcome.bytes_given = rows.map_err(|error| match error {
            RowsError::Store(error) => unwritten(error),
            RowsError::Value(error) => failure::internal(error.to_string()),
        })?;
        return beside.map_err(unwritten);
    };
    let written = ran.written.unwrap_or_default();
    let lines: String = written.files.iter().map(|file| format!("{}\n", file.uri)).collect();
    let (manifest, beside) = tokio::join!(put_at(bucket, &manifest_key, lines.into_bytes()), beside);
    manifest.and(beside).map_err(unwritten)?;
    (outcome.update_count, outcome.rows_given, outcome.bytes_given) = (written.rows, written.rows, written.bytes);
    outcome.manifest = Some(place.uri_of(&manifest_key));
    Ok(())
}

async fn put_at(bucket: &Arc<dyn ObjectStore>, key: &str, bytes: Vec<u8>) -> object_store::Result<()> {
    put(bucket, &Path::parse(key)?, bytes).await
}

fn key(text: &str) -> Result<Path, Failed> {
    Path::parse(text).map_err(|error| failure::internal(error.to_string()))
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
