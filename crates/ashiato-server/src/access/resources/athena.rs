//! Athena: work groups and data catalogs. What is named by its id is in the work group that the state knows.

use ashiato_meta::{Kind, NamedQueryId, QueryExecutionId, Tx, data_catalogs, named_queries, query_executions};
use ashiato_policy::actions::{AthenaFacts, Check, Place, athena};
use serde_json::Value;

use super::{text, texts};
use crate::aws::Error;
use crate::context::Context;

/// The catalog that is always there.
pub(crate) const OWN_CATALOG: &str = "AwsDataCatalog";

/// Where a query runs unless it says otherwise.
const WORK_GROUP_DEFAULT: &str = "primary";

pub(super) async fn checks(
    ctx: &Context,
    operation: &str,
    input: &Value,
    place: Place<'_>,
) -> Result<Option<Vec<Check>>, Error> {
    let work_groups = work_groups(ctx, operation, input).await?;
    let data_catalog = match text(input, "CatalogName") {
        "" => text(input, "Name"),
        name => name,
    };
    let data_catalog = &spelled(ctx, data_catalog).await?;
    let checks = work_groups.iter().map(|work_group| {
        let facts = AthenaFacts { work_group, data_catalog, resource_arn: text(input, "ResourceARN") };
        athena(operation, &facts, place)
    });
    Ok(checks.collect())
}

/// A data catalog's name as policies spell it, whichever way the client does: as it was made.
async fn spelled(ctx: &Context, name: &str) -> Result<String, Error> {
    if name.is_empty() || name.eq_ignore_ascii_case(OWN_CATALOG) {
        return Ok(OWN_CATALOG.to_string());
    }
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let place = ashiato_meta::Place::new(&ctx.state.kept.account, &ctx.region);
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    match data_catalogs::get(&mut tx, &place, name).await {
        Ok(kept) => Ok(kept.name),
        Err(error) if error.kind == Kind::NotFound => Ok(name.to_string()),
        Err(error) => Err(unread(error)),
    }
}

/// The work groups that a request reaches.
async fn work_groups(ctx: &Context, operation: &str, input: &Value) -> Result<Vec<String>, Error> {
    let executions: Vec<&str> = match operation {
        "BatchGetQueryExecution" => texts(input, "QueryExecutionIds"),
        _ => input.get("QueryExecutionId").and_then(Value::as_str).into_iter().collect(),
    };
    let named: Vec<&str> = match operation {
        "BatchGetNamedQuery" => texts(input, "NamedQueryIds"),
        _ => input.get("NamedQueryId").and_then(Value::as_str).into_iter().collect(),
    };
    if executions.is_empty() && named.is_empty() {
        let name = match operation {
            "CreateWorkGroup" => text(input, "Name"),
            _ => text(input, "WorkGroup"),
        };
        return Ok(vec![if name.is_empty() { WORK_GROUP_DEFAULT } else { name }.to_string()]);
    }
    let unread = |error: ashiato_meta::Error| Error::internal(format!("read the state: {error}"));
    let mut tx = ctx.state.kept.meta.read().await.map_err(unread)?;
    let mut found = Vec::new();
    for id in executions {
        found.push(of_execution(ctx, &mut tx, id).await.map_err(unread)?);
    }
    for id in named {
        found.push(of_named_query(ctx, &mut tx, id).await.map_err(unread)?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Of an id that nothing has, any work group: only who may reach all learns that it is nothing's.
const ANY: &str = "*";

async fn of_execution(ctx: &Context, tx: &mut Tx, id: &str) -> ashiato_meta::Result<String> {
    let place = ashiato_meta::Place::new(&ctx.state.kept.account, &ctx.region);
    or_any(query_executions::get(tx, &place, &QueryExecutionId(id.to_string())).await.map(|found| found.work_group))
}

async fn of_named_query(ctx: &Context, tx: &mut Tx, id: &str) -> ashiato_meta::Result<String> {
    let place = ashiato_meta::Place::new(&ctx.state.kept.account, &ctx.region);
    or_any(named_queries::get(tx, &place, &NamedQueryId(id.to_string())).await.map(|found| found.work_group))
}

fn or_any(found: ashiato_meta::Result<String>) -> ashiato_meta::Result<String> {
    match found {
        Err(error) if error.kind == Kind::NotFound => Ok(ANY.to_string()),
        other => other,
    }
}
