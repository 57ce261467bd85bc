//! A plan's rows into files, whole or not at all.

use super::budget::Budget;
use super::cleanup::Cleanup;
use super::destination::Destination;
use super::encoding::Encoding;
use super::layout::{FileKey, Layout};
use super::task::{Shared, write_stream};
use super::{Written, WrittenFile};
use crate::error::{Error, ErrorKind};
use crate::leftovers::Leftovers;
use crate::{failure, planning, running};
use datafusion::execution::TaskContext;
use datafusion::execution::session_state::SessionState;
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::coalesce_partitions::CoalescePartitionsExec;
use datafusion::physical_plan::{ExecutionPlan, ExecutionPlanProperties, execute_stream_partitioned};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use tokio::task::JoinSet;

/// The folder of a partition that has one of its own.
pub(crate) type Folders = Box<dyn Fn(&[String]) -> Result<Option<Arc<Destination>>, Error> + Send + Sync>;

/// What is to be written, and where.
pub(crate) struct Job {
    pub(crate) state: SessionState,
    pub(crate) plan: LogicalPlan,
    pub(crate) layout: Layout,
    pub(crate) encoding: Encoding,
    pub(crate) destination: Arc<Destination>,
    pub(crate) query_id: String,
    pub(crate) folders: Folders,
    pub(crate) leftovers: Leftovers,
    pub(crate) budget: Budget,
}

/// What was written and is still to be made known. Dropped without [`Pending::keep`], the files go again.
pub(crate) struct Pending {
    pub(crate) written: Written,
    /// The values of the partitions written to.
    pub(crate) partitions: BTreeSet<Vec<String>>,
    cleanup: Cleanup,
}

impl Pending {
    /// The files stay.
    pub(crate) fn keep(self) -> Written {
        self.cleanup.keep();
        self.written
    }

    /// The files are taken away; the error says so.
    pub(crate) async fn undo(self, error: Error) -> Error {
        self.cleanup.undo(error).await
    }
}

impl Job {
    /// Writes all rows.
    ///
    /// # Errors
    /// The query's, and the store's; the files begun are then taken away again.
    pub(crate) async fn run(self) -> Result<Pending, Error> {
        let physical = planning::physical(&self.state, &self.plan).await?;
        // A bucket is one file; and many partitions open at once in many streams would need much memory.
        let is_one_stream = self.layout.partition_columns > 0 || self.layout.buckets.is_some();
        let physical: Arc<dyn ExecutionPlan> = match physical.output_partitioning().partition_count() {
            0 | 1 => physical,
            _ if is_one_stream => Arc::new(CoalescePartitionsExec::new(physical)),
            _ => physical,
        };
        let (physical, context) = running::ready(physical, TaskContext::from(&self.state))?;
        let streams = execute_stream_partitioned(physical, context).map_err(failure::of_execution)?;
        let cleanup = Cleanup::new(Arc::clone(&self.destination), self.leftovers);
        let shared = Arc::new(Shared {
            layout: self.layout,
            encoding: self.encoding,
            destination: self.destination,
            query_id: self.query_id,
            folders: self.folders,
            begun: cleanup.begun(),
            keys: Mutex::default(),
        });
        let mut tasks = JoinSet::new();
        for stream in streams {
            tasks.spawn(write_stream(Arc::clone(&shared), stream));
        }
        match all(&mut tasks).await {
            Ok(files) => {
                if let Err(error) = self.budget.check() {
                    return Err(cleanup.undo(error).await);
                }
                let keys = std::mem::take(&mut *shared.keys.lock().expect("no thread panics while it counts files"));
                let partitions = keys.into_iter().map(|FileKey { partition, .. }| partition).collect();
                Ok(Pending { written: written(files), partitions, cleanup })
            }
            Err(error) => {
                tasks.shutdown().await;
                Err(cleanup.undo(error).await)
            }
        }
    }
}

async fn all(tasks: &mut JoinSet<Result<Vec<WrittenFile>, Error>>) -> Result<Vec<WrittenFile>, Error> {
    let mut files = Vec::new();
    while let Some(ended) = tasks.join_next().await {
        files.extend(ended.map_err(stopped)??);
    }
    Ok(files)
}

fn stopped(error: tokio::task::JoinError) -> Error {
    match error.try_into_panic() {
        Ok(panic) => failure::of_panic(panic.as_ref()),
        Err(error) => Error::new(ErrorKind::Internal, "INTERNAL_ERROR: the writing of files stopped").because(error),
    }
}

fn written(mut files: Vec<WrittenFile>) -> Written {
    files.sort();
    Written { rows: files.iter().map(|file| file.rows).sum(), bytes: files.iter().map(|file| file.bytes).sum(), files }
}
