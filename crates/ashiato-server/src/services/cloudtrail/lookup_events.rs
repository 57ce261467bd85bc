//! LookupEvents: event history of the last 90 days, newest first, one attribute at a time.
//!
//! Beyond AWS, and documented in docs/extensions.md: a member `Ashiato` of the input asks for more attributes at once,
//! for all regions and accounts, for what is older than 90 days, and for what came after a record of the journal, also
//! by an answer that waits for it; a member `Ashiato` of the answer then tells what was searched. A stock client sends
//! no such member.

use ashiato_engine::ErrorKind;
use ashiato_engine::history::{Attribute, Condition, Cursor, HistoryEvent, Lookup};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::lookup_extension::Asked;
use super::lookup_told::{range_told, told};
use crate::aws::generated::cloudtrail::errors::{
    INVALID_LOOKUP_ATTRIBUTES_EXCEPTION, INVALID_NEXT_TOKEN_EXCEPTION, INVALID_TIME_RANGE_EXCEPTION,
    UNSUPPORTED_OPERATION_EXCEPTION,
};
use crate::aws::generated::cloudtrail::{
    Event, EventCategory, LookupAttribute, LookupAttributeKey, LookupEventsRequest, LookupEventsResponse, Resource,
};
use crate::aws::{DeclaredError, Error, Timestamp, page_token};
use crate::context::Context;
use crate::history::{EventHistory, Found};
use crate::signature::hex_sha256;

/// What is kept for lookups of AWS's kind.
const DAYS: i64 = 90;
const RESULTS_MAX: i64 = 50;
/// Of the values of an attribute that are counted.
const COUNTS_MAX: usize = 100;

pub(super) async fn lookup_events(ctx: &Context, input: LookupEventsRequest, raw: &Value) -> Result<Value, Error> {
    let asked = Asked::of(raw)?;
    let lookup = lookup(ctx, &input, &asked)?;
    let Some(history) = &ctx.state.history else {
        return Err(UNSUPPORTED_OPERATION_EXCEPTION.because("This server records nothing, and has no event history."));
    };
    let throttled = || DeclaredError::shared("ThrottlingException").because("Rate exceeded");
    if !history.lookups.take(&counted_for(ctx, &asked), std::time::Instant::now()) {
        return Err(throttled());
    }
    let _place = match asked.wait {
        Some(_) => Some(history.place_to_wait(holder(ctx)).ok_or_else(throttled)?),
        None => None,
    };
    let fingerprint = fingerprint(&input, &asked);
    let cursor = input.next_token.as_deref().map(|token| cursor(token, &fingerprint)).transpose()?;
    let found = match &lookup {
        Some(lookup) => Some(found(ctx, history, Lookup { cursor, ..lookup.clone() }, &asked).await?),
        None => None,
    };
    let page = found.as_ref().map(|found| &found.page);
    let (events, next) = page.map_or((&[][..], None), |page| (&page.events[..], page.next));
    let answer = LookupEventsResponse {
        events: Some(events.iter().map(shown).collect()),
        next_token: next.map(|next| page_token::encode(&format!("{fingerprint} {next}"))),
    };
    let mut answer = serde_json::to_value(answer).map_err(|why| Error::internal(format!("write an answer: {why}")))?;
    if asked.is_given {
        answer["Ashiato"] = told(ctx, found.as_ref()).await?;
        if let (Some(of), Some(lookup)) = (asked.counts_of, &lookup) {
            tell_counts(ctx, history, (of, lookup), &mut answer["Ashiato"]).await?;
        }
    }
    Ok(answer)
}

/// The region whose events are looked up: where a call to the one that was asked is recorded.
fn region(ctx: &Context) -> &str {
    ctx.state.recorder.settings.regions.recorded(&ctx.region)
}

/// Who takes a place: a user, or a role with all its sessions.
fn holder(ctx: &Context) -> &str {
    let id = ctx.caller.principal.user_id.as_str();
    id.split_once(':').map_or(id, |(role, _)| role)
}

