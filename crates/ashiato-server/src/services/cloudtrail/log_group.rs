//! The log group that a trail's events go to, and the role under which they do.

use ashiato_meta::Tx;
use ashiato_meta::trails::Trail;
use ashiato_policy::arn::Arn;

use super::fault::failed;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION, INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION,
};
use crate::context::Context;
use crate::trails::{Destination, Refusal, stream_name};

/// Refuses one without the other.
pub(super) fn expect_both(trail: &Trail) -> Result<(), Error> {
    match (&trail.log_group_arn, &trail.log_role_arn) {
        (Some(_), None) => {
            Err(INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION
                .because("You must specify a role ARN as well as a log group."))
        }
        (None, Some(_)) => Err(INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION
            .because("You must specify a log group as well as a role ARN.")),
        _ => Ok(()),
    }
}

/// Refuses a log group or a role that is malformed, of another account or not there, and a role that CloudTrail may not
/// assume, or under which it may not write the events of the trail's home region.
pub(super) async fn check(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<(), Error> {
    let account = ctx.state.kept.account.as_str();
    let (Some(group), Some(role)) = (&trail.log_group_arn, &trail.log_role_arn) else { return Ok(()) };
    let no_group = || {
        INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION
            .because("CloudTrail cannot validate the specified log group ARN.")
    };
    if !is_group(group, account) {
        return Err(no_group());
    }
    if !is_in(group, &ctx.region) {
        return Err(INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION
            .because("You must specify a log group that is in the current region."));
    }
    if !is_role(role, account) {
        return Err(
            INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION.because("CloudTrail cannot validate the specified role ARN.")
        );
    }
    let stream = stream_name(account, &trail.region);
    let checked = match Destination::find(tx, trail, ctx.now).await {
        // Whether or not the stream is there by now, it may be made again.
        Ok(destination) => destination.expect_may_write(&stream, false),
        Err(refusal) => Err(refusal),
    };
    checked.map_err(|refusal| match refusal {
        Refusal::NoGroup => no_group(),
        Refusal::NotTrusted => INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION.because(refusal.to_string()),
        Refusal::NotPermitted => INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION.because(refusal.to_string()),
        Refusal::Failed(why) => Error::internal(why),
    })
}

/// Has the group get what is recorded from now on, where the trail has one.
pub(super) async fn begin(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<(), Error> {
    match &ctx.state.trails {
        Some(trails) => trails.begin_group(&ctx.state, tx, trail).await.map_err(failed),
        None => Ok(()),
    }
}

/// `arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*`
fn is_group(arn: &str, account: &str) -> bool {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_' | '/' | '#');
    Arn::parse(arn).is_ok_and(|arn| {
        let name = arn.resource.strip_prefix("log-group:").and_then(|rest| rest.strip_suffix(":*"));
        let is_own = arn.service == "logs" && arn.account == account;
        is_own && name.is_some_and(|name| (1..=512).contains(&name.len()) && name.chars().all(is_plain))
    })
}

fn is_in(arn: &str, region: &str) -> bool {
    Arn::parse(arn).is_ok_and(|arn| arn.region == region)
}

/// `arn:aws:iam::ACCOUNT:role/PATH/NAME`
fn is_role(arn: &str, account: &str) -> bool {
    Arn::parse(arn).is_ok_and(|arn| {
        let is_own = arn.service == "iam" && arn.region.is_empty() && arn.account == account;
        is_own && arn.resource.strip_prefix("role/").is_some_and(|name| !name.is_empty() && !name.ends_with('/'))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_group, is_in, is_role};

    #[test]
    fn groups_and_roles() {
        let is_group = |arn: &str| is_group(arn, "111122223333");
        let logs = "arn:aws:logs:us-east-1:111122223333:log-group:CloudTrail/logs:*";
        assert!(is_group(logs));
        assert!(is_in(logs, "us-east-1") && !is_in(logs, "eu-west-1"));
        for bad in [
            "arn:aws:logs:us-east-1:111122223333:log-group:a",
            "arn:aws:logs:us-east-1:111122223333:log-group::*",
            "arn:aws:logs:us-east-1:999922223333:log-group:a:*",
            "a",
        ] {
            assert!(!is_group(bad), "{bad}");
        }
        let is_role = |arn: &str| is_role(arn, "111122223333");
        assert!(is_role("arn:aws:iam::111122223333:role/service/r"));
        for bad in [
            "arn:aws:iam::111122223333:user/r",
            "arn:aws:iam::999922223333:role/r",
            "arn:aws:iam::111122223333:role/",
            "r",
        ] {
            assert!(!is_role(bad), "{bad}");
        }
    }
}
