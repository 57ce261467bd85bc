//! Policies inside a user, group or role.

use ashiato_meta::inline_policies::{self, InlinePolicy};
use ashiato_policy::document::{Document, PolicyKind, counted_chars};

use super::failure::{of_policy, of_state, or_no_such};
use super::owner::{OwnerKind, find};
use super::paging::{Asked, Told, cut};
use super::transaction::{commit, read, write};
use crate::aws::Error;
use crate::aws::generated::iam::errors::LIMIT_EXCEEDED_EXCEPTION;
use crate::context::Context;

pub(super) async fn put(ctx: &Context, kind: OwnerKind, owner: &str, name: &str, document: &str) -> Result<(), Error> {
    Document::parse(document, PolicyKind::Identity).map_err(|error| of_policy(&error))?;
    let mut tx = write(ctx).await?;
    let (id, owner) = find(ctx, &mut tx, kind, owner).await?;
    let there = inline_policies::list(&mut tx, &id).await.map_err(of_state)?;
    let others = there.iter().filter(|policy| policy.name != name);
    let chars = others.map(|policy| counted_chars(&policy.document)).sum::<usize>() + counted_chars(document);
    let most = kind.inline_chars_max();
    if chars > most {
        let noun = kind.noun();
        let sentence = format!("Maximum policy size of {most} bytes exceeded for {noun} {owner}");
        return Err(LIMIT_EXCEEDED_EXCEPTION.because(sentence));
    }
    let policy = InlinePolicy { name: name.to_string(), document: document.to_string() };
    inline_policies::put(&mut tx, &id, &policy).await.map_err(of_state)?;
    commit(ctx, tx).await
}

/// The owner's name and the document.
pub(super) async fn get(
    ctx: &Context,
    kind: OwnerKind,
    owner: &str,
    name: &str,
) -> Result<(String, InlinePolicy), Error> {
    let mut tx = read(ctx).await?;
    let (id, owner) = find(ctx, &mut tx, kind, owner).await?;
    let policy = or_no_such(inline_policies::get(&mut tx, &id, name).await, || absent(kind, name))?;
    Ok((owner, policy))
}

pub(super) async fn list(ctx: &Context, kind: OwnerKind, owner: &str, asked: &Asked) -> Result<Told<String>, Error> {
    let mut tx = read(ctx).await?;
    let (id, _) = find(ctx, &mut tx, kind, owner).await?;
    let policies = inline_policies::list(&mut tx, &id).await.map_err(of_state)?;
    Ok(cut(policies.into_iter().map(|policy| (policy.name.clone(), policy.name)), asked))
}

pub(super) async fn delete(ctx: &Context, kind: OwnerKind, owner: &str, name: &str) -> Result<(), Error> {
    let mut tx = write(ctx).await?;
    let (id, _) = find(ctx, &mut tx, kind, owner).await?;
    or_no_such(inline_policies::delete(&mut tx, &id, name).await, || absent(kind, name))?;
    commit(ctx, tx).await
}

fn absent(kind: OwnerKind, name: &str) -> String {
    format!("The {} policy with name {name} cannot be found.", kind.noun())
}
