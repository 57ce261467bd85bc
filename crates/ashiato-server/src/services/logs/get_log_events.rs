//! GetLogEvents: a stream, forward or back. At either end the token is the one that was given, so that asking again with
//! it finds what came since.

use ashiato_meta::log_streams;
use ashiato_trail::log_events::{Direction, Event, Position, Query};

use super::failure::{invalid, no_stream, of_events, or};
use super::{named, tokens};
use crate::aws::Error;
use crate::aws::generated::logs::{GetLogEventsRequest, GetLogEventsResponse, OutputLogEvent};
use crate::context::Context;
use crate::logs::{oldest, stream_number, with_group};

/// A page: so many events, or so many bytes of text.
pub(super) const EVENTS_MAX: usize = 10_000;
pub(super) const BYTES_MAX: usize = 1 << 20;
/// What a call may read of the disk.
pub(super) const READ_BYTES_MAX: u64 = 64 << 20;
const LATEST: Position = Position { timestamp: i64::MAX, sequence: u64::MAX };

pub(super) async fn get_log_events(ctx: &Context, input: GetLogEventsRequest) -> Result<GetLogEventsResponse, Error> {
    let name = named::group_name(ctx, input.log_group_name.as_deref(), input.log_group_identifier.as_deref())?;
    let (direction, start) = match &input.next_token {
        Some(token) => tokens::read_of_stream(token)?,
        None if input.start_from_head == Some(true) => (Direction::Forward, Position::at(0)),
        None => (Direction::Backward, LATEST),
    };
    if input.start_time.zip(input.end_time).is_some_and(|(start, end)| start > end) {
        return Err(invalid("startTime must not be after endTime."));
    }
    let mut tx = named::read(ctx).await?;
    let group = named::group(&mut tx, ctx, &name).await?;
    let stream = log_streams::get(&mut tx, &group.id, &input.log_stream_name).await.map_err(or(no_stream))?;
    drop(tx);

    let number = stream_number(stream.number).map_err(of_events)?;
    let from = input.start_time.unwrap_or(0).max(oldest(group.retention_days, ctx.state.now()));
    let until = input.end_time.unwrap_or(i64::MAX);
    let events_max = events_max(input.limit);
    let page = with_group(&ctx.state, &group.id, move |events| {
        let (is_asked, is_wanted) = (|one| one == number, |_: &str| true);
        let query = Query {
            is_asked: &is_asked,
            is_wanted: &is_wanted,
            from,
            until,
            events_max,
            bytes_max: BYTES_MAX,
            read_bytes_max: READ_BYTES_MAX,
        };
        events.page(&query, start, direction)
    });
    let page = page.await.map_err(of_events)?;
    // Of nothing at all, what comes later is after the beginning.
    let nothing = if start == LATEST { Position::at(0) } else { start };
    let (mut first, mut after) = match (page.events.first(), page.events.last()) {
        (Some(first), Some(last)) => (first.position(), last.position().next()),
        _ => (nothing, nothing),
    };
    match direction {
        Direction::Forward => after = after.max(page.next),
        Direction::Backward if page.is_end && page.next == LATEST => {}
        Direction::Backward => first = page.next,
    }
    Ok(GetLogEventsResponse {
        events: Some(page.events.into_iter().map(shown).collect()),
        next_forward_token: Some(tokens::of_stream(Direction::Forward, after)),
        next_backward_token: Some(tokens::of_stream(Direction::Backward, first)),
    })
}

/// How many events are asked for.
pub(super) fn events_max(limit: Option<i64>) -> usize {
    limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(EVENTS_MAX).min(EVENTS_MAX)
}

fn shown(event: Event) -> OutputLogEvent {
    OutputLogEvent {
        timestamp: Some(event.timestamp),
        message: Some(event.message),
        ingestion_time: Some(event.ingested),
    }
}
