//! StartQueryExecution.

use ashiato_engine::source::bucket_source::BucketSource;
use ashiato_meta::query_executions::{self, QueryExecution, State};
use ashiato_meta::work_groups::WorkGroup;
use ashiato_meta::{Millis, QueryExecutionId};
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use std::sync::Arc;
use uuid::Uuid;

use super::errors::{fault, internal, invalid, malformed_query, too_many_queries};
use super::{encryption as encrypted, query_execution, work_group};
use crate::access::Caller;
use crate::athena::outcome::{Outcome, Reused};
use crate::athena::results::{Layout, Place};
use crate::athena::reuse::unchanged_since;
use crate::athena::statement::{Understood, understand};
use crate::athena::submission::Submission;
use crate::athena::work_groups::{ENGINE_AUTO, settings};
use crate::athena::{CallersBuckets, CallersCatalog, Means, Refused, Sent};
use crate::aws::Error;
use crate::aws::generated::athena::{
    EncryptionConfiguration, ManagedQueryResultsConfiguration, ResultConfiguration, ResultReuseConfiguration,
    StartQueryExecutionInput, StartQueryExecutionOutput, WorkGroupConfiguration,
};
use crate::buckets::MANAGED_RESULTS;
use crate::catalog::MetaCatalog;
use crate::context::Context;

const REUSE_MINUTES: i64 = 60;

pub(super) async fn start_query_execution(
    ctx: &Context,
    input: StartQueryExecutionInput,
) -> Result<StartQueryExecutionOutput, Error> {
    let group = work_group::find(ctx, input.work_group.as_deref()).await?;
    if group.state != "ENABLED" {
        return Err(invalid(format!("WorkGroup {} is disabled.", group.name)));
    }
    if input.engine_configuration.is_some() {
        return Err(invalid("EngineConfiguration is for Apache Spark, which is not supported."));
    }
    let configuration = settings(&group);
    let target = Target::of(&configuration, input.result_configuration.as_ref())?;
    let parameters = input.execution_parameters.clone().unwrap_or_default();
    let mut means = means(ctx, &group.name).await?;
    if let Some(key) = encrypted::key(ctx, target.result.as_ref(), target.managed.as_ref()).await? {
        means.buckets = means.buckets.encrypting_under(&key);
    }
    let understood = understand(&input.query_string, &parameters, &means.catalog).await;
    let understood = understood.map_err(|error| malformed_query(&error))?;

    let id = Uuid::new_v4().to_string();
    let place = target.place(ctx, &id, understood.layout).await?;
    let submission = Submission {
        substatement_type: understood.substatement_type.into(),
        context: input.query_execution_context.clone(),
        asked: input.result_configuration.clone(),
        place,
        folder: target.folder,
        result: target.result,
        managed: target.managed,
        reuse: input.result_reuse_configuration.clone(),
        bytes_scanned_max: configuration.bytes_scanned_cutoff_per_query.and_then(|max| u64::try_from(max).ok()),
        engine_version: work_group::selected(configuration.engine_version.as_ref()).unwrap_or(ENGINE_AUTO).into(),
    };
    let query = query(ctx, &input, group, id, understood.statement_type, &parameters, &submission)?;
    let athena = &ctx.state.athena;
    let earlier = match max_age(input.result_reuse_configuration.as_ref()) {
        Some(age) => reusable(ctx, (&query, &submission), &understood, age, &means).await?,
        None => None,
    };
    let sent = match earlier {
        Some(outcome) => athena.submit_reusing(&query, &outcome, ctx.state.clock).await,
        None => athena.submit(query.clone(), understood, submission.clone(), means, ctx.state.clock).await,
    };
    let id = match sent.map_err(|refused| of_refused(refused, &query.work_group))? {
        Sent::New => query.id.0,
        Sent::Earlier(earlier) => same(&query, &submission, *earlier)?,
    };
    Ok(StartQueryExecutionOutput { query_execution_id: Some(id) })
}

