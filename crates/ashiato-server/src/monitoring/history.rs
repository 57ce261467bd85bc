//! What DescribeAlarmHistory tells: an item for each change of an alarm's definition and state, and for each action.

use ashiato_meta::alarm_history::{self, Item};
use ashiato_meta::alarms::Alarm;
use ashiato_meta::{Millis, Result as MetaResult, Tx};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The model's bounds of an item.
const SUMMARY_MAX: usize = 255;
const DATA_MAX: usize = 4095;

/// What became of an alarm's definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ConfigurationChange {
    Created,
    Updated,
    Deleted,
}

/// Notes that an alarm was made, changed or taken away.
pub(crate) async fn configuration_changed(
    tx: &mut Tx,
    alarm: &Alarm,
    change: ConfigurationChange,
    now: Millis,
) -> MetaResult<()> {
    let (word, kind, member) = match change {
        ConfigurationChange::Created => ("created", "Create", "createdAlarm"),
        ConfigurationChange::Updated => ("updated", "Update", "updatedAlarm"),
        ConfigurationChange::Deleted => ("deleted", "Delete", "deletedAlarm"),
    };
    let definition: Value = serde_json::from_str(&alarm.definition).unwrap_or_default();
    let mut shown: Map<String, Value> = Map::new();
    for (name, value) in definition.as_object().into_iter().flatten() {
        let mut letters = name.chars();
        let small = letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect();
        shown.insert(small, value.clone());
    }
    shown.insert("actionsEnabled".into(), (alarm.acts == 1).into());
    shown.insert("stateValue".into(), alarm.state.as_str().into());
    let data = json!({ "version": "1.0", "type": kind, member: shown });
    let short = json!({ "version": "1.0", "type": kind });
    let summary = format!("Alarm \"{}\" {word}", alarm.name);
    add(tx, alarm, now, ("ConfigurationUpdate", 0), summary, &[data, short]).await
}

/// Notes that an alarm's state became another.
pub(super) async fn state_changed(tx: &mut Tx, old: &Alarm, new: &Alarm) -> MetaResult<()> {
    let told = |alarm: &Alarm, with_data: bool| {
        let mut state = Map::new();
        state.insert("stateValue".into(), alarm.state.as_str().into());
        state.insert("stateReason".into(), alarm.reason.as_str().into());
        let data = alarm.reason_data.as_deref().filter(|_| with_data);
        let data: Option<Value> = data.and_then(|data| serde_json::from_str(data).ok());
        state.extend(data.map(|data| ("stateReasonData".to_string(), data)));
        Value::Object(state)
    };
    let data = |of_old: bool, of_new: bool| json!({ "version": "1.0", "oldState": told(old, of_old), "newState": told(new, of_new) });
    let summary = format!("Alarm updated from {} to {}", old.state, new.state);
    let all = [data(true, true), data(false, true), data(false, false)];
    add(tx, new, new.updated, ("StateUpdate", 1), summary, &all).await
}

/// Notes that an action was taken: what was published, or why it could not be.
pub(super) async fn acted(
    tx: &mut Tx,
    alarm: &Alarm,
    (number, resource): (usize, &str),
    outcome: Result<&str, &str>,
) -> MetaResult<()> {
    let data = |message: Option<&str>| {
        json!({
            "version": "1.0",
            "actionState": if outcome.is_ok() { "Succeeded" } else { "Failed" },
            "stateUpdateTimestamp": alarm.updated.0,
            "notificationResource": resource,
            "publishedMessage": message,
            "error": outcome.err(),
        })
    };
    let summary = match outcome {
        Ok(_) => format!("Successfully executed action {resource}"),
        Err(why) => format!("Failed to execute action {resource}. Received error: \"{why}\""),
    };
    let all = [data(outcome.ok()), data(None)];
    add(tx, alarm, alarm.updated, ("Action", 2 + number), summary, &all).await
}

/// Of several data the first that fits is told.
async fn add(
    tx: &mut Tx,
    alarm: &Alarm,
    now: Millis,
    (kind, order): (&str, usize),
    summary: String,
    data: &[Value],
) -> MetaResult<()> {
    let texts = data.iter().map(Value::to_string);
    let data = texts.into_iter().find(|text| text.len() <= DATA_MAX).unwrap_or_else(|| "{}".into());
    let item = Item {
        // In the order of time, and of what came of it.
        id: format!("{:016}-{order:02}-{}", now.0, Uuid::new_v4()),
        place: alarm.place.clone(),
        alarm: alarm.name.clone(),
        happened: now,
        kind: kind.to_string(),
        summary: summary.chars().take(SUMMARY_MAX).collect(),
        data,
    };
    alarm_history::add(tx, &item).await
}
