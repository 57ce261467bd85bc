//! Managed policies attached to a user, group or role.

use ashiato_meta::{attachments, managed_policies};
use ashiato_policy::identity::quotas::ATTACHED_POLICIES_MAX;
use ashiato_policy::managed;

use super::failure::{invalid_input, limit_exceeded, no_such_entity, of_state, or_no_such};
use super::owner::{OwnerKind, find};
use super::paging::{Asked, Told, cut};
use super::transaction::{commit, read, write};
use crate::aws::Error;
use crate::aws::generated::iam::AttachedPolicy;
use crate::context::Context;

pub(super) async fn attach(ctx: &Context, kind: OwnerKind, owner: &str, arn: &str) -> Result<(), Error> {
    check_arn(arn)?;
    let mut tx = write(ctx).await?;
    let (id, _) = find(ctx, &mut tx, kind, owner).await?;
    let own = match managed::find(arn) {
        Some(_) => None,
        None => {
            let policy = managed_policies::get(&mut tx, arn).await;
            Some(or_no_such(policy, || format!("Policy {arn} does not exist or is not attachable."))?)
        }
    };
    let there = attachments::list(&mut tx, &id).await.map_err(of_state)?;
    if there.len() >= ATTACHED_POLICIES_MAX && !there.iter().any(|attached| attached == arn) {
        return Err(limit_exceeded(kind.attached_quota(), ATTACHED_POLICIES_MAX));
    }
    let own = own.as_ref().map(|policy| &policy.id);
    attachments::attach(&mut tx, &id, arn, own, ctx.state.now()).await.map_err(of_state)?;
    commit(ctx, tx).await
}

pub(super) async fn detach(ctx: &Context, kind: OwnerKind, owner: &str, arn: &str) -> Result<(), Error> {
    check_arn(arn)?;
    let mut tx = write(ctx).await?;
    let (id, _) = find(ctx, &mut tx, kind, owner).await?;
    or_no_such(attachments::detach(&mut tx, &id, arn).await, || format!("Policy {arn} was not found."))?;
    commit(ctx, tx).await
}

pub(super) async fn list(
    ctx: &Context,
    kind: OwnerKind,
    owner: &str,
    path_prefix: Option<&str>,
    asked: &Asked,
) -> Result<Told<AttachedPolicy>, Error> {
    let mut tx = read(ctx).await?;
    let (id, _) = find(ctx, &mut tx, kind, owner).await?;
    let arns = attachments::list(&mut tx, &id).await.map_err(of_state)?;
    let prefix = path_prefix.unwrap_or("/");
    let arns = arns.into_iter().filter(|arn| path_and_name(arn).0.starts_with(prefix));
    Ok(cut(arns.map(|arn| (arn.clone(), shown(&arn))), asked))
}

pub(super) fn shown(arn: &str) -> AttachedPolicy {
    AttachedPolicy { policy_name: Some(path_and_name(arn).1.to_string()), policy_arn: Some(arn.to_string()) }
}

/// Of `arn:aws:iam::111122223333:policy/path/name` the path `/path/` and the name.
pub(super) fn path_and_name(arn: &str) -> (&str, &str) {
    let path = arn.split_once(":policy").map_or("/", |(_, path)| path);
    let at = path.rfind('/').map_or(0, |at| at + 1);
    path.split_at(at)
}

/// Whether a text is the ARN of a managed policy at all.
pub(super) fn check_arn(arn: &str) -> Result<(), Error> {
    let is_of_a_policy = ashiato_policy::arn::Arn::parse(arn)
        .is_ok_and(|arn| arn.service == "iam" && arn.resource.starts_with("policy/"));
    if is_of_a_policy { Ok(()) } else { Err(invalid_input(format!("ARN {arn} is not valid."))) }
}

/// A boundary must be a policy that is there.
pub(super) async fn check_boundary(tx: &mut ashiato_meta::Tx, arn: &str) -> Result<(), Error> {
    check_arn(arn)?;
    match managed::find(arn) {
        Some(_) => Ok(()),
        None => match managed_policies::get(tx, arn).await {
            Ok(_) => Ok(()),
            Err(error) if error.kind == ashiato_meta::Kind::NotFound => {
                Err(no_such_entity(format!("Policy {arn} does not exist or is not attachable.")))
            }
            Err(error) => Err(of_state(error)),
        },
    }
}
