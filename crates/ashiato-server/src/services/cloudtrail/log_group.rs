//! The log group that a trail's events go to, and the role under which they do.

use ashiato_meta::trails::Trail;
use ashiato_meta::{Kind, Place, Tx, log_groups, roles};
use ashiato_policy::arn::Arn;

use super::fault::failed;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION, INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION,
};
use crate::context::Context;

/// Refuses a log group or a role that is malformed, of another account, or not there.
pub(super) async fn check(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<(), Error> {
    let account = ctx.state.kept.account.as_str();
    let (Some(group), Some(role)) = (&trail.log_group_arn, &trail.log_role_arn) else { return Ok(()) };
    if !is_group(group, &ctx.region, account) {
        return Err(INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION
            .because("CloudTrail cannot validate the specified log group ARN"));
    }
    let no_role =
        || INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION.because("CloudTrail cannot validate the specified role");
    let name = role_name(role, account).ok_or_else(no_role)?;
    let kept = roles::get(tx, &ctx.state.kept.account, &name).await.map_err(|error| match error.kind {
        Kind::NotFound => no_role(),
        _ => failed(error),
    })?;
    if *role != format!("arn:aws:iam::{account}:role{}{}", kept.path, kept.name) {
        return Err(no_role());
    }
    let place = Place::new(&ctx.state.kept.account, &ctx.region);
    match log_groups::get(tx, &place, group_name(group)).await {
        Ok(_) => Ok(()),
        Err(error) if error.kind == Kind::NotFound => Err(INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION
            .because("CloudTrail cannot validate the specified log group ARN")),
        Err(error) => Err(failed(error)),
    }
}

/// The name in the ARN of a log group.
fn group_name(arn: &str) -> &str {
    arn.split(":log-group:").nth(1).and_then(|rest| rest.strip_suffix(":*")).unwrap_or_default()
}

/// `arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*`
fn is_group(arn: &str, region: &str, account: &str) -> bool {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_' | '/' | '#');
    Arn::parse(arn).is_ok_and(|arn| {
        let name = arn.resource.strip_prefix("log-group:").and_then(|rest| rest.strip_suffix(":*"));
        let is_here = arn.service == "logs" && arn.region == region && arn.account == account;
        is_here && name.is_some_and(|name| (1..=512).contains(&name.len()) && name.chars().all(is_plain))
    })
}

/// The name of a role of the account, without its path.
fn role_name(arn: &str, account: &str) -> Option<String> {
    let arn = Arn::parse(arn).ok()?;
    let is_here = arn.service == "iam" && arn.region.is_empty() && arn.account == account;
    let path = arn.resource.strip_prefix("role/").filter(|_| is_here)?;
    path.rsplit('/').next().map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::{is_group, role_name};

    #[test]
    fn groups_and_roles() {
        let is_group = |arn: &str| is_group(arn, "us-east-1", "111122223333");
        assert!(is_group("arn:aws:logs:us-east-1:111122223333:log-group:CloudTrail/logs:*"));
        for bad in [
            "arn:aws:logs:us-east-1:111122223333:log-group:a",
            "arn:aws:logs:us-east-1:111122223333:log-group::*",
            "arn:aws:logs:eu-west-1:111122223333:log-group:a:*",
            "arn:aws:logs:us-east-1:999922223333:log-group:a:*",
            "a",
        ] {
            assert!(!is_group(bad), "{bad}");
        }
        let name = |arn: &str| role_name(arn, "111122223333");
        assert_eq!(name("arn:aws:iam::111122223333:role/service/r").as_deref(), Some("r"));
        assert_eq!(name("arn:aws:iam::111122223333:user/r"), None);
        assert_eq!(name("arn:aws:iam::999922223333:role/r"), None);
    }
}
