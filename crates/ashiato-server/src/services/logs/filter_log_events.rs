//! FilterLogEvents: events of a group's streams, in the order of time, that a pattern is for. A page may be empty and
//! still have a token: then as much was read as one call may cost.

use ashiato_meta::log_streams;
use ashiato_trail::filter_pattern::FilterPattern;
use ashiato_trail::log_events::{Direction, Event, Position, Query};
use std::collections::HashMap;

use super::failure::{invalid, no_stream, of_events, of_state};
use super::get_log_events::{BYTES_MAX, READ_BYTES_MAX, events_max};
use super::named::Prefix;
use super::{named, tokens};
use crate::aws::Error;
use crate::aws::generated::logs::{FilterLogEventsRequest, FilterLogEventsResponse, FilteredLogEvent};
use crate::context::Context;
use crate::logs::{oldest, with_group};

pub(super) async fn filter_log_events(
    ctx: &Context,
    input: FilterLogEventsRequest,
) -> Result<FilterLogEventsResponse, Error> {
    let name = named::group_name(ctx, input.log_group_name.as_deref(), input.log_group_identifier.as_deref())?;
    if input.log_stream_names.is_some() && input.log_stream_name_prefix.is_some() {
        return Err(invalid("logStreamNames and logStreamNamePrefix cannot both be specified."));
    }
    if input.start_time.zip(input.end_time).is_some_and(|(start, end)| start > end) {
        return Err(invalid("startTime must not be after endTime."));
    }
    let (direction, start) = match &input.next_token {
        Some(token) => tokens::read_of_filter(token)?,
        None if input.start_from_head == Some(false) => {
            (Direction::Backward, Position { timestamp: i64::MAX, sequence: u64::MAX })
        }
        None => (Direction::Forward, Position::at(0)),
    };
    let pattern = FilterPattern::parse(input.filter_pattern.as_deref().unwrap_or_default());
    let pattern = pattern.map_err(|wrong| invalid(wrong.to_string()))?;

    let mut tx = named::read(ctx).await?;
    let group = named::group(&mut tx, ctx, &name).await?;
    let all = log_streams::all(&mut tx, &group.id).await.map_err(of_state)?;
    drop(tx);
    let streams = wanted(all, input.log_stream_names.as_deref(), input.log_stream_name_prefix.as_deref())?;

    let from = input.start_time.unwrap_or(0).max(oldest(group.retention_days, ctx.state.now()));
    // Unlike that of GetLogEvents the end is included.
    let until = input.end_time.map_or(i64::MAX, |end| end.saturating_add(1));
    let events_max = events_max(input.limit);
    let page = with_group(&ctx.state, &group.id, move |events| {
        let (is_asked, is_wanted) = (|one| streams.contains_key(&one), |text: &str| pattern.matches(text));
        let query = Query {
            is_asked: &is_asked,
            is_wanted: &is_wanted,
            from,
            until,
            events_max,
            bytes_max: BYTES_MAX,
            read_bytes_max: READ_BYTES_MAX,
        };
        events.page(&query, start, direction).map(|page| (page, streams))
    });
    let (page, streams) = page.await.map_err(of_events)?;
    let mut shown: Vec<FilteredLogEvent> = page.events.into_iter().map(|event| show(event, &streams)).collect();
    if direction == Direction::Backward {
        shown.reverse();
    }
    Ok(FilterLogEventsResponse {
        events: Some(shown),
        // AWS tells none since 2019.
        searched_log_streams: Some(Vec::new()),
        next_token: (!page.is_end).then(|| tokens::of_filter(direction, page.next)),
    })
}

/// The streams that are asked for, by number.
fn wanted(
    all: Vec<log_streams::LogStream>,
    names: Option<&[String]>,
    prefix: Option<&str>,
) -> Result<HashMap<u32, String>, Error> {
    let prefix = Prefix(prefix);
    if names.is_some_and(|names| names.iter().any(|name| !all.iter().any(|stream| stream.name == *name))) {
        return Err(no_stream());
    }
    let is_asked = |name: &String| names.is_none_or(|names| names.contains(name)) && prefix.is_of(name);
    let asked = all.into_iter().filter(|stream| is_asked(&stream.name));
    Ok(asked.filter_map(|stream| Some((u32::try_from(stream.number).ok()?, stream.name))).collect())
}

fn show(event: Event, streams: &HashMap<u32, String>) -> FilteredLogEvent {
    FilteredLogEvent {
        log_stream_name: streams.get(&event.stream).cloned(),
        event_id: Some(tokens::digits(event.position())),
        timestamp: Some(event.timestamp),
        message: Some(event.message),
        ingestion_time: Some(event.ingested),
    }
}
