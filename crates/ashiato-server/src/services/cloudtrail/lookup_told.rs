//! What LookupEvents answers beyond AWS: what was searched, what is missing from it, and where to go on.

use ashiato_meta::consumer_offsets;
use chrono::DateTime;
use serde_json::{Map, Value, json};

use super::fault::{failed, read};
use crate::aws::Error;
use crate::context::Context;
use crate::history::Found;
use crate::trails::server_of;

/// The answer's member `Ashiato`. Where nothing is found, nothing was searched: all of what was asked is older than what
/// is kept.
pub(super) async fn told(ctx: &Context, found: Option<&Found>) -> Result<Value, Error> {
    let Some(found) = found else { return Ok(json!({ "Searched": null })) };
    let page = &found.page;
    Ok(json!({
        "Searched": range_told(page.searched),
        "Missing": missing(ctx, found).await?,
        "Server": server(ctx),
        "Through": page.through,
        "FilesRead": page.reading.files_opened,
        "BytesRead": page.reading.bytes,
    }))
}

/// Only what is missing is told of.
async fn missing(ctx: &Context, Found { page, unsearched }: &Found) -> Result<Value, Error> {
    let mut missing = Map::new();
    if let Some(before) = page.missing.deleted_before {
        missing.insert("DeletedBefore".into(), moment(before).into());
    }
    let journal = ctx.state.recorder.journal();
    let above = journal.map_or(0, |journal| journal.committed_through().saturating_sub(page.through));
    let counts = [
        ("Unreadable", page.missing.unreadable),
        ("Lost", page.missing.lost),
        ("Unsearched", *unsearched),
        ("Later", above.saturating_sub(*unsearched)),
    ];
    for (name, count) in counts {
        if count > 0 {
            missing.insert(name.into(), count.into());
        }
    }
    let others = other_servers(ctx).await?;
    if !others.is_empty() {
        missing.insert("OtherServers".into(), others.into());
    }
    Ok(missing.into())
}

fn server(ctx: &Context) -> Option<&str> {
    ctx.state.trails.as_ref().map(|trails| trails.server())
}

/// The servers that have recorded calls of the same account, each into a journal and a history of its own.
async fn other_servers(ctx: &Context) -> Result<Vec<String>, Error> {
    let mut tx = read(ctx).await?;
    let readers = consumer_offsets::list(&mut tx).await.map_err(failed)?;
    let own = server(ctx);
    let servers = readers.iter().filter_map(|(reader, _)| server_of(reader));
    Ok(servers.filter(|server| Some(*server) != own).map(str::to_string).collect())
}

/// The oldest and the newest time; null where there is none.
pub(super) fn range_told(range: Option<(i64, i64)>) -> Value {
    range.map_or(Value::Null, |(oldest, newest)| json!([moment(oldest), moment(newest)]))
}

fn moment(millis: i64) -> Option<String> {
    DateTime::from_timestamp_millis(millis).map(|time| time.to_rfc3339())
}
