//! Whether the accounts and regions in the names of files are those of their records.
//!
//! CloudTrail writes both, and they agree but for the events of global services of before November 2021, which are of
//! us-east-1 and lie in files of a trail's own region. In logs that were made anonymous, or copied under other names, they do
//! not, and whoever asks what records say must not be told that no file can hold it. So where no name has what is asked for,
//! some of the files that would be passed over are looked into first; or none is passed over, where the files are not ours to
//! look into for a guess.

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

/// So many files are looked into.
const LOOKED_INTO: usize = 3;
/// The region of global services' events.
const GLOBAL: &str = "us-east-1";

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
        // All that the time asked for leaves, whatever its name tells beside. Where no folder was passed over it is listed.
        let of_time = Bounds::between(bounds.from, bounds.to);
        let all = if listing.folders_pruned > 0 { Some(list(&of_time).await?) } else { None };
        let (mut steps, mut notes) = (listing.steps + all.as_ref().map_or(0, |all| all.steps), Vec::new());
        let files = all.as_ref().map_or(&listing.files, |all| &all.files);
        for told in TOLD {
            let Some(wanted) = told.wanted(&mut doubtful).take() else { continue };
            let is_of_another = |file: &&LogFile| {
                let named = told.of(file).is_some_and(|name| !wanted.contains(name));
                named && !file.is_of_other_kind() && prune::may_hold(file, &of_time, self.late)
            };
            let others: Vec<&LogFile> = files.iter().filter(is_of_another).collect();
            if others.is_empty() || told.is_of_any(files, &wanted) {
                continue;
            }
            let may_be_elsewhere = matches!(told, Told::Region) && wanted.contains(GLOBAL);
            if !may_be_elsewhere && self.agrees(state, told, others).await? {
                continue;
            }
            *told.wanted(&mut bounds) = None;
            let column = told.column();
            notes.push(format!(
                "no name of a file tells a wanted {column}, and names may be wrong: none was passed over for it"
            ));
        }
        if notes.is_empty() {
            return Ok((Listing { steps, ..listing }, bounds));
        }
        if all.is_none() {
            notes.splice(0..0, listing.note);
            return Ok((Listing { steps, note: Some(notes.join("; ")), ..listing }, bounds));
        }
        let wider = list(&bounds).await?;
        steps += wider.steps;
        notes.splice(0..0, wider.note);
        Ok((Listing { steps, note: Some(notes.join("; ")), ..wider }, bounds))
    }

    /// Whether records say what the names of their files do, as far as a few files of middling size tell. Where none tells
    /// they do not.
    async fn agrees(&self, state: &dyn Session, told: Told, mut files: Vec<&LogFile>) -> Result<bool> {
        let Some(column) = self.columns.schema().index_of(told.column()).ok().filter(|_| self.files.may_be_sampled())
        else {
            return Ok(false);
        };
        files.sort_by_key(|file| file.size);
        let mut is_told = false;
        for file in files.iter().skip(files.len() / 2).take(LOOKED_INTO) {
            // What is read to choose files is no part of what the answer is read from.
            let options = ScanOptions {
                dedupe: false,
                validate: false,
                coverage: Arc::default(),
                progress: Arc::default(),
                ..self.options.clone()
            };
            let files = vec![LogFile::clone(file)];
            let scan = RawLogScan::try_new(Arc::clone(&self.columns), files, &[column], 1, options)?;
            let mut batches = DataSourceExec::from_data_source(scan).execute(0, state.task_ctx())?;
            let Some(batch) = batches.next().await.transpose()? else { continue };
            let values = cast(batch.column(0), &DataType::Utf8)?;
            for value in values.as_string::<i32>().iter().flatten() {
                is_told = true;
                if told.of(file).is_none_or(|name| name != value) {
                    return Ok(false);
                }
            }
        }
        Ok(is_told)
    }
}
