//! A query as requests name it and as answers show it.

use ashiato_meta::query_executions::{self, QueryExecution as Kept, State};
use ashiato_meta::{Kind, QueryExecutionId};
use serde::de::DeserializeOwned;

use super::errors::{fault, internal, invalid};
use super::work_group;
use crate::athena::failure;
use crate::athena::outcome::Outcome;
use crate::athena::submission::Submission;
use crate::athena::work_groups::ENGINE_VERSION;
use crate::aws::generated::athena::{
    AthenaError, EngineVersion, QueryExecution, QueryExecutionState, QueryExecutionStatistics, QueryExecutionStatus,
    ResultConfiguration, ResultReuseInformation, StatementType,
};
use crate::aws::{Error, Timestamp};
use crate::context::Context;

/// The query of that id.
pub(super) async fn find(ctx: &Context, id: &str) -> Result<Kept, Error> {
    find_or_missing(ctx, id).await?.ok_or_else(|| invalid(missing_words(id)))
}

/// The query of that id, or `None`.
pub(super) async fn find_or_missing(ctx: &Context, id: &str) -> Result<Option<Kept>, Error> {
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    match query_executions::get(&mut tx, &work_group::region(ctx), &QueryExecutionId(id.to_string())).await {
        Ok(kept) => Ok(Some(kept)),
        Err(error) if error.kind == Kind::NotFound => Ok(None),
        Err(error) => Err(fault(error)),
    }
}

pub(super) fn missing_words(id: &str) -> String {
    format!("QueryExecution {id} was not found")
}

/// What was kept when it was sent.
pub(super) fn submission(kept: &Kept) -> Result<Submission, Error> {
    document(kept, &kept.submission)
}

/// What was kept when it ended; of one that has not, nothing.
pub(super) fn outcome(kept: &Kept) -> Result<Outcome, Error> {
    kept.outcome.as_ref().map_or_else(|| Ok(Outcome::default()), |text| document(kept, text))
}

fn document<T: DeserializeOwned>(kept: &Kept, text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|why| internal(format!("read what is kept of query {}: {why}", kept.id.0)))
}

/// As GetQueryExecution shows it. Of one that runs, what is seen now.
pub(super) fn shown(ctx: &Context, kept: Kept) -> Result<QueryExecution, Error> {
    let submission = submission(&kept)?;
    let outcome = outcome(&kept)?;
    let place = outcome.reused.as_ref().map_or(&submission.place, |reused| &reused.place);
    let output_location = submission.managed.is_none().then(|| place.uri());
    let parameters: Vec<String> = document(&kept, &kept.parameters)?;
    let statistics = statistics(ctx, &kept, &outcome);
    Ok(QueryExecution {
        status: Some(status(&kept, &outcome)),
        statistics: Some(statistics),
        query_execution_id: Some(kept.id.0),
        query: Some(kept.statement),
        statement_type: Some(match kept.statement_type.as_str() {
            "DDL" => StatementType::Ddl,
            "DML" => StatementType::Dml,
            _ => StatementType::Utility,
        }),
        substatement_type: Some(submission.substatement_type),
        result_configuration: Some(ResultConfiguration { output_location, ..submission.result.unwrap_or_default() }),
        managed_query_results_configuration: submission.managed,
        result_reuse_configuration: submission.reuse,
        query_execution_context: submission.context,
        work_group: Some(kept.work_group),
        engine_version: Some(EngineVersion {
            selected_engine_version: Some(submission.engine_version),
            effective_engine_version: Some(ENGINE_VERSION.into()),
        }),
        execution_parameters: (!parameters.is_empty()).then_some(parameters),
        query_results_s3_access_grants_configuration: None,
    })
}

fn status(kept: &Kept, outcome: &Outcome) -> QueryExecutionStatus {
    let state = match kept.state {
        State::Queued => QueryExecutionState::Queued,
        State::Running => QueryExecutionState::Running,
        State::Succeeded => QueryExecutionState::Succeeded,
        State::Failed => QueryExecutionState::Failed,
        State::Cancelled => QueryExecutionState::Cancelled,
    };
    // Of one that a crash interrupted nothing more is kept than why.
    let interrupted =
        || (kept.state == State::Failed).then(|| failure::interrupted(kept.reason.as_deref().unwrap_or_default()));
    let athena_error = outcome.failure.clone().or_else(interrupted).map(|failed| AthenaError {
        error_category: Some(i64::from(failed.category)),
        error_type: Some(i64::from(failed.error_type)),
        retryable: Some(failed.is_retryable),
        error_message: Some(failed.message),
    });
    QueryExecutionStatus {
        state: Some(state),
        state_change_reason: kept.reason.clone(),
        submission_date_time: Some(Timestamp { millis: kept.submitted.0 }),
        completion_date_time: kept.completed.map(|completed| Timestamp { millis: completed.0 }),
        athena_error,
    }
}

fn statistics(ctx: &Context, kept: &Kept, outcome: &Outcome) -> QueryExecutionStatistics {
    if matches!(kept.state, State::Queued | State::Running) {
        let Some(live) = ctx.state.athena.live(&kept.id) else { return QueryExecutionStatistics::default() };
        return QueryExecutionStatistics {
            data_scanned_in_bytes: count(live.bytes_scanned),
            query_queue_time_in_millis: count(live.queued_millis),
            engine_execution_time_in_millis: live.engine_millis.and_then(count),
            total_execution_time_in_millis: count(live.total_millis),
            ..QueryExecutionStatistics::default()
        };
    }
    let times = outcome.times;
    QueryExecutionStatistics {
        engine_execution_time_in_millis: count(times.engine.unwrap_or(0)),
        data_scanned_in_bytes: count(outcome.bytes_scanned),
        data_manifest_location: outcome.manifest.clone(),
        total_execution_time_in_millis: count(times.total),
        query_queue_time_in_millis: count(times.queued),
        service_pre_processing_time_in_millis: times.before.and_then(count),
        query_planning_time_in_millis: times.planning.and_then(count),
        service_processing_time_in_millis: times.after.and_then(count),
        result_reuse_information: Some(ResultReuseInformation { reused_previous_result: outcome.reused.is_some() }),
        dpu_count: None,
    }
}

/// A count as the wire has it.
pub(super) fn count(value: u64) -> Option<i64> {
    i64::try_from(value).ok()
}
