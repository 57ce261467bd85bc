//! DeleteAlarms: all of them, or none where one is not there.

use ashiato_meta::{alarms, tags};

use super::failure::{no_alarm, of_state, or};
use super::named;
use crate::aws::Error;
use crate::aws::generated::cloudwatch::DeleteAlarmsInput;
use crate::context::Context;
use crate::monitoring::{ConfigurationChange, configuration_changed};

pub(super) async fn delete_alarms(ctx: &Context, input: DeleteAlarmsInput) -> Result<(), Error> {
    let mut names = input.alarm_names;
    names.sort();
    names.dedup();
    let now = ctx.state.now();
    let mut tx = named::write(ctx).await?;
    for name in &names {
        let alarm = named::alarm(&mut tx, ctx, name).await?;
        configuration_changed(&mut tx, &alarm, ConfigurationChange::Deleted, now).await.map_err(of_state)?;
        alarms::delete(&mut tx, &alarm.place, name).await.map_err(or(|| no_alarm(name)))?;
        tags::clear(&mut tx, &named::arn(ctx, name)).await.map_err(of_state)?;
    }
    tx.commit().await.map_err(of_state)
}
