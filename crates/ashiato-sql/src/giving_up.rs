//! Planning that nobody waits for any more. It is computing from its beginning to its end, and a thread that computes
//! cannot be stopped from without: it looks, between its phases and between the rules of its optimizers, whether it is
//! still wanted. The phases themselves are DataFusion's, and the longest are as long as they are.

use datafusion::common::config::ConfigOptions;
use datafusion::common::tree_node::Transformed;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::LogicalPlan;
use datafusion::optimizer::optimizer::ApplyOrder;
use datafusion::optimizer::{AnalyzerRule, OptimizerConfig, OptimizerRule};
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::ExecutionPlan;
use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

thread_local! {
    static GIVEN_UP: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
}

/// Has what this thread plans meanwhile end early, with an error that nobody reads, once it is given up.
pub fn planning_until<T>(given_up: Arc<AtomicBool>, plan: impl FnOnce() -> T) -> T {
    let before = GIVEN_UP.replace(Some(given_up));
    let planned = plan();
    GIVEN_UP.set(before);
    planned
}

/// An error where the planning of this thread was given up.
pub(crate) fn check() -> Result<()> {
    let is_given_up = |flag: &Option<Arc<AtomicBool>>| flag.as_ref().is_some_and(|flag| flag.load(Ordering::Relaxed));
    match GIVEN_UP.with_borrow(is_given_up) {
        true => Err(DataFusionError::Execution("the query was stopped while it was planned".into())),
        false => Ok(()),
    }
}

/// A rule of any optimizer that changes nothing and ends planning that was given up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StillWanted;

/// The rules, with one look before each.
pub(crate) fn looking<T: Clone>(rules: Vec<T>, look: T) -> Vec<T> {
    rules.into_iter().flat_map(|rule| [look.clone(), rule]).collect()
}

impl AnalyzerRule for StillWanted {
    fn analyze(&self, plan: LogicalPlan, _: &ConfigOptions) -> Result<LogicalPlan> {
        check().map(|()| plan)
    }

    fn name(&self) -> &str {
        "still_wanted"
    }
}

impl OptimizerRule for StillWanted {
    fn name(&self) -> &str {
        "still_wanted"
    }

    fn apply_order(&self) -> Option<ApplyOrder> {
        None
    }

    fn rewrite(&self, plan: LogicalPlan, _: &dyn OptimizerConfig) -> Result<Transformed<LogicalPlan>> {
        check().map(|()| Transformed::no(plan))
    }
}

impl PhysicalOptimizerRule for StillWanted {
    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        check().map(|()| plan)
    }

    fn name(&self) -> &str {
        "still_wanted"
    }

    fn schema_check(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_planning_is_given_up_and_no_other() {
        let (inner, outer) = (Arc::new(AtomicBool::new(true)), Arc::new(AtomicBool::new(false)));
        assert!(check().is_ok());
        planning_until(Arc::clone(&outer), || {
            assert!(check().is_ok());
            planning_until(inner, || assert!(check().is_err()));
            assert!(check().is_ok());
            outer.store(true, Ordering::Relaxed);
            assert!(check().is_err());
        });
        assert!(check().is_ok());
    }
}
