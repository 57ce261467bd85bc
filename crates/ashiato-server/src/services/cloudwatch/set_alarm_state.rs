//! SetAlarmState: until the alarm is next evaluated. Its actions are taken as if it had come to that state by itself.

use serde_json::Value;

use super::failure::of_state;
use super::named;
use crate::aws::Error;
use crate::aws::generated::cloudwatch::SetAlarmStateInput;
use crate::aws::generated::cloudwatch::errors::INVALID_FORMAT_FAULT;
use crate::context::Context;
use crate::monitoring::{NewState, set_state};
use crate::topics;

pub(super) async fn set_alarm_state(ctx: &Context, input: SetAlarmStateInput) -> Result<(), Error> {
    let is_object = |text: &str| serde_json::from_str::<Value>(text).is_ok_and(|value| value.is_object());
    if input.state_reason_data.as_deref().is_some_and(|data| !is_object(data)) {
        return Err(INVALID_FORMAT_FAULT.because("StateReasonData was not valid JSON"));
    }
    match topics::ready(&ctx.state).await {
        Ok(()) => {}
        Err(topics::Failure::State(error)) => return Err(of_state(error)),
        // The history tells why nobody was told.
        Err(failure) => tracing::error!(%failure, "messages of alarms cannot be signed"),
    }
    let mut tx = named::write(ctx).await?;
    let alarm = named::alarm(&mut tx, ctx, &input.alarm_name).await?;
    let new = NewState { state: input.state_value, reason: input.state_reason, reason_data: input.state_reason_data };
    set_state(&mut tx, &ctx.state, &alarm, new).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)?;
    topics::wake(&ctx.state);
    Ok(())
}
