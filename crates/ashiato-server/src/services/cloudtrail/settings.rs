//! The settings that CreateTrail and UpdateTrail take alike: what is given is checked and put into the trail; what is not
//! given stays. An empty text takes a setting away.

use ashiato_meta::Tx;
use ashiato_meta::trails::Trail;

use super::bucket::{self, Looked};
use super::fault::read;
use super::{kms_key, log_group, topic};
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INVALID_PARAMETER_COMBINATION_EXCEPTION, INVALID_S3_PREFIX_EXCEPTION, ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
};
use crate::aws::generated::cloudtrail::{CreateTrailRequest, UpdateTrailRequest};
use crate::context::Context;

/// Source: CloudTrail API Reference, CreateTrail.
const PREFIX_CHARS_MAX: usize = 200;

/// What a request says of a trail's settings.
pub(super) struct Given {
    bucket: Option<String>,
    prefix: Option<String>,
    topic: Option<String>,
    includes_global_events: Option<bool>,
    is_multi_region: Option<bool>,
    is_organization: Option<bool>,
    validates_files: Option<bool>,
    records_own_calls: Option<bool>,
    log_group: Option<String>,
    log_role: Option<String>,
    kms_key: Option<String>,
}

impl From<CreateTrailRequest> for Given {
    fn from(request: CreateTrailRequest) -> Given {
        Given {
            bucket: Some(request.s3_bucket_name),
            prefix: request.s3_key_prefix,
            topic: request.sns_topic_name,
            includes_global_events: request.include_global_service_events,
            is_multi_region: request.is_multi_region_trail,
            is_organization: request.is_organization_trail,
            validates_files: request.enable_log_file_validation,
            records_own_calls: request.recursive_logging,
            log_group: request.cloud_watch_logs_log_group_arn,
            log_role: request.cloud_watch_logs_role_arn,
            kms_key: request.kms_key_id,
        }
    }
}

impl From<UpdateTrailRequest> for Given {
    fn from(request: UpdateTrailRequest) -> Given {
        Given {
            bucket: request.s3_bucket_name,
            prefix: request.s3_key_prefix,
            topic: request.sns_topic_name,
            includes_global_events: request.include_global_service_events,
            is_multi_region: request.is_multi_region_trail,
            is_organization: request.is_organization_trail,
            validates_files: request.enable_log_file_validation,
            records_own_calls: request.recursive_logging,
            log_group: request.cloud_watch_logs_log_group_arn,
            log_role: request.cloud_watch_logs_role_arn,
            kms_key: request.kms_key_id,
        }
    }
}

impl Given {
    /// The same, the key named by its ARN. To be done before a transaction is begun.
    pub(super) async fn with_key(self, ctx: &Context) -> Result<Given, Error> {
        let kms_key = match self.kms_key.as_deref() {
            Some(given) if !given.is_empty() => Some(kms_key::resolved(ctx, given).await?),
            _ => self.kms_key.clone(),
        };
        Ok(Given { kms_key, ..self })
    }
}

/// Puts what is given into the trail, as far as the request alone tells whether it may be.
pub(super) fn apply(ctx: &Context, given: &Given, trail: &mut Trail) -> Result<(), Error> {
    if let Some(name) = &given.bucket {
        bucket::check_name(name)?;
        trail.bucket = name.clone();
    }
    if let Some(prefix) = &given.prefix {
        check_prefix(ctx, prefix)?;
        trail.prefix = set(prefix);
    }
    let set_flag = |flag: &mut bool, given: Option<bool>| *flag = given.unwrap_or(*flag);
    set_flag(&mut trail.includes_global_events, given.includes_global_events);
    set_flag(&mut trail.is_multi_region, given.is_multi_region);
    set_flag(&mut trail.validates_files, given.validates_files);
    set_flag(&mut trail.records_own_calls, given.records_own_calls);
    if trail.is_multi_region && !trail.includes_global_events {
        return Err(
            INVALID_PARAMETER_COMBINATION_EXCEPTION.because("Multi-Region trail must include global service events.")
        );
    }
    if given.is_organization == Some(true) {
        return Err(ORGANIZATIONS_NOT_IN_USE_EXCEPTION.because("Your account is not a member of an organization."));
    }
    if let Some(name) = &given.topic {
        trail.topic_arn = set(name).map(|name| topic::arn(ctx, &name)).transpose()?;
    }
    if let Some(id) = &given.kms_key {
        trail.kms_key_arn = set(id);
    }
    if let Some(arn) = &given.log_group {
        trail.log_group_arn = set(arn);
    }
    if let Some(arn) = &given.log_role {
        trail.log_role_arn = set(arn);
    }
    log_group::expect_both(trail)
}

