//! GetQueryResults: a page of the stored result. The first row of a query's is the names of its columns.

use ashiato_engine::ErrorKind;
use ashiato_engine::source::bucket_source::BucketSource;
use ashiato_meta::query_executions::State;
use object_store::ObjectStore;
use object_store::path::Path;
use std::sync::Arc;

use super::errors::{internal, invalid};
use super::start_query_execution::means;
use super::{lists, query_execution};
use crate::athena::results::{Column, Layout, PageError, Place, RowFormat, page};
use crate::aws::Error;
use crate::aws::generated::athena::{
    ColumnInfo, ColumnNullable, Datum, GetQueryResultsInput, GetQueryResultsOutput, QueryResultType, ResultSet,
    ResultSetMetadata, Row,
};
use crate::buckets::MANAGED_RESULTS;
use crate::context::Context;

const ROWS_MAX: usize = 1000;

pub(super) async fn get_query_results(
    ctx: &Context,
    input: GetQueryResultsInput,
) -> Result<GetQueryResultsOutput, Error> {
    let kept = query_execution::find(ctx, &input.query_execution_id).await?;
    let state = kept.state.as_str();
    match kept.state {
        State::Queued | State::Running => {
            return Err(invalid(format!("Query has not yet finished. Current state: {state}")));
        }
        State::Failed | State::Cancelled => {
            return Err(invalid(format!("Query did not finish successfully. Final query state: {state}")));
        }
        State::Succeeded => {}
    }
    let outcome = query_execution::outcome(&kept)?;
    let place = match outcome.reused {
        Some(reused) => reused.place,
        None => query_execution::submission(&kept)?.place,
    };
    let from = begins(input.next_token.as_deref(), &kept.id.0)?;
    let rows_max = input.max_results.and_then(|rows| usize::try_from(rows).ok()).unwrap_or(ROWS_MAX);
    let file = file(&place, input.query_result_type)?;
    let (rows, next) = match file {
        None => (Vec::new(), None),
        Some((key, format)) => read(ctx, &kept.work_group, &place, &key, format, from, rows_max).await?,
    };
    Ok(GetQueryResultsOutput {
        update_count: query_execution::count(outcome.update_count),
        result_set: Some(ResultSet {
            rows: Some(rows),
            result_set_metadata: Some(ResultSetMetadata {
                column_info: Some(outcome.columns.iter().map(column_info).collect()),
            }),
        }),
        next_token: next.map(|next| lists::token(&format!("{}:{next}", kept.id.0))),
    })
}

/// The file that holds what is asked for. What was written elsewhere has no rows here.
fn file(place: &Place, wanted: Option<QueryResultType>) -> Result<Option<(String, RowFormat)>, Error> {
    match (wanted, place.layout) {
        (Some(QueryResultType::DataManifest), _) => match place.manifest_key() {
            Some(key) => Ok(Some((key, RowFormat::Text))),
            None => Err(invalid("Queries of this type have no data manifest.")),
        },
        (_, Layout::Csv) => Ok(Some((place.key.clone(), RowFormat::Csv))),
        (_, Layout::Text) => Ok(Some((place.key.clone(), RowFormat::Text))),
        (_, Layout::Table | Layout::Written) => Ok(None),
    }
}

async fn read(
    ctx: &Context,
    work_group: &str,
    place: &Place,
    key: &str,
    format: RowFormat,
    from: u64,
    rows_max: usize,
) -> Result<(Vec<Row>, Option<u64>), Error> {
    let gone = || invalid("Could not find results");
    let bucket: Result<Arc<dyn ObjectStore>, _> = match place.bucket.as_str() {
        MANAGED_RESULTS => Ok(ctx.state.athena.buckets().managed_results()),
        // As in AWS, who may not read the file may not read it here either.
        bucket => means(ctx, work_group).await?.buckets.bucket(bucket).map(|bucket| bucket as _),
    };
    let bucket = bucket.map_err(|error| match error.kind {
        ErrorKind::NotFound => gone(),
        _ => internal(error.message),
    })?;
    let path = Path::parse(key).map_err(|why| internal(why.to_string()))?;
    let page = page(&bucket, &path, format, from, rows_max).await.map_err(|error| match error {
        PageError::Gone => gone(),
        PageError::Damaged => invalid("The query results were changed since they were written"),
        PageError::Store(object_store::Error::PermissionDenied { source, .. }) => invalid(source.to_string()),
        PageError::Store(why) => internal(format!("read {}: {why}", place.uri_of(key))),
    })?;
    let row = |values: Vec<Option<String>>| Row {
        data: Some(values.into_iter().map(|value| Datum { var_char_value: value }).collect()),
    };
    Ok((page.rows.into_iter().map(row).collect(), page.next))
}

/// Where a page begins. A token is good for its own query.
fn begins(token: Option<&str>, id: &str) -> Result<u64, Error> {
    let Some(after) = lists::after(token)? else { return Ok(0) };
    let offset = after.strip_prefix(id).and_then(|rest| rest.strip_prefix(':')).and_then(|text| text.parse().ok());
    offset.ok_or_else(|| invalid("NextToken is not valid"))
}

fn column_info(column: &Column) -> ColumnInfo {
    ColumnInfo {
        catalog_name: Some("hive".into()),
        schema_name: Some(String::new()),
        table_name: Some(String::new()),
        name: column.name.clone(),
        label: Some(column.name.clone()),
        r#type: column.type_name.clone(),
        precision: Some(i64::from(column.precision)),
        scale: Some(i64::from(column.scale)),
        nullable: Some(ColumnNullable::Unknown),
        case_sensitive: Some(column.is_case_sensitive()),
    }
}