/// The catalog and the buckets, as the caller may use them through Athena.
pub(super) async fn means(ctx: &Context, work_group: &str) -> Result<Means, Error> {
    let caller = Caller::of(ctx).await?.via("athena.amazonaws.com");
    let kept = &ctx.state.kept;
    let catalog =
        MetaCatalog::new(kept.meta.clone(), work_group::region(ctx), work_group, ctx.state.limits.quotas.clone());
    let account = kept.account.as_str().to_string();
    Ok(Means {
        catalog: CallersCatalog::new(catalog, Arc::new(caller.clone()), account, ctx.region.clone()),
        buckets: CallersBuckets::new(Arc::clone(ctx.state.athena.buckets()), caller),
    })
}

/// Where results are to go: what the client says, unless the work group has the last word.
struct Target {
    folder: Option<String>,
    result: Option<ResultConfiguration>,
    managed: Option<ManagedQueryResultsConfiguration>,
}

impl Target {
    fn of(configuration: &WorkGroupConfiguration, asked: Option<&ResultConfiguration>) -> Result<Target, Error> {
        let is_enforced = configuration.enforce_work_group_configuration == Some(true);
        let asked = asked.filter(|_| !is_enforced);
        let of_group = configuration.result_configuration.as_ref();
        let location = |result: Option<&ResultConfiguration>| {
            result.and_then(|result| result.output_location.clone()).filter(|location| !location.is_empty())
        };
        let managed = configuration.managed_query_results_configuration.clone().filter(|managed| managed.enabled);
        if let (Some(managed), None) = (managed, location(asked)) {
            return Ok(Target { folder: None, result: None, managed: Some(managed) });
        }
        let Some(folder) = location(asked).or_else(|| location(of_group)) else {
            return Err(invalid(
                "No output location provided. An output location is required either through the Workgroup result \
                 configuration setting or as an API input.",
            ));
        };
        let result = asked.or(of_group).cloned();
        Ok(Target { folder: Some(folder), result, managed: None })
    }

    async fn place(&self, ctx: &Context, id: &str, layout: Layout) -> Result<Place, Error> {
        let buckets = ctx.state.athena.buckets();
        let Some(folder) = &self.folder else {
            let made = buckets.ensure_managed_results(&ctx.region).await;
            made.map_err(|error| internal(error.message))?;
            let folder = format!("s3://{MANAGED_RESULTS}/{}/", work_group::region(ctx).as_str());
            return Place::below(&folder, id, layout).map_err(|error| internal(error.to_string()));
        };
        let place = Place::below(folder, id, layout).map_err(|error| invalid(error.to_string()))?;
        if buckets.is_reserved(&place.bucket, &place.key) || buckets.is_missing(&place.bucket).await {
            return Err(invalid(format!("Unable to verify/create output bucket {}", place.bucket)));
        }
        Ok(place)
    }
}

/// Refuses a location that no result can go to.
pub(super) fn check_location(location: &str) -> Result<(), Error> {
    Place::below(location, "id", Layout::Csv).map(drop).map_err(|error| invalid(error.to_string()))
}

fn query(
    ctx: &Context,
    input: &StartQueryExecutionInput,
    group: WorkGroup,
    id: String,
    statement_type: &str,
    parameters: &[String],
    submission: &Submission,
) -> Result<QueryExecution, Error> {
    let context = input.query_execution_context.as_ref();
    let catalog = context.and_then(|context| context.catalog.as_deref()).unwrap_or("awsdatacatalog").to_lowercase();
    if catalog != "awsdatacatalog" {
        return Err(invalid(format!("Catalog {catalog} cannot be queried: only AwsDataCatalog can.")));
    }
    // Some clients send the name as they would write it in DDL.
    let database = context.and_then(|context| context.database.as_deref()).unwrap_or("default");
    let database = database.trim_matches('`').to_lowercase();
    let as_json = |why: serde_json::Error| internal(why.to_string());
    Ok(QueryExecution {
        id: QueryExecutionId(id),
        place: group.place,
        work_group: group.name,
        statement: input.query_string.clone(),
        parameters: serde_json::to_string(parameters).map_err(as_json)?,
        statement_type: statement_type.into(),
        database_name: database,
        catalog_name: catalog,
        state: State::Queued,
        reason: None,
        submitted: ctx.state.now(),
        started: None,
        completed: None,
        client_token: input.client_request_token.clone(),
        server: ctx.state.athena.server().to_string(),
        submission: serde_json::to_string(submission).map_err(as_json)?,
        outcome: None,
    })
}