/// Looks for the trail's bucket, where what is given has CloudTrail do there what it did not do before: put files
/// elsewhere, digests beside log files, or what is under another key, which the bucket's policy may ask for. To be done
/// before a transaction is begun.
pub(super) async fn look(ctx: &Context, given: &Given, before: &Trail, after: &Trail) -> Option<Looked> {
    let begins_digests = after.validates_files && !before.validates_files;
    let changes_key = after.kms_key_arn != before.kms_key_arn;
    match given.bucket.is_some() || given.prefix.is_some() || begins_digests || changes_key {
        true => Some(bucket::look(ctx, &after.bucket).await),
        false => None,
    }
}

/// Tries the bucket and the key that the trail is given, and records what CloudTrail did of them for that.
///
/// It is recorded before the transaction that changes the trail, not in it: nobody else could write to the state while
/// the journal is synced. And not after it: where the journal has no room, or the server ends between the two, the trail
/// would be changed and nothing tell of what was done for it. Before it, what is recorded was done, whatever becomes of
/// the change: a crash between the two leaves nothing told that was not so.
pub(super) async fn try_out(
    ctx: &Context,
    (given, looked): (&Given, Option<&Looked>),
    trail: &Trail,
) -> Result<(), Error> {
    let has_key = names(given.kms_key.as_deref());
    if looked.is_none() && !has_key {
        return Ok(());
    }
    let mut tx = read(ctx).await?;
    check(&mut tx, ctx, (given, looked), trail).await?;
    drop(tx);
    let recorded = crate::trails::set_up(&ctx.state, trail, (looked.is_some(), has_key)).await;
    recorded.map_err(|why| Error::internal(why.to_string()))
}

/// Holds what is given against what is there: the policy of the bucket that was looked for, the topic, the log group, the
/// key.
pub(super) async fn check(
    tx: &mut Tx,
    ctx: &Context,
    (given, looked): (&Given, Option<&Looked>),
    trail: &Trail,
) -> Result<(), Error> {
    if let Some(looked) = looked {
        bucket::check(ctx, trail, looked)?;
    }
    if names(given.topic.as_deref()) {
        topic::check(tx, ctx, trail).await?;
    }
    if names(given.log_group.as_deref()) || names(given.log_role.as_deref()) {
        log_group::check(tx, ctx, trail).await?;
    }
    if names(given.kms_key.as_deref()) {
        kms_key::check(tx, ctx, trail).await?;
    }
    Ok(())
}

/// Whether a setting is given, and not taken away.
fn names(setting: Option<&str>) -> bool {
    setting.is_some_and(|text| !text.is_empty())
}

fn set(text: &str) -> Option<String> {
    Some(text).filter(|text| !text.is_empty()).map(str::to_string)
}

/// The prefix stands before the first slash of a key as it is, whatever it holds: `logs/` makes keys of `logs//AWSLogs/…`, as
/// AWS's own check of log files has it. What cannot be asked for by a URL is refused, though S3 would hold it.
fn check_prefix(ctx: &Context, prefix: &str) -> Result<(), Error> {
    if prefix.chars().count() > PREFIX_CHARS_MAX {
        let why = format!("The S3 key prefix is longer than {PREFIX_CHARS_MAX} characters.");
        return Err(INVALID_S3_PREFIX_EXCEPTION.because(why));
    }
    if prefix.chars().any(char::is_control) {
        return Err(INVALID_S3_PREFIX_EXCEPTION.because("The S3 key prefix has a control character."));
    }
    if prefix.split('/').any(|part| matches!(part, "." | "..")) {
        return Err(INVALID_S3_PREFIX_EXCEPTION.because("The S3 key prefix has a segment of periods alone."));
    }
    if !prefix.is_empty() && !ctx.state.athena.buckets().takes_key(&format!("{prefix}/x")) {
        let why = "The S3 key prefix begins with a slash: this server's object store cannot be given such keys.";
        return Err(INVALID_S3_PREFIX_EXCEPTION.because(why));
    }
    Ok(())
}
