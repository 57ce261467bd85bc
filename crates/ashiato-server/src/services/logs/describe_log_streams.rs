//! DescribeLogStreams: by name page by page, in any other order with all of them at hand.

use ashiato_meta::log_streams::{self, LogStream as Kept};
use ashiato_trail::log_events::StreamStats;
use std::collections::BTreeMap;

use super::failure::{invalid, of_events, of_state};
use super::named::Prefix;
use super::{lists, named};
use crate::aws::Error;
use crate::aws::generated::logs::{DescribeLogStreamsRequest, DescribeLogStreamsResponse, LogStream, OrderBy};
use crate::context::Context;
use crate::logs::with_group;

/// Rows that are looked at together where not all of them are wanted.
const AT_ONCE: u32 = 200;

type Stats = BTreeMap<u32, StreamStats>;

pub(super) async fn describe_log_streams(
    ctx: &Context,
    input: DescribeLogStreamsRequest,
) -> Result<DescribeLogStreamsResponse, Error> {
    let name = named::group_name(ctx, input.log_group_name.as_deref(), input.log_group_identifier.as_deref())?;
    let prefix = Prefix(input.log_stream_name_prefix.as_deref());
    let is_by_time = input.order_by == Some(OrderBy::LastEventTime);
    if is_by_time && prefix.0.is_some() {
        return Err(invalid("Cannot order by LastEventTime with a logStreamNamePrefix."));
    }
    let after = lists::after(input.next_token.as_deref())?;
    let most = lists::rows(input.limit);
    let mut tx = named::read(ctx).await?;
    let group = named::group(&mut tx, ctx, &name).await?;
    let is_descending = input.descending.unwrap_or(false);
    let (found, stats) = if is_by_time || is_descending {
        let all = log_streams::all(&mut tx, &group.id).await.map_err(of_state)?;
        drop(tx);
        let stats = with_group(&ctx.state, &group.id, |events| Ok(events.streams())).await.map_err(of_events)?;
        let key = |stream: &Kept| if is_by_time { last(stream, &stats) } else { 0 };
        let mut keyed: Vec<(i64, Kept)> =
            all.into_iter().filter(|stream| prefix.is_of(&stream.name)).map(|stream| (key(&stream), stream)).collect();
        keyed.sort_by(|one, other| (one.0, &one.1.name).cmp(&(other.0, &other.1.name)));
        if is_descending {
            keyed.reverse();
        }
        (ordered(keyed, after.as_deref(), is_descending)?, stats)
    } else {
        let found = by_name(&mut tx, &group.id, &prefix, after, most).await?;
        drop(tx);
        let numbers: Vec<i64> = found.iter().take(most).map(|(_, stream)| stream.number).collect();
        let stats = with_group(&ctx.state, &group.id, move |events| {
            let known = numbers.into_iter().filter_map(|number| u32::try_from(number).ok());
            Ok(known.filter_map(|number| Some((number, events.stream(number)?))).collect::<Stats>())
        });
        (found, stats.await.map_err(of_events)?)
    };
    let (rows, next_token) = lists::cut(found, most, |(key, stream)| format!("{key}/{}", stream.name));
    let arn = named::arn(ctx, &group.name);
    let shown = rows.into_iter().map(|(_, stream)| show(&arn, stream, &stats)).collect();
    Ok(DescribeLogStreamsResponse { log_streams: Some(shown), next_token })
}

/// What comes after the row that a token is of. That one may be gone, and may have had events since.
fn ordered(rows: Vec<(i64, Kept)>, after: Option<&str>, is_descending: bool) -> Result<Vec<(i64, Kept)>, Error> {
    let Some(after) = after else { return Ok(rows) };
    let (time, name) = of_token(after)?;
    let is_later = |(key, stream): &(i64, Kept)| {
        let (one, other) = ((*key, stream.name.as_str()), (time, name));
        if is_descending { one < other } else { one > other }
    };
    Ok(rows.into_iter().filter(is_later).collect())
}

fn of_token(token: &str) -> Result<(i64, &str), Error> {
    let read = token.split_once('/').and_then(|(time, name)| Some((time.parse().ok()?, name)));
    read.ok_or_else(|| invalid("The specified nextToken is invalid."))
}

async fn by_name(
    tx: &mut ashiato_meta::Tx,
    group_id: &str,
    prefix: &Prefix<'_>,
    after: Option<String>,
    most: usize,
) -> Result<Vec<(i64, Kept)>, Error> {
    let mut after = match after {
        Some(token) => Some(of_token(&token)?.1.to_string()),
        None => prefix.begin(),
    };
    let mut found = Vec::new();
    while found.len() <= most {
        let page = log_streams::list(tx, group_id, after.as_deref(), AT_ONCE).await.map_err(of_state)?;
        let is_past = page.rows.last().is_some_and(|last| prefix.is_past(&last.name));
        found.extend(page.rows.into_iter().filter(|stream| prefix.is_of(&stream.name)).map(|stream| (0, stream)));
        after = page.next;
        if is_past || after.is_none() {
            break;
        }
    }
    Ok(found)
}

fn stats_of(stream: &Kept, stats: &Stats) -> Option<StreamStats> {
    stats.get(&u32::try_from(stream.number).ok()?).copied()
}

fn last(stream: &Kept, stats: &Stats) -> i64 {
    stats_of(stream, stats).map_or(0, |told| told.last)
}

fn show(group_arn: &str, stream: Kept, stats: &Stats) -> LogStream {
    let told = stats_of(&stream, stats);
    LogStream {
        arn: Some(format!("{group_arn}:log-stream:{}", stream.name)),
        creation_time: Some(stream.created.0),
        first_event_timestamp: told.map(|told| told.first),
        last_event_timestamp: told.map(|told| told.last),
        last_ingestion_time: told.map(|told| told.ingested),
        upload_sequence_token: Some(super::put_log_events::sequence_token(stream.number)),
        // AWS tells 0 since 2019.
        stored_bytes: Some(0),
        log_stream_name: Some(stream.name),
    }
}
