//! DescribeLogGroups.

use ashiato_meta::{log_groups, metric_filters};

use super::failure::{invalid, of_events, of_state};
use super::named::Prefix;
use super::{lists, named};
use crate::aws::Error;
use crate::aws::generated::logs::{DescribeLogGroupsRequest, DescribeLogGroupsResponse, LogGroup, LogGroupClass};
use crate::context::Context;
use crate::logs::with_group;

/// Rows that are looked at together where not all of them are wanted.
const AT_ONCE: u32 = 200;

pub(super) async fn describe_log_groups(
    ctx: &Context,
    input: DescribeLogGroupsRequest,
) -> Result<DescribeLogGroupsResponse, Error> {
    if input.log_group_name_prefix.is_some() && input.log_group_name_pattern.is_some() {
        return Err(invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters."));
    }
    let identifiers = input.log_group_identifiers.as_ref();
    let identified: Option<Vec<String>> =
        identifiers.map(|list| list.iter().map(|one| named::of_identifier(ctx, one)).collect()).transpose()?;
    let is_own = |accounts: &Vec<String>| accounts.iter().any(|one| one == ctx.state.kept.account.as_str());
    if input.account_identifiers.as_ref().is_some_and(|accounts| !is_own(accounts)) {
        return Ok(DescribeLogGroupsResponse { log_groups: Some(Vec::new()), next_token: None });
    }
    let class = input.log_group_class.map(written);
    let prefix = Prefix(input.log_group_name_prefix.as_deref());
    let is_wanted = |group: &log_groups::LogGroup| {
        prefix.is_of(&group.name)
            && input.log_group_name_pattern.as_ref().is_none_or(|pattern| group.name.contains(pattern.as_str()))
            && class.is_none_or(|class| group.class == class)
            && identified.as_ref().is_none_or(|names| names.contains(&group.name))
    };
    let most = lists::rows(input.limit);
    let mut after = lists::after(input.next_token.as_deref())?.or_else(|| prefix.begin());
    let mut found = Vec::new();
    let mut tx = named::read(ctx).await?;
    while found.len() <= most {
        let page = log_groups::list(&mut tx, &named::place(ctx), after.as_deref(), AT_ONCE).await.map_err(of_state)?;
        let is_past = page.rows.last().is_some_and(|last| prefix.is_past(&last.name));
        found.extend(page.rows.into_iter().filter(is_wanted));
        after = page.next;
        if is_past || after.is_none() {
            break;
        }
    }
    let (rows, next_token) = lists::cut(found, most, |group| group.name.clone());
    let mut counted = Vec::new();
    for group in rows {
        let filters = metric_filters::of_group(&mut tx, &group.id).await.map_err(of_state)?.len();
        counted.push((group, filters));
    }
    // The state is for others while the groups' files are looked at.
    drop(tx);
    let mut shown = Vec::new();
    for (group, filters) in counted {
        shown.push(show(ctx, group, filters).await?);
    }
    Ok(DescribeLogGroupsResponse { log_groups: Some(shown), next_token })
}

fn written(class: LogGroupClass) -> &'static str {
    match class {
        LogGroupClass::Standard => "STANDARD",
        LogGroupClass::InfrequentAccess => "INFREQUENT_ACCESS",
        LogGroupClass::Delivery => "DELIVERY",
        LogGroupClass::Essentials => "ESSENTIALS",
    }
}

async fn show(ctx: &Context, group: log_groups::LogGroup, filters: usize) -> Result<LogGroup, Error> {
    let bytes = with_group(&ctx.state, &group.id, |events| Ok(events.bytes())).await.map_err(of_events)?;
    let arn = named::arn(ctx, &group.name);
    Ok(LogGroup {
        creation_time: Some(group.created.0),
        retention_in_days: group.retention_days,
        metric_filter_count: i64::try_from(filters).ok(),
        arn: Some(format!("{arn}:*")),
        log_group_arn: Some(arn),
        stored_bytes: i64::try_from(bytes).ok(),
        log_group_class: serde_json::from_value(group.class.into()).ok(),
        deletion_protection_enabled: Some(group.is_protected != 0),
        log_group_name: Some(group.name),
        ..LogGroup::default()
    })
}
