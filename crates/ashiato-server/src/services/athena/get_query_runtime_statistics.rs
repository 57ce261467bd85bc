//! GetQueryRuntimeStatistics: times and rows, as they were measured. Stages are Trino's and are not told.

use ashiato_meta::query_executions::State;

use super::query_execution::{self, count};
use crate::aws::Error;
use crate::aws::generated::athena::{
    GetQueryRuntimeStatisticsInput, GetQueryRuntimeStatisticsOutput, QueryRuntimeStatistics,
    QueryRuntimeStatisticsRows, QueryRuntimeStatisticsTimeline,
};
use crate::context::Context;

pub(super) async fn get_query_runtime_statistics(
    ctx: &Context,
    input: GetQueryRuntimeStatisticsInput,
) -> Result<GetQueryRuntimeStatisticsOutput, Error> {
    let kept = query_execution::find(ctx, &input.query_execution_id).await?;
    let outcome = query_execution::outcome(&kept)?;
    let times = outcome.times;
    let timeline = QueryRuntimeStatisticsTimeline {
        query_queue_time_in_millis: count(times.queued),
        service_pre_processing_time_in_millis: times.before.and_then(count),
        query_planning_time_in_millis: times.planning.and_then(count),
        engine_execution_time_in_millis: times.engine.and_then(count),
        service_processing_time_in_millis: times.after.and_then(count),
        total_execution_time_in_millis: count(times.total),
    };
    let rows = QueryRuntimeStatisticsRows {
        input_rows: outcome.rows_read.and_then(count),
        input_bytes: count(outcome.bytes_scanned),
        output_bytes: count(outcome.bytes_given),
        output_rows: count(outcome.rows_given),
    };
    let has_ended = !matches!(kept.state, State::Queued | State::Running);
    Ok(GetQueryRuntimeStatisticsOutput {
        query_runtime_statistics: Some(QueryRuntimeStatistics {
            timeline: has_ended.then_some(timeline),
            rows: (kept.state == State::Succeeded).then_some(rows),
            output_stage: None,
        }),
    })
}
