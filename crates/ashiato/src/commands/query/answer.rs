//! One statement's answer, from the engine's stream to where it goes.

use super::Run;
use super::rows_ahead::RowsAhead;
use crate::engine::{self, Answer, AnswerKind};
use crate::output::{self, Column, Destination, Medium};
use anyhow::Context;
use futures::StreamExt;

/// Writes an answer, and tells its number of rows, given or written; `None` for a statement that has none.
pub(super) async fn write(
    mut answer: Answer,
    run: &mut Run,
    destination: &mut Destination,
) -> anyhow::Result<Option<u64>> {
    let columns: Vec<Column> = std::mem::take(&mut answer.columns)
        .into_iter()
        .map(|column| Column { name: column.name, data_type: column.data_type })
        .collect();
    let begin = match answer.kind {
        AnswerKind::Done => return finish_quietly(answer, run).await,
        AnswerKind::Text => output::begin_text,
        AnswerKind::Rows => output::begin,
    };
    run.answers += 1;
    anyhow::ensure!(
        run.answers == 1 || !run.format.is_binary(),
        "the script gives a second answer, and a file of this format holds one: use --output ndjson, or one SELECT"
    );
    let medium = destination.medium();
    if run.answers > 1 && medium_is_read_by_people(medium, run) {
        destination.sink().write_all(b"\n").context("write the answer")?;
    }
    let rows = write_rows(answer, run, medium, begin, &columns, destination).await?;
    destination.sink().flush().context("write the answer")?;
    Ok(Some(rows))
}

type Begin = for<'a> fn(
    output::Format,
    Medium,
    &[Column],
    output::Sink<'a>,
) -> anyhow::Result<Box<dyn output::AnswerWriter + 'a>>;

async fn write_rows(
    answer: Answer,
    run: &mut Run,
    medium: Medium,
    begin: Begin,
    columns: &[Column],
    destination: &mut Destination,
) -> anyhow::Result<u64> {
    let mut writer = begin(run.format, medium, columns, destination.sink())?;
    let mut rows = 0;
    let mut rows_ahead = read_ahead(answer);
    while let Some(batch) = run.meter.watch(rows_ahead.next()).await? {
        let batch = batch?;
        if batch.num_rows() == 0 {
            continue;
        }
        if matches!(medium, Medium::Screen(_)) {
            run.meter.hide();
        }
        rows += batch.num_rows() as u64;
        writer.batch(&batch).context("write the answer")?;
    }
    run.meter.clear();
    writer.end().context("write the answer")?;
    Ok(rows)
}

/// A statement such as CREATE TABLE answers nothing, but it is done only when its stream has ended.
async fn finish_quietly(answer: Answer, run: &mut Run) -> anyhow::Result<Option<u64>> {
    let written = answer.written.as_ref().map(|written| written.rows);
    let mut rows_ahead = read_ahead(answer);
    while let Some(batch) = run.meter.watch(rows_ahead.next()).await? {
        batch?;
    }
    Ok(written)
}

fn read_ahead(answer: Answer) -> RowsAhead {
    RowsAhead::of(answer.stream.map(|batch| batch.map_err(|error| engine::of_execution(error).into())))
}

/// Several tables on one screen, or in one text, are set apart by an empty line.
fn medium_is_read_by_people(medium: Medium, run: &Run) -> bool {
    run.format == output::Format::Table || matches!(medium, Medium::Screen(_))
}
