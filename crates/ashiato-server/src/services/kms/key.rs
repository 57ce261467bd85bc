//! The key that a request names, and whether the caller may do with it what was asked.
//!
//! Sources: KMS API Reference, KeyId of each operation; KMS Developer Guide, "Key policies".

use ashiato_meta::kms_keys::{self, KmsKey};
use ashiato_meta::{Kind, Millis, Place, Tx, kms_aliases, tags};
use ashiato_policy::actions::Check;
use ashiato_policy::arn::Arn;
use std::borrow::Cow;
use uuid::Uuid;

use super::fault::{denied, failed, read};
use crate::access::Caller;
use crate::aws::Error;
use crate::aws::generated::kms::errors::{INVALID_ARN_EXCEPTION, NOT_FOUND_EXCEPTION};
use crate::context::Context;
use crate::keys::{EncryptionContext, context_keys};

/// How an operation lets keys be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// By id or ARN.
    Id,
    /// Also by alias and its ARN.
    AnyName,
}

pub(super) fn now(ctx: &Context) -> Millis {
    Millis(ctx.now.timestamp_millis())
}

pub(super) fn place(ctx: &Context) -> Place {
    Place::new(&ctx.state.kept.account, &ctx.region)
}

pub(super) fn arn(ctx: &Context, resource: &str) -> String {
    Arn::new("kms", &ctx.region, ctx.state.kept.account.as_str(), resource).to_string()
}

/// The key that is named, where the caller may do this with it.
pub(super) async fn permitted(
    ctx: &Context,
    given: &str,
    by: By,
    operation: &str,
    context: Option<&EncryptionContext>,
) -> Result<KmsKey, Error> {
    let caller = Caller::of(ctx).await?;
    let mut tx = read(ctx).await?;
    let found = named(&mut tx, ctx, given, by).await;
    let key = match found {
        Ok(key) => key,
        // What there is not is told to those who would be let in.
        Err(error) => {
            let check = check(operation, "*", Vec::new());
            return Err(caller.denial(&check)?.map_or(error, denied));
        }
    };
    let mut keys = condition_keys(&mut tx, ctx, &key).await?;
    drop(tx);
    if given.contains("alias/") {
        let name = given.split_once(":alias/").map_or(given.to_string(), |(_, name)| format!("alias/{name}"));
        keys.push(("kms:requestalias".into(), name));
    }
    keys.extend(context.map(context_keys).unwrap_or_default());
    permit(&caller, &key, operation, keys)?;
    Ok(key)
}

/// The same of a key that was found by what it encrypted.
pub(super) async fn permit_found(
    ctx: &Context,
    key: &KmsKey,
    operation: &str,
    context: Option<&EncryptionContext>,
) -> Result<(), Error> {
    let caller = Caller::of(ctx).await?;
    let mut keys = condition_keys(&mut read(ctx).await?, ctx, key).await?;
    keys.extend(context.map(context_keys).unwrap_or_default());
    permit(&caller, key, operation, keys)
}

/// On an alias, which has no policy.
pub(super) async fn permit_alias(ctx: &Context, name: &str, operation: &str) -> Result<(), Error> {
    let caller = Caller::of(ctx).await?;
    let check = check(operation, &arn(ctx, &format!("alias/{name}")), Vec::new());
    caller.denial(&check)?.map_or(Ok(()), |sentence| Err(denied(sentence)))
}

