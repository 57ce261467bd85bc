//! Sets an alarm's state, with all that comes of it: history, and messages to topics.

use ashiato_meta::alarms::{self, Alarm};
use ashiato_meta::{Kind, Result as MetaResult, Tx};

use super::{history, message};
use crate::aws::generated::cloudwatch::{PutMetricAlarmInput, StateValue};
use crate::state::State;
use crate::topics;

/// A state, and why.
#[derive(Debug, Clone)]
pub(crate) struct NewState {
    pub(crate) state: StateValue,
    pub(crate) reason: String,
    pub(crate) reason_data: Option<String>,
}

/// Sets the state of an alarm as it was read, in a transaction. Topics must be [`ready`](topics::ready) before it begins, and
/// their deliverer be [woken](topics::wake) once it is committed. `Conflict` where the alarm has changed meanwhile.
pub(crate) async fn set_state(tx: &mut Tx, state: &State, old: &Alarm, new: NewState) -> MetaResult<()> {
    let now = state.now();
    let value = text(new.state);
    let is_other = old.state != value;
    let alarm = Alarm {
        state: value.to_string(),
        reason: new.reason,
        reason_data: new.reason_data,
        updated: now,
        transitioned: if is_other { now } else { old.transitioned },
        ..old.clone()
    };
    alarms::update(tx, &alarm).await?;
    if !is_other {
        return Ok(());
    }
    history::state_changed(tx, old, &alarm).await?;
    if alarm.acts == 1 {
        act(tx, state, old, &alarm).await?;
    }
    Ok(())
}

async fn act(tx: &mut Tx, state: &State, old: &Alarm, alarm: &Alarm) -> MetaResult<()> {
    let definition: PutMetricAlarmInput = match serde_json::from_str(&alarm.definition) {
        Ok(definition) => definition,
        Err(why) => {
            tracing::error!(alarm = alarm.name, %why, "an alarm cannot be read, and does nothing");
            return Ok(());
        }
    };
    let actions = match alarm.state.as_str() {
        "ALARM" => &definition.alarm_actions,
        "OK" => &definition.ok_actions,
        _ => &definition.insufficient_data_actions,
    };
    let (account, region) = alarm.place.as_str().split_once('/').unwrap_or_default();
    let arn = arn(account, region, &alarm.name);
    let by = topics::Service::cloud_watch(&arn, account);
    let said = message::notification((old, alarm), &definition, (account, region, &arn));
    for (number, topic) in actions.iter().flatten().enumerate() {
        let done = topics::publish_for_service(tx, state, &by, topic, &said).await;
        let outcome = match done {
            Ok(_) => Ok(said.message.as_str()),
            // The whole is tried again when the alarm is next looked at.
            Err(topics::Failure::State(error)) if error.kind != Kind::NotFound => return Err(error),
            Err(failure) => Err(failure.to_string()),
        };
        if let Err(why) = &outcome {
            tracing::warn!(alarm = alarm.name, topic, why, "an alarm's action failed");
        }
        let outcome = outcome.as_ref().map(|message| *message).map_err(String::as_str);
        history::acted(tx, alarm, (number, topic), outcome).await?;
    }
    Ok(())
}

/// `arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME`.
pub(crate) fn arn(account: &str, region: &str, name: &str) -> String {
    format!("arn:aws:cloudwatch:{region}:{account}:alarm:{name}")
}

/// A state as it is kept.
pub(super) fn text(state: StateValue) -> &'static str {
    match state {
        StateValue::Ok => "OK",
        StateValue::Alarm => "ALARM",
        StateValue::InsufficientData => "INSUFFICIENT_DATA",
    }
}
