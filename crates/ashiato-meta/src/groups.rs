//! IAM groups, and who belongs to them.

use crate::changed::found;
use crate::page::one_more;
use crate::{AccountId, Error, Millis, Page, PrincipalId, Result, Tx, tags};

/// A group. Its ARN follows from account, path and name.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Group {
    /// Never given to another one.
    pub id: PrincipalId,
    /// Where it lives.
    pub account: AccountId,
    /// As it was written; unique in its account whatever the case of its letters.
    pub name: String,
    /// `/` or `/…/`.
    pub path: String,
    /// When it was made.
    pub created: Millis,
}

/// Makes a group; `Conflict` where the account has one of that name, `NotFound` where there is no such account.
pub async fn create(tx: &mut Tx, group: &Group) -> Result<()> {
    let doing = || format!("create group {}", group.name);
    sqlx::query("INSERT INTO principals (id) VALUES ($1)")
        .bind(&group.id)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    sqlx::query(
        "INSERT INTO user_groups (id, account, name, name_folded, path, created) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&group.id)
    .bind(&group.account)
    .bind(&group.name)
    .bind(group.name.to_ascii_lowercase())
    .bind(&group.path)
    .bind(group.created)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    Ok(())
}

/// The group of that name, in whatever case.
pub async fn get(tx: &mut Tx, account: &AccountId, name: &str) -> Result<Group> {
    sqlx::query_as("SELECT id, account, name, path, created FROM user_groups WHERE account = $1 AND name_folded = $2")
        .bind(account)
        .bind(name.to_ascii_lowercase())
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get group {name}")))?
        .ok_or_else(|| Error::not_found(format!("group {name} is not there")))
}

/// The group of that id.
pub async fn by_id(tx: &mut Tx, id: &PrincipalId) -> Result<Group> {
    sqlx::query_as("SELECT id, account, name, path, created FROM user_groups WHERE id = $1")
        .bind(id)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get group {}", id.0)))?
        .ok_or_else(|| Error::not_found(format!("group {} is not there", id.0)))
}

/// Those whose path begins with `path_prefix`, by name; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    account: &AccountId,
    path_prefix: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Group>> {
    let rows = sqlx::query_as(
        "SELECT id, account, name, path, created FROM user_groups \
         WHERE account = $1 AND SUBSTR(path, 1, LENGTH($2)) = $2 AND name_folded > $3 ORDER BY name_folded LIMIT $4",
    )
    .bind(account)
    .bind(path_prefix)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the groups"))?;
    Ok(Page::cut(rows, limit, |group: &Group| group.name.to_ascii_lowercase()))
}

/// Stores its name and path; `Conflict` where the new name is taken.
pub async fn update(tx: &mut Tx, group: &Group) -> Result<()> {
    let done = sqlx::query("UPDATE user_groups SET name = $2, name_folded = $3, path = $4 WHERE id = $1")
        .bind(&group.id)
        .bind(&group.name)
        .bind(group.name.to_ascii_lowercase())
        .bind(&group.path)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("update group {}", group.name)))?;
    found(&done, || format!("group {}", group.name))
}

/// Makes the user a member; one that is already stays one.
pub async fn add_member(tx: &mut Tx, group: &PrincipalId, user: &PrincipalId) -> Result<()> {
    sqlx::query("INSERT INTO memberships (group_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(group)
        .bind(user)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("add {} to group {}", user.0, group.0)))?;
    Ok(())
}

/// Ends a membership; one that is not there is no error.
pub async fn remove_member(tx: &mut Tx, group: &PrincipalId, user: &PrincipalId) -> Result<()> {
    sqlx::query("DELETE FROM memberships WHERE group_id = $1 AND user_id = $2")
        .bind(group)
        .bind(user)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("remove {} from group {}", user.0, group.0)))?;
    Ok(())
}

/// The users of a group, by id; the page's `next` is an id.
pub async fn members(tx: &mut Tx, group: &PrincipalId, after: Option<&str>, limit: u32) -> Result<Page<PrincipalId>> {
    let rows = sqlx::query_scalar(
        "SELECT user_id FROM memberships WHERE group_id = $1 AND user_id > $2 ORDER BY user_id LIMIT $3",
    )
    .bind(group)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the members of {}", group.0)))?;
    Ok(Page::cut(rows, limit, |id: &PrincipalId| id.0.clone()))
}

/// Every group of a user, by id. A user is in few: AWS allows 10.
pub async fn of_user(tx: &mut Tx, user: &PrincipalId) -> Result<Vec<Group>> {
    sqlx::query_as(
        "SELECT id, account, name, path, created FROM user_groups \
         WHERE id IN (SELECT group_id FROM memberships WHERE user_id = $1) ORDER BY id",
    )
    .bind(user)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the groups of {}", user.0)))
}

/// Removes it and its tags; `Conflict` while policies or anything else still hang on it.
pub async fn delete(tx: &mut Tx, id: &PrincipalId) -> Result<()> {
    let doing = || format!("delete group {}", id.0);
    let gone = sqlx::query("DELETE FROM user_groups WHERE id = $1")
        .bind(id)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    found(&gone, || format!("group {}", id.0))?;
    sqlx::query("DELETE FROM principals WHERE id = $1").bind(id).execute(tx.db()).await.map_err(Error::of(doing()))?;
    tags::clear(tx, &id.0).await
}
