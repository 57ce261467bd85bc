//! DescribeAlarmHistory: of one alarm or of all, of those that are gone too.

use ashiato_meta::Millis;
use ashiato_meta::alarm_history::{self, Item, Wanted};

use super::failure::{invalid, of_state};
use super::named;
use crate::aws::generated::cloudwatch::{
    AlarmHistoryItem, AlarmType, DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput, ScanBy,
};
use crate::aws::{Error, Timestamp, page_token};
use crate::context::Context;

/// So many are told where the client says nothing.
const ROWS: i64 = 100;

pub(super) async fn describe_alarm_history(
    ctx: &Context,
    input: DescribeAlarmHistoryInput,
) -> Result<DescribeAlarmHistoryOutput, Error> {
    if input.alarm_contributor_id.is_some() {
        return Err(invalid("AlarmContributorId: alarms of several contributors are not supported by Ashiato."));
    }
    let after = named::after(input.next_token.as_deref())?;
    let has_metric_alarms = input.alarm_types.as_ref().is_none_or(|types| types.contains(&AlarmType::MetricAlarm));
    if !has_metric_alarms {
        return Ok(DescribeAlarmHistoryOutput { alarm_history_items: Some(Vec::new()), next_token: None });
    }
    let kind = input.history_item_type.map(serde_json::to_value).and_then(Result::ok);
    let wanted = Wanted {
        alarm: input.alarm_name.as_deref(),
        kind: kind.as_ref().and_then(|kind| kind.as_str()),
        from: Millis(input.start_date.map_or(i64::MIN, |time| time.millis)),
        until: Millis(input.end_date.map_or(i64::MAX, |time| time.millis)),
        is_backward: input.scan_by != Some(ScanBy::TimestampAscending),
    };
    let most = u32::try_from(input.max_records.unwrap_or(ROWS)).unwrap_or(1);
    let mut tx = named::read(ctx).await?;
    let found = alarm_history::list(&mut tx, &named::place(ctx), wanted, after.as_deref(), most + 1).await;
    let mut rows = found.map_err(of_state)?;
    let has_more = rows.len() > most as usize;
    rows.truncate(most as usize);
    let next_token = rows.last().filter(|_| has_more).map(|last| page_token::encode(&last.id));
    let items = rows.into_iter().map(shown).collect::<Result<_, _>>()?;
    Ok(DescribeAlarmHistoryOutput { alarm_history_items: Some(items), next_token })
}

fn shown(item: Item) -> Result<AlarmHistoryItem, Error> {
    let kind = serde_json::from_value(item.kind.into()).map_err(|why| Error::internal(why.to_string()))?;
    Ok(AlarmHistoryItem {
        alarm_name: Some(item.alarm),
        alarm_type: Some(AlarmType::MetricAlarm),
        timestamp: Some(Timestamp { millis: item.happened.0 }),
        history_item_type: Some(kind),
        history_summary: Some(item.summary),
        history_data: Some(item.data),
        ..AlarmHistoryItem::default()
    })
}
