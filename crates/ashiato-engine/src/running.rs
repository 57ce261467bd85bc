//! A plan on its way to be run: what DataFusion's operators lack is put around them.

use crate::error::Error;
use crate::{batch_rows, compact, failure, unnest_rows, window_memory};
use datafusion::execution::TaskContext;
use datafusion::physical_plan::ExecutionPlan;
use std::sync::Arc;

/// The plan that is run in the place of this one, and the context to run it in.
///
/// # Errors
/// Those of DataFusion, where a node does not take its children anew.
pub(crate) fn ready(
    plan: Arc<dyn ExecutionPlan>,
    context: TaskContext,
) -> Result<(Arc<dyn ExecutionPlan>, Arc<TaskContext>), Error> {
    let context = batch_rows::context_for(&plan, context);
    let plan = window_memory::counted(plan).and_then(unnest_rows::in_pieces).and_then(compact::sorts);
    Ok((plan.map_err(failure::of_planning)?, Arc::new(context)))
}