fn permit(caller: &Caller, key: &KmsKey, operation: &str, keys: Vec<(Cow<'static, str>, String)>) -> Result<(), Error> {
    let check = check(operation, &key.arn, keys);
    caller.denial_of_key(&check, &key.policy)?.map_or(Ok(()), |sentence| Err(denied(sentence)))
}

fn check(operation: &str, resource: &str, keys: Vec<(Cow<'static, str>, String)>) -> Check {
    Check { action: format!("kms:{operation}"), resource: resource.to_string(), keys }
}

/// What conditions may ask of a key.
///
/// Source: KMS Developer Guide, "AWS KMS condition keys".
async fn condition_keys(tx: &mut Tx, ctx: &Context, key: &KmsKey) -> Result<Vec<(Cow<'static, str>, String)>, Error> {
    let mut keys: Vec<(Cow<'static, str>, String)> = vec![
        ("kms:calleraccount".into(), ctx.caller.principal.account.clone()),
        ("kms:keyspec".into(), key.spec.clone()),
        ("kms:keyusage".into(), key.key_usage.clone()),
        ("kms:keyorigin".into(), "AWS_KMS".to_string()),
        ("kms:multiregion".into(), "false".to_string()),
    ];
    for alias in kms_aliases::of_key(tx, &key.arn).await.map_err(failed)? {
        keys.push(("kms:resourcealiases".into(), format!("alias/{}", alias.name)));
    }
    for (name, value) in tags::list(tx, &key.arn).await.map_err(failed)? {
        keys.push((format!("aws:resourcetag/{}", name.to_lowercase()).into(), value));
    }
    Ok(keys)
}

/// The key that is named.
pub(super) async fn named(tx: &mut Tx, ctx: &Context, given: &str, by: By) -> Result<KmsKey, Error> {
    let resource = match given.starts_with("arn:") {
        true => resource_of(ctx, given)?,
        false if given.starts_with("alias/") => given.to_string(),
        false => format!("key/{given}"),
    };
    let arn = match resource.strip_prefix("alias/") {
        Some(_) if by == By::Id => {
            return Err(NOT_FOUND_EXCEPTION.because(format!("Invalid keyId '{given}'")));
        }
        Some(name) => match kms_aliases::get(tx, &place(ctx), name).await {
            Ok(alias) => alias.key_arn,
            Err(error) if error.kind == Kind::NotFound => return Err(no_alias(ctx, name)),
            Err(error) => return Err(failed(error)),
        },
        None if is_id(&resource) => arn(ctx, &resource),
        None => return Err(NOT_FOUND_EXCEPTION.because(format!("Invalid keyId '{given}'"))),
    };
    again(tx, ctx, &arn).await
}

/// The key of an ARN of its own account and region, as it is now.
pub(super) async fn again(tx: &mut Tx, ctx: &Context, arn: &str) -> Result<KmsKey, Error> {
    kms_keys::get(tx, arn, now(ctx)).await.map_err(|error| match error.kind {
        Kind::NotFound => NOT_FOUND_EXCEPTION.because(format!("Key '{arn}' does not exist")),
        _ => failed(error),
    })
}

pub(super) fn no_alias(ctx: &Context, name: &str) -> Error {
    NOT_FOUND_EXCEPTION.because(format!("Alias {} is not found.", arn(ctx, &format!("alias/{name}"))))
}

fn is_id(resource: &str) -> bool {
    let id = resource.strip_prefix("key/").unwrap_or_default();
    id.len() == 36 && id.bytes().all(|byte| !byte.is_ascii_uppercase()) && Uuid::parse_str(id).is_ok()
}

/// `key/…` or `alias/…` of this account and region.
fn resource_of(ctx: &Context, given: &str) -> Result<String, Error> {
    let invalid = || INVALID_ARN_EXCEPTION.because(format!("{given} is not a valid ARN of a key."));
    let parsed = Arn::parse(given).map_err(|_| invalid())?;
    let is_of_keys = parsed.resource.starts_with("key/") || parsed.resource.starts_with("alias/");
    if parsed.service != "kms" || !is_of_keys {
        return Err(invalid());
    }
    if parsed.region != ctx.region {
        return Err(NOT_FOUND_EXCEPTION.because(format!("Invalid arn {}", parsed.region)));
    }
    if parsed.account != ctx.state.kept.account.as_str() {
        return Err(NOT_FOUND_EXCEPTION.because(format!("Key '{given}' does not exist")));
    }
    Ok(parsed.resource)
}