fn max_age(reuse: Option<&ResultReuseConfiguration>) -> Option<i64> {
    let by_age = reuse?.result_reuse_by_age_configuration.as_ref().filter(|by_age| by_age.enabled)?;
    Some(by_age.max_age_in_minutes.unwrap_or(REUSE_MINUTES))
}

/// The outcome of a query like this one that ran no longer ago than `age` minutes, and whose result is still there.
async fn reusable(
    ctx: &Context,
    (query, submission): (&QueryExecution, &Submission),
    understood: &Understood,
    age: i64,
    means: &Means,
) -> Result<Option<Outcome>, Error> {
    let since = Millis(query.submitted.0 - age * 60_000);
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let Some(earlier) = query_executions::reusable(&mut tx, query, since).await.map_err(fault)? else {
        return Ok(None);
    };
    drop(tx);
    let before = query_execution::submission(&earlier)?;
    let catalog = Arc::new(means.catalog.clone());
    let texts = (query.statement.as_str(), query.parameters.as_str());
    let unchanged = unchanged_since(&understood.parsed, texts, catalog, &query.database_name).await;
    let is_changed = unchanged.is_none_or(|unchanged| earlier.submitted <= unchanged);
    // What is to lie under a key must not be a file that lies under none.
    if is_changed || encryption(&before) != encryption(submission) {
        return Ok(None);
    }
    let outcome = query_execution::outcome(&earlier)?;
    let ran = Reused { place: before.place, ran_at: earlier.completed.unwrap_or(earlier.submitted).0 };
    // One that took over a result itself is as old as that.
    let reused = outcome.reused.unwrap_or(ran);
    if reused.ran_at < since.0 || !may_be_read(ctx, &reused.place, means).await {
        return Ok(None);
    }
    Ok(Some(Outcome { columns: outcome.columns, reused: Some(reused), ..Outcome::default() }))
}

fn encryption(submission: &Submission) -> Option<&EncryptionConfiguration> {
    submission.result.as_ref()?.encryption_configuration.as_ref()
}

async fn may_be_read(ctx: &Context, place: &Place, means: &Means) -> bool {
    let bucket: Result<Arc<dyn ObjectStore>, _> = match place.bucket.as_str() {
        MANAGED_RESULTS => Ok(ctx.state.athena.buckets().managed_results()),
        bucket => means.buckets.bucket(bucket).map(|bucket| bucket as _),
    };
    let (Ok(bucket), Ok(key)) = (bucket, Path::parse(&place.key)) else { return false };
    bucket.head(&key).await.is_ok()
}

fn of_refused(refused: Refused, work_group: &str) -> Error {
    match refused {
        Refused::Full => too_many_queries(),
        Refused::Stopping => internal("a query came while the server stops"),
        Refused::Meta(error) if error.kind == ashiato_meta::Kind::NotFound => work_group::missing(work_group),
        Refused::Meta(error) => fault(error),
    }
}

/// The id of the earlier query of the same token, if it is the same request.
fn same(query: &QueryExecution, submission: &Submission, earlier: QueryExecution) -> Result<String, Error> {
    let told = |query: &QueryExecution| {
        (query.statement.clone(), query.parameters.clone(), query.database_name.clone(), query.catalog_name.clone())
    };
    let is_same = told(query) == told(&earlier) && query_execution::submission(&earlier)?.asked == submission.asked;
    if is_same { Ok(earlier.id.0) } else { Err(invalid("Idempotent parameters do not match")) }
}
