//! PutMetricAlarm: makes an alarm, or gives one another definition and leaves it its state and its tags.

use ashiato_meta::alarms::{self, Alarm};
use ashiato_meta::{Kind, tags};

use super::failure::{of_state, over};
use super::{definition, named, tagged};
use crate::aws::Error;
use crate::aws::generated::cloudwatch::PutMetricAlarmInput;
use crate::context::Context;
use crate::monitoring::{self, ConfigurationChange, INITIAL_REASON, configuration_changed};

pub(super) async fn put_metric_alarm(ctx: &Context, input: PutMetricAlarmInput) -> Result<(), Error> {
    let watched = definition::check(ctx, &input)?;
    let new_tags = tagged::tags(input.tags.clone().unwrap_or_default())?;
    let name = input.alarm_name.clone();
    let acts = i64::from(input.actions_enabled.unwrap_or(true));
    let kept = PutMetricAlarmInput { tags: None, actions_enabled: None, ..input };
    let now = ctx.state.now();
    let mut tx = named::write(ctx).await?;
    let earlier = match alarms::get(&mut tx, &named::place(ctx), &name).await {
        Ok(alarm) => Some(alarm),
        Err(error) if error.kind == Kind::NotFound => None,
        Err(error) => return Err(of_state(error)),
    };
    let is_new = earlier.is_none();
    let before = earlier.unwrap_or_else(|| Alarm {
        place: named::place(ctx),
        name: name.clone(),
        namespace: String::new(),
        metric: String::new(),
        definition: String::new(),
        acts,
        state: "INSUFFICIENT_DATA".into(),
        reason: INITIAL_REASON.into(),
        reason_data: None,
        updated: now,
        transitioned: now,
        configured: now,
        looked: now,
        version: 1,
    });
    let alarm = Alarm {
        namespace: watched.metric.namespace.clone(),
        metric: watched.metric.name.clone(),
        definition: serde_json::to_string(&kept).map_err(|why| Error::internal(why.to_string()))?,
        acts,
        configured: now,
        looked: now,
        ..before
    };
    match is_new {
        true => {
            alarms::create(&mut tx, &alarm).await.map_err(of_state)?;
            ctx.state.limits.quotas.check_alarms(&mut tx, &alarm.place).await.map_err(over)?;
            tags::put(&mut tx, &named::arn(ctx, &name), &new_tags).await.map_err(of_state)?;
        }
        false => alarms::update(&mut tx, &alarm).await.map_err(of_state)?,
    }
    let change = if is_new { ConfigurationChange::Created } else { ConfigurationChange::Updated };
    configuration_changed(&mut tx, &alarm, change, now).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)?;
    // What there is already may raise it.
    monitoring::changed(&ctx.state, &alarm.place, &watched.metric);
    Ok(())
}
