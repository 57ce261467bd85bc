//! PutLogEvents. Sequence tokens are given and not asked for, as AWS has it since 2023.

use ashiato_meta::{log_streams, metric_filters};

use super::failure::{invalid, no_stream, of_events, of_state, or};
use super::named;
use crate::aws::Error;
use crate::aws::generated::logs::{
    EntityRejectionErrorType, InputLogEvent, PutLogEventsRequest, PutLogEventsResponse, RejectedEntityInfo,
    RejectedLogEventsInfo,
};
use crate::context::Context;
use crate::logs::{BATCH_BYTES_MAX, Destination, EVENT_BYTES_MORE, SPAN_MILLIS_MAX, append, oldest, stream_number};

/// Source: the API reference of PutLogEvents.
const AHEAD_MILLIS_MAX: i64 = 2 * HOUR_MILLIS;
const BEHIND_DAYS_MAX: i64 = 14;
const HOUR_MILLIS: i64 = 3_600_000;

pub(super) async fn put_log_events(ctx: &Context, input: PutLogEventsRequest) -> Result<PutLogEventsResponse, Error> {
    check(&input.log_events)?;
    let mut tx = named::read(ctx).await?;
    let group = named::group(&mut tx, ctx, &input.log_group_name).await?;
    let stream = log_streams::get(&mut tx, &group.id, &input.log_stream_name).await.map_err(or(no_stream))?;
    let filters = metric_filters::of_group(&mut tx, &group.id).await.map_err(of_state)?;
    drop(tx);

    let now = ctx.state.now();
    let expired = oldest(group.retention_days, now);
    let too_old = oldest(Some(BEHIND_DAYS_MAX), now);
    let (taken, rejected) = sort_out(input.log_events, expired, too_old, now.0.saturating_add(AHEAD_MILLIS_MAX));
    if !taken.is_empty() {
        let number = stream_number(stream.number).map_err(of_events)?;
        let destination = Destination { group, stream: number, filters };
        append(&ctx.state, &named::place(ctx), &destination, taken).await.map_err(of_events)?;
    }
    // An entity is nothing that is kept here.
    let entity =
        input.entity.map(|_| RejectedEntityInfo { error_type: EntityRejectionErrorType::UnsupportedLogGroupType });
    Ok(PutLogEventsResponse {
        next_sequence_token: Some(sequence_token(stream.number)),
        rejected_log_events_info: rejected,
        rejected_entity_info: entity,
    })
}

/// What clients of former years hand on to their next call.
pub(super) fn sequence_token(stream: i64) -> String {
    format!("{stream:056}")
}

/// Refuses a batch that is too large, too long, or out of order.
fn check(events: &[InputLogEvent]) -> Result<(), Error> {
    let bytes: usize = events.iter().map(|event| event.message.len() + EVENT_BYTES_MORE).sum();
    if bytes > BATCH_BYTES_MAX {
        return Err(invalid(format!("Upload too large: {bytes} bytes exceeds limit of {BATCH_BYTES_MAX}")));
    }
    if !events.is_sorted_by_key(|event| event.timestamp) {
        return Err(invalid("Log events in a single PutLogEvents request must be in chronological order."));
    }
    let (first, last) = (events.first(), events.last());
    let span = last.map_or(0, |last| last.timestamp).saturating_sub(first.map_or(0, |first| first.timestamp));
    if span > SPAN_MILLIS_MAX {
        return Err(invalid(
            "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
        ));
    }
    Ok(())
}

/// The events that are taken, and which of those in order of time are not.
fn sort_out(
    events: Vec<InputLogEvent>,
    expired: i64,
    too_old: i64,
    too_new: i64,
) -> (Vec<(i64, String)>, Option<RejectedLogEventsInfo>) {
    let before = |time: i64| events.partition_point(|event| event.timestamp < time);
    let (expired_end, old_end) = (before(expired), before(too_old));
    let new_start = events.partition_point(|event| event.timestamp <= too_new);
    let index = |index: usize, is_any: bool| i64::try_from(index).ok().filter(|_| is_any);
    let rejected = RejectedLogEventsInfo {
        too_new_log_event_start_index: index(new_start, new_start < events.len()),
        too_old_log_event_end_index: index(old_end, old_end > 0),
        expired_log_event_end_index: index(expired_end, expired_end > 0),
    };
    let is_any = rejected != RejectedLogEventsInfo::default();
    let first = expired_end.max(old_end);
    let taken = events.into_iter().take(new_start).skip(first).map(|event| (event.timestamp, event.message));
    (taken.collect(), is_any.then_some(rejected))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(times: &[i64]) -> Vec<InputLogEvent> {
        times.iter().map(|time| InputLogEvent { timestamp: *time, message: "m".into() }).collect()
    }

    #[test]
    fn what_is_too_old_and_too_new_is_sorted_out() {
        let told = |times: &[i64]| {
            let (taken, rejected) = sort_out(events(times), 10, 20, 100);
            let rejected = rejected.map(|info| {
                (info.expired_log_event_end_index, info.too_old_log_event_end_index, info.too_new_log_event_start_index)
            });
            (taken.into_iter().map(|(time, _)| time).collect::<Vec<_>>(), rejected)
        };
        assert_eq!(told(&[20, 50, 100]), (vec![20, 50, 100], None));
        assert_eq!(told(&[9, 19, 20, 101]), (vec![20], Some((Some(1), Some(2), Some(3)))));
        assert_eq!(told(&[10, 15]), (vec![], Some((None, Some(2), None))));
        assert_eq!(told(&[101, 102]), (vec![], Some((None, None, Some(0)))));
    }

    #[test]
    fn batches_have_bounds() {
        assert!(check(&events(&[1, 1, 2])).is_ok());
        assert!(check(&events(&[2, 1])).is_err());
        assert!(check(&events(&[0, SPAN_MILLIS_MAX])).is_ok());
        assert!(check(&events(&[0, SPAN_MILLIS_MAX + 1])).is_err());
        let sized = |bytes: usize| [InputLogEvent { timestamp: 1, message: "x".repeat(bytes) }];
        assert!(check(&sized(BATCH_BYTES_MAX - 26)).is_ok());
        assert!(check(&sized(BATCH_BYTES_MAX - 25)).is_err());
    }
}
