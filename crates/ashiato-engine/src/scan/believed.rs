//! Whether the accounts and regions in the names of files are those of their records.
//!
//! CloudTrail writes both, and they agree. In logs that were made anonymous, or copied under other names, they do not, and
//! whoever asks what records say must not be told that no file can hold it. So where no name has what is asked for, some of
//! the files that would be passed over are looked into first.

use super::bounds::Bounds;
use super::folders::FolderFilter;
use super::table::{Listing, RawLogTable};
use super::{RawLogScan, ScanOptions, prune};
use crate::source::LogFile;
use arrow::array::AsArray;
use arrow::compute::cast;
use arrow::datatypes::DataType;
use datafusion::catalog::Session;
use datafusion::common::Result;
use datafusion::logical_expr::Expr;
use datafusion::physical_plan::ExecutionPlan;
use datafusion_datasource::source::DataSourceExec;
use futures::StreamExt;
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many files are looked into until one has a record that tells.
const LOOKED_INTO_MAX: usize = 3;

/// What a name tells of records.
#[derive(Clone, Copy)]
enum Told {
    Account,
    Region,
}

const TOLD: [Told; 2] = [Told::Account, Told::Region];

impl Told {
    /// Whether a name of these files has any of the wanted values.
    fn is_of_any(self, files: &[LogFile], wanted: &BTreeSet<String>) -> bool {
        files.iter().filter_map(|file| self.of(file)).any(|name| wanted.contains(name))
    }

    fn column(self) -> &'static str {
        match self {
            Told::Account => "recipientaccountid",
            Told::Region => "awsregion",
        }
    }

    fn of(self, file: &LogFile) -> Option<&String> {
        match self {
            Told::Account => file.key.account.as_ref(),
            Told::Region => file.key.region.as_ref(),
        }
    }

    fn wanted(self, bounds: &mut Bounds) -> &mut Option<BTreeSet<String>> {
        match self {
            Told::Account => &mut bounds.accounts,
            Told::Region => &mut bounds.regions,
        }
    }
}

impl RawLogTable {
    /// The files to choose from, and the bounds by which names may choose.
    pub(super) async fn candidates(
        &self,
        state: &dyn Session,
        filters: &[Expr],
        mut bounds: Bounds,
    ) -> Result<(Listing, Bounds)> {
        let list =
            async |bounds: &Bounds| self.files.list(filters, FolderFilter::within(bounds.clone(), self.late)).await;
        let listing = list(&bounds).await?;
        let mut doubtful = bounds.clone();
        for told in TOLD {
            let wanted = told.wanted(&mut doubtful);
            if wanted.as_ref().is_some_and(|wanted| told.is_of_any(&listing.files, wanted)) {
                *wanted = None;
            }
        }
        if TOLD.iter().all(|told| told.wanted(&mut doubtful).is_none()) {
            return Ok((listing, bounds));
        }
        // All that the time asked for leaves, whatever its name tells beside.
        let of_time = Bounds::between(bounds.from, bounds.to);
        let all = list(&of_time).await?;
        let (mut steps, mut notes) = (listing.steps + all.steps, Vec::new());
        for told in TOLD {
            let Some(wanted) = told.wanted(&mut doubtful).take() else { continue };
            let is_of_another = |file: &&LogFile| {
                let named = told.of(file).is_some_and(|name| !wanted.contains(name));
                named && !file.is_of_other_kind() && prune::may_hold(file, &of_time, self.late)
            };
            let others = all.files.iter().filter(is_of_another).collect();
            if told.is_of_any(&all.files, &wanted) || self.agrees(state, told, others).await? {
                continue;
            }
            *told.wanted(&mut bounds) = None;
            let column = told.column();
            notes.push(format!(
                "names of files tell another {column} than their records: no file was passed over for it"
            ));
        }
        if notes.is_empty() {
            return Ok((Listing { steps, ..listing }, bounds));
        }
        let wider = list(&bounds).await?;
        steps += wider.steps;
        notes.splice(0..0, wider.note);
        Ok((Listing { steps, note: Some(notes.join("; ")), ..wider }, bounds))
    }

    /// Whether records say what the names of their files do, as far as a few of them tell; the smallest are read.
    async fn agrees(&self, state: &dyn Session, told: Told, mut files: Vec<&LogFile>) -> Result<bool> {
        let Ok(column) = self.columns.schema().index_of(told.column()) else { return Ok(true) };
        files.sort_by_key(|file| file.size);
        for file in files.into_iter().filter(|file| file.size > 0).take(LOOKED_INTO_MAX) {
            // What is read to choose files is no part of what the answer is read from.
            let options = ScanOptions {
                dedupe: false,
                validate: false,
                coverage: Arc::default(),
                progress: Arc::default(),
                ..self.options.clone()
            };
            let scan = RawLogScan::try_new(Arc::clone(&self.columns), vec![file.clone()], &[column], 1, options)?;
            let mut batches = DataSourceExec::from_data_source(scan).execute(0, state.task_ctx())?;
            let Some(batch) = batches.next().await.transpose()? else { continue };
            let values = cast(batch.column(0), &DataType::Utf8)?;
            let mut values = values.as_string::<i32>().iter().flatten().peekable();
            if values.peek().is_some() {
                return Ok(values.all(|value| told.of(file).is_some_and(|name| name == value)));
            }
        }
        Ok(true)
    }
}
