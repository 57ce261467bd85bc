//! EnableAlarmActions and DisableAlarmActions. Names of no alarm are passed over: neither declares an error for them.

use ashiato_meta::Kind;
use ashiato_meta::alarms::{self, Alarm};

use super::failure::of_state;
use super::named;
use crate::aws::Error;
use crate::aws::generated::cloudwatch::{DisableAlarmActionsInput, EnableAlarmActionsInput};
use crate::context::Context;
use crate::monitoring::{ConfigurationChange, configuration_changed};

pub(super) async fn enable(ctx: &Context, input: EnableAlarmActionsInput) -> Result<(), Error> {
    set(ctx, &input.alarm_names, 1).await
}

pub(super) async fn disable(ctx: &Context, input: DisableAlarmActionsInput) -> Result<(), Error> {
    set(ctx, &input.alarm_names, 0).await
}

async fn set(ctx: &Context, names: &[String], acts: i64) -> Result<(), Error> {
    let now = ctx.state.now();
    let mut tx = named::write(ctx).await?;
    for name in names {
        let before = match alarms::get(&mut tx, &named::place(ctx), name).await {
            Ok(alarm) if alarm.acts != acts => alarm,
            Ok(_) => continue,
            Err(error) if error.kind == Kind::NotFound => continue,
            Err(error) => return Err(of_state(error)),
        };
        let alarm = Alarm { acts, configured: now, ..before };
        alarms::update(&mut tx, &alarm).await.map_err(of_state)?;
        configuration_changed(&mut tx, &alarm, ConfigurationChange::Updated, now).await.map_err(of_state)?;
    }
    tx.commit().await.map_err(of_state)
}
