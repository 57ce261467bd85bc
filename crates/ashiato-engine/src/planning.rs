//! Planning, away from the threads that queries run on. It computes without a wait, and one statement of twenty thousand
//! columns does so for seconds: on a query's thread it would keep that from everybody, and from being told to stop.

use crate::error::Error;
use crate::failure;
use ashiato_sql::deep_stack::DeepStack;
use ashiato_sql::giving_up::planning_until;
use datafusion::execution::session_state::SessionState;
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::ExecutionPlan;
use futures::FutureExt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

/// Plannings at once, with those that were given up and have not noticed yet. Each has a thread; those that wait for
/// files to be listed have theirs too, so there are more of them than of cores.
const AT_ONCE_MAX: usize = 64;

static AT_ONCE: Semaphore = Semaphore::const_new(AT_ONCE_MAX);

/// Given up when it is dropped: whoever waited for the plan waits no more.
struct Wanted(Arc<AtomicBool>);

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Plans on a thread of its own. Dropped, it leaves that thread to end by itself, at its next look at whether it is
/// still wanted; whoever dropped it does not wait for that.
pub(crate) async fn apart<T: Send + 'static>(planning: impl Future<Output = T> + Send + 'static) -> T {
    let place = AT_ONCE.acquire().await.expect("the semaphore is never closed");
    let wanted = Wanted(Arc::default());
    let given_up = Arc::clone(&wanted.0);
    let threads = Handle::current();
    let planned = tokio::task::spawn_blocking(move || {
        let _place = place;
        // A thread that plans may have tables to look up and files to list on the way.
        let caught = AssertUnwindSafe(DeepStack::new(planning)).catch_unwind();
        planning_until(given_up, || threads.block_on(caught))
    });
    match planned.await {
        Ok(Ok(planned)) => planned,
        Ok(Err(panic)) => resume_unwind(panic),
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            // The runtime is going down, and this task with it.
            Err(_) => std::future::pending().await,
        },
    }
}

/// A plan as the optimizer leaves it.
///
/// # Errors
/// What the optimizer finds wrong.
pub(crate) async fn optimized(state: &SessionState, plan: &LogicalPlan) -> Result<LogicalPlan, Error> {
    let (state, plan) = (state.clone(), plan.clone());
    apart(async move { state.optimize(&plan) }).await.map_err(failure::of_planning)
}

/// A plan that can be run.
///
/// # Errors
/// What the optimizers and the tables find wrong.
pub(crate) async fn physical(state: &SessionState, plan: &LogicalPlan) -> Result<Arc<dyn ExecutionPlan>, Error> {
    let (state, plan) = (state.clone(), plan.clone());
    let planned = apart(async move { state.create_physical_plan(&plan).await });
    planned.await.map_err(failure::of_planning)
}

#[cfg(test)]
mod tests {
    use crate::{Session, SessionOptions};
    use std::fmt::Write;
    use std::time::Duration;

    /// A statement whose planning takes long: each of so many columns is held against all others.
    fn wide(columns: usize) -> String {
        let mut sql = "SELECT 0 AS c0".to_string();
        (1..columns).for_each(|column| write!(sql, ", {column} c{column}").expect("text takes text"));
        sql
    }

    /// One thread for the query and the timer: while it planned there, nothing else would be done.
    #[tokio::test(flavor = "current_thread")]
    async fn what_is_planned_can_be_stopped_and_others_go_on() {
        let session = Session::open(SessionOptions::default()).expect("a session");
        let parsed = session.parse(&wide(4_000)).expect("it parses");
        // The timer has no time to wait: the query waits for its plan by then, or has been planned where it runs.
        let stopped = tokio::time::timeout(Duration::ZERO, session.run(&parsed[0])).await;
        assert!(stopped.is_err(), "it was stopped while it was planned");
        let other = Session::open(SessionOptions::default()).expect("a session");
        let one = other.parse("SELECT 1").expect("it parses");
        other.run(&one[0]).await.expect("it runs beside what was given up");
    }
}