/// What a lookup is counted for: account and region, as at AWS; but who follows and waits is counted by itself, and
/// takes nothing from others.
fn counted_for(ctx: &Context, asked: &Asked) -> String {
    let by = match asked.wait {
        None => ctx.state.kept.account.as_str(),
        Some(_) => ctx.caller.access_key_id.as_str(),
    };
    format!("{by} in {}", region(ctx))
}

/// The events of an answer: newest first, or those behind a number of the journal in its order.
async fn found(ctx: &Context, history: &EventHistory, lookup: Lookup, asked: &Asked) -> Result<Found, Error> {
    let found = match (asked.after, asked.wait) {
        (None, _) => history.lookup(&ctx.state, &lookup).await,
        (Some(after), None) => history.follow(&ctx.state, &lookup, after).await,
        (Some(after), Some(time)) => history.wait(&ctx.state, (&lookup, after), time, ctx.client.gone()).await,
    };
    let committed = ctx.state.recorder.journal().map_or(0, |journal| journal.committed_through());
    let found = found.map_err(|why| match (asked.after, why.kind) {
        // Of another server's journal, or of one that is no more. What the journal has and cannot give is there later.
        (Some(after), ErrorKind::Invalid) if after > committed => {
            INVALID_NEXT_TOKEN_EXCEPTION.because(format!("After: {why}."))
        }
        _ => Error::internal(format!("look up events: {why}")),
    })?;
    // An answer of AWS's kind has no place to say that the newest events are missing; a later page is of older ones.
    if found.unsearched > 0 && !asked.is_given && lookup.cursor.is_none() {
        return Err(Error::internal(format!("look up events: the newest {} records cannot be read", found.unsearched)));
    }
    Ok(found)
}

/// Counts the values of an attribute: tells the most frequent ones, and how often all others occur. The range that was
/// searched for it does not end with a page.
async fn tell_counts(
    ctx: &Context,
    history: &EventHistory,
    (of, lookup): (Attribute, &Lookup),
    told: &mut Value,
) -> Result<(), Error> {
    let counts = history.counts(&ctx.state, of, lookup, COUNTS_MAX).await;
    let counts = counts.map_err(|why| Error::internal(format!("count events: {why}")))?;
    let values = counts.values.iter().map(|(value, count)| serde_json::json!({ "Value": value, "Count": count }));
    told["Counts"] = values.collect();
    told["Others"] = counts.others.into();
    told["Searched"] = range_told(counts.searched);
    told["FilesRead"] = counts.reading.files_opened.into();
    told["BytesRead"] = counts.reading.bytes.into();
    Ok(())
}

fn lookup(ctx: &Context, input: &LookupEventsRequest, asked: &Asked) -> Result<Option<Lookup>, Error> {
    if asked.after.is_some() && (input.next_token.is_some() || asked.counts_of.is_some()) {
        return Err(INVALID_NEXT_TOKEN_EXCEPTION.because("After goes with neither a NextToken nor CountsOf."));
    }
    let range = range(ctx.now, input, asked)?;
    // There are no Insights events yet.
    let category = match &input.event_category {
        None => "Management",
        Some(EventCategory::Insight) => "Insight",
    };
    let mut all = Vec::new();
    match input.lookup_attributes.as_deref().unwrap_or_default() {
        [] => {}
        [attribute] if input.event_category.is_none() || is_of_insights(&attribute.attribute_key) => {
            all.push(equals(attribute));
        }
        [_] => {
            let why = "Insights events are looked up by EventId, EventName or EventSource.";
            return Err(INVALID_LOOKUP_ATTRIBUTES_EXCEPTION.because(why));
        }
        _ => {
            let why = "Only one lookup attribute may be given.";
            return Err(INVALID_LOOKUP_ATTRIBUTES_EXCEPTION.because(why));
        }
    }
    all.extend(asked.condition.clone());
    Ok(range.map(|(from, to)| Lookup {
        from: Some(from),
        to: Some(to),
        condition: Some(Condition::And(all)),
        category: (!asked.all_categories).then(|| category.to_string()),
        region: (!asked.all_regions).then(|| region(ctx).to_string()),
        account: None,
        limit: usize::try_from(input.max_results.unwrap_or(RESULTS_MAX)).unwrap_or(1),
        cursor: None,
    }))
}

