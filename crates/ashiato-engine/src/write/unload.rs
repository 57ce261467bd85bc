//! `UNLOAD`.

use super::create_table_as::path_exists;
use super::destination::Destination;
use super::job::Job;
use super::{Written, options, target};
use crate::error::Error;
use crate::session::Session;
use ashiato_sql::statement::Unload;
use std::sync::Arc;

impl Session {
    /// Runs `UNLOAD`. Into partitions it adds; any other folder must be empty.
    ///
    /// # Errors
    /// `HIVE_PATH_ALREADY_EXISTS`; what is wrong with the properties, the columns or the query.
    pub(crate) async fn unload(&self, unload: &Unload) -> Result<Written, Error> {
        let options = options::of_unload(&unload.options)?;
        let (state, planned) = self.planned(&unload.query).await?;
        let layout = target::layout_of(&planned, &options)?;
        let plan = planned.into_named_plan()?;
        let destination = Arc::new(Destination::of(&unload.to, &self.tables.buckets, &state)?);
        if options.partitioned_by.is_empty() && destination.holds_data().await? {
            return Err(path_exists("UNLOAD", destination.location()).into());
        }
        let job = Job {
            state,
            plan,
            layout,
            encoding: options.encoding,
            destination,
            query_id: self.query_id(),
            folders: Box::new(|_| Ok(None)),
            leftovers: self.tables.leftovers.clone(),
            budget: self.tables.budget.clone(),
        };
        Ok(job.run().await?.keep())
    }
}
