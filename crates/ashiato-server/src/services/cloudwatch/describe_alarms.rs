//! DescribeAlarms.

use ashiato_meta::alarms::{self, Alarm};
use ashiato_meta::{Kind, Tx};

use super::failure::{invalid, of_state};
use super::named;
use super::shown::{definition, shown};
use crate::aws::generated::cloudwatch::{AlarmType, DescribeAlarmsInput, DescribeAlarmsOutput};
use crate::aws::{Error, page_token};
use crate::context::Context;

/// So many are told where the client says nothing.
const ROWS: i64 = 50;

pub(super) async fn describe_alarms(ctx: &Context, input: DescribeAlarmsInput) -> Result<DescribeAlarmsOutput, Error> {
    if input.children_of_alarm_name.is_some() || input.parents_of_alarm_name.is_some() {
        return Err(invalid("ChildrenOfAlarmName, ParentsOfAlarmName: composite alarms are not supported by Ashiato."));
    }
    if input.alarm_names.is_some() && input.alarm_name_prefix.is_some() {
        return Err(invalid("AlarmNames and AlarmNamePrefix cannot both be specified."));
    }
    let after = named::after(input.next_token.as_deref())?;
    let has_metric_alarms = input.alarm_types.as_ref().is_none_or(|types| types.contains(&AlarmType::MetricAlarm));
    let most = usize::try_from(input.max_records.unwrap_or(ROWS)).unwrap_or(1);
    let mut tx = named::read(ctx).await?;
    let (found, next) = match has_metric_alarms {
        true => page(&mut tx, ctx, &input, after, most).await?,
        false => (Vec::new(), None),
    };
    let metric_alarms = found.into_iter().map(|alarm| shown(ctx, alarm)).collect::<Result<_, _>>()?;
    Ok(DescribeAlarmsOutput {
        composite_alarms: Some(Vec::new()),
        metric_alarms: Some(metric_alarms),
        log_alarms: None,
        next_token: next.as_deref().map(page_token::encode),
    })
}

/// At most so many, and the name after which the next page begins.
async fn page(
    tx: &mut Tx,
    ctx: &Context,
    input: &DescribeAlarmsInput,
    mut after: Option<String>,
    most: usize,
) -> Result<(Vec<Alarm>, Option<String>), Error> {
    let mut found = Vec::new();
    loop {
        let (rows, next) = match &input.alarm_names {
            Some(names) => (by_names(tx, ctx, names, after.as_deref()).await?, None),
            None => {
                let page = alarms::list(tx, &named::place(ctx), after.as_deref(), 100).await.map_err(of_state)?;
                (page.rows, page.next)
            }
        };
        for alarm in rows {
            if !is_wanted(input, &alarm)? {
                continue;
            }
            if found.len() == most {
                let last = found.last().map(|alarm: &Alarm| alarm.name.clone());
                return Ok((found, last));
            }
            found.push(alarm);
        }
        match next {
            Some(next) => after = Some(next),
            None => return Ok((found, None)),
        }
    }
}

/// The alarms of some names, in the order of names. Names of none are passed over.
async fn by_names(tx: &mut Tx, ctx: &Context, names: &[String], after: Option<&str>) -> Result<Vec<Alarm>, Error> {
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    names.dedup();
    let mut found = Vec::new();
    for name in names.into_iter().filter(|name| after.is_none_or(|after| *name > after)) {
        match alarms::get(tx, &named::place(ctx), name).await {
            Ok(alarm) => found.push(alarm),
            Err(error) if error.kind == Kind::NotFound => {}
            Err(error) => return Err(of_state(error)),
        }
    }
    Ok(found)
}

fn is_wanted(input: &DescribeAlarmsInput, alarm: &Alarm) -> Result<bool, Error> {
    let has_prefix = input.alarm_name_prefix.as_ref().is_none_or(|prefix| alarm.name.starts_with(prefix.as_str()));
    let state = input.state_value.map(serde_json::to_value).and_then(Result::ok);
    let has_state = state.is_none_or(|state| state == alarm.state.as_str());
    if !has_prefix || !has_state {
        return Ok(false);
    }
    let Some(prefix) = &input.action_prefix else { return Ok(true) };
    let given = definition(alarm)?;
    let actions = [given.ok_actions, given.alarm_actions, given.insufficient_data_actions];
    Ok(actions.into_iter().flatten().flatten().any(|action| action.starts_with(prefix.as_str())))
}