/// The times to search, in milliseconds, both inclusive. `None`: all that is asked for is older than what is kept.
fn range(now: DateTime<Utc>, input: &LookupEventsRequest, asked: &Asked) -> Result<Option<(i64, i64)>, Error> {
    let start = input.start_time.map(|time| time.millis);
    let end = input.end_time.map(|time| time.millis);
    if let (Some(start), Some(end)) = (start, end)
        && start > end
    {
        return Err(INVALID_TIME_RANGE_EXCEPTION.because("The start time is after the end time."));
    }
    let oldest = match asked.no_end {
        true => i64::MIN,
        false => (now - TimeDelta::days(DAYS)).timestamp_millis(),
    };
    let (from, to) = (start.map_or(oldest, |start| start.max(oldest)), end.unwrap_or(i64::MAX));
    Ok((from <= to).then_some((from, to)))
}

/// Whether Insights events have the attribute.
fn is_of_insights(attribute: &LookupAttributeKey) -> bool {
    use LookupAttributeKey::{EventId, EventName, EventSource};
    matches!(attribute, EventId | EventName | EventSource)
}

fn equals(attribute: &LookupAttribute) -> Condition {
    let key = match attribute.attribute_key {
        LookupAttributeKey::EventId => Attribute::EventId,
        LookupAttributeKey::EventName => Attribute::EventName,
        LookupAttributeKey::ReadOnly => Attribute::ReadOnly,
        LookupAttributeKey::Username => Attribute::Username,
        LookupAttributeKey::ResourceType => Attribute::ResourceType,
        LookupAttributeKey::ResourceName => Attribute::ResourceName,
        LookupAttributeKey::EventSource => Attribute::EventSource,
        LookupAttributeKey::AccessKeyId => Attribute::AccessKeyId,
    };
    Condition::Equals(key, attribute.attribute_value.clone())
}

/// What makes two requests the same lookup: a token goes on with its own alone.
fn fingerprint(input: &LookupEventsRequest, asked: &Asked) -> String {
    let same = LookupEventsRequest { next_token: None, max_results: None, ..input.clone() };
    hex_sha256(format!("{same:?} {asked:?}").as_bytes())[..16].to_string()
}

fn cursor(token: &str, fingerprint: &str) -> Result<Cursor, Error> {
    let invalid = || INVALID_NEXT_TOKEN_EXCEPTION.because("The NextToken is not one of this lookup.");
    let decoded = page_token::decode(token).ok_or_else(invalid)?;
    let (of, cursor) = decoded.split_once(' ').ok_or_else(invalid)?;
    if of != fingerprint {
        return Err(invalid());
    }
    cursor.parse().map_err(|_| invalid())
}

fn shown(event: &HistoryEvent) -> Event {
    let resources = event.resources.iter();
    Event {
        event_id: event.event_id.clone(),
        event_name: event.event_name.clone(),
        read_only: event.read_only.map(|read_only| read_only.to_string()),
        access_key_id: event.access_key_id.clone(),
        event_time: Some(Timestamp { millis: event.event_time }),
        event_source: event.event_source.clone(),
        username: event.user_name.clone(),
        resources: Some(
            resources
                .map(|resource| Resource {
                    resource_type: Some(resource.kind.clone()),
                    resource_name: Some(resource.name.clone()),
                })
                .collect(),
        ),
        cloud_trail_event: Some(String::from_utf8_lossy(&event.record).into_owned()),
    }
}
