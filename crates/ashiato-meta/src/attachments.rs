//! Managed policies attached to users, groups and roles, by ARN: AWS's own have no row elsewhere.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Millis, Page, PolicyId, PrincipalId, Result, Tx};

/// Attaches a policy; what is attached already stays so. `policy` is given for a customer's policy, so that it cannot
/// be removed meanwhile. `NotFound` where the principal or that policy is not there.
pub async fn attach(
    tx: &mut Tx,
    owner: &PrincipalId,
    policy_arn: &str,
    policy: Option<&PolicyId>,
    now: Millis,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO attachments (owner, policy_arn, policy_id, attached) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (owner, policy_arn) DO NOTHING",
    )
    .bind(owner)
    .bind(policy_arn)
    .bind(policy)
    .bind(now)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(format!("attach {policy_arn} to {}", owner.0)))?;
    Ok(())
}

/// Detaches it.
pub async fn detach(tx: &mut Tx, owner: &PrincipalId, policy_arn: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM attachments WHERE owner = $1 AND policy_arn = $2")
        .bind(owner)
        .bind(policy_arn)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("detach {policy_arn} from {}", owner.0)))?;
    found(&gone, || format!("{policy_arn} at {}", owner.0))
}

/// The ARNs attached to a principal, in order. They are few: AWS allows 20.
pub async fn list(tx: &mut Tx, owner: &PrincipalId) -> Result<Vec<String>> {
    sqlx::query_scalar("SELECT policy_arn FROM attachments WHERE owner = $1 ORDER BY policy_arn")
        .bind(owner)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of(format!("list the policies attached to {}", owner.0)))
}

/// To whom a policy is attached, by id; the page's `next` is an id.
pub async fn owners(tx: &mut Tx, policy_arn: &str, after: Option<&str>, limit: u32) -> Result<Page<PrincipalId>> {
    let rows = sqlx::query_scalar(
        "SELECT owner FROM attachments WHERE policy_arn = $1 AND owner > $2 ORDER BY owner LIMIT $3",
    )
    .bind(policy_arn)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list what {policy_arn} is attached to")))?;
    Ok(Page::cut(rows, limit, |id: &PrincipalId| id.0.clone()))
}
