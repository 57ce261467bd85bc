//! Whether a password is a user's. It takes the same work where there is no such user, or none with a password.

use ashiato_meta::login_profiles::{self, LoginProfile};
use ashiato_meta::users::{self, User};
use ashiato_meta::{Kind, PrincipalId, account_aliases};
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::OnceCell;

use super::asked::Asked;
use super::refusal::Refusal;
use crate::services::password;
use crate::state::State;

/// How many may wait for their turn: each look at a password takes tens of milliseconds and 19 MB.
const WAITING_MAX: usize = 64;

/// What came out.
pub(super) enum Proof {
    /// It is the password of the user, who has this profile.
    Right(Box<User>, Box<LoginProfile>),
    /// It is not, or the user has none.
    Wrong(Box<User>),
    /// The account has no such user.
    NoUser,
    /// The account is another, which this server knows nothing of.
    OtherAccount,
}

/// The hash of a password that nobody has.
static NOBODYS: OnceCell<String> = OnceCell::const_new();

/// Looks.
pub(super) async fn prove(state: &State, asked: &Asked) -> Result<Proof, Refusal> {
    let _place = Place::take(&state.signin.waiting).ok_or_else(Refusal::busy)?;
    proven(state, asked).await
}

/// A place among those who wait. Dropped, also by a panic, it is another's.
struct Place<'a>(&'a AtomicUsize);

impl Place<'_> {
    /// `None`: all are taken.
    fn take(waiting: &AtomicUsize) -> Option<Place<'_>> {
        // Counted first, and given back where it is one too many.
        let before = waiting.fetch_add(1, Ordering::AcqRel);
        let place = Place(waiting);
        (before < WAITING_MAX).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Whom an attempt names.
pub(super) enum Named {
    /// A user of the account.
    User(Box<User>),
    /// The account has no such user.
    NoUser,
    /// The account is another, which this server knows nothing of.
    OtherAccount,
}

/// Finds whom an attempt names that is not looked at any further.
pub(super) async fn named(state: &State, asked: &Asked) -> Result<Named, Refusal> {
    if !is_own_account(state, &asked.account).await? {
        return Ok(Named::OtherAccount);
    }
    let (user, _) = found(state, asked).await?;
    Ok(user.map_or(Named::NoUser, |user| Named::User(Box::new(user))))
}

async fn proven(state: &State, asked: &Asked) -> Result<Proof, Refusal> {
    let is_own = is_own_account(state, &asked.account).await?;
    let (user, profile) = found(state, asked).await?;
    let hash = match &profile {
        Some(profile) => profile.password_hash.clone(),
        None => NOBODYS.get_or_try_init(|| password::hash("of nobody".to_string())).await?.clone(),
    };
    let is_right = password::verify(asked.password.clone(), hash).await?;
    Ok(match (user, profile) {
        _ if !is_own => Proof::OtherAccount,
        (Some(user), Some(profile)) if is_right => Proof::Right(Box::new(user), Box::new(profile)),
        (Some(user), _) => Proof::Wrong(Box::new(user)),
        (None, _) => Proof::NoUser,
    })
}

/// Whether this is the account, by number or alias.
async fn is_own_account(state: &State, named: &str) -> Result<bool, Refusal> {
    let account = &state.kept.account;
    let mut tx = state.kept.meta.read().await?;
    let alias = account_aliases::get(&mut tx, account).await?;
    Ok(named == account.as_str() || alias.as_deref() == Some(named))
}

async fn found(state: &State, asked: &Asked) -> Result<(Option<User>, Option<LoginProfile>), Refusal> {
    let mut tx = state.kept.meta.read().await?;
    let user = or_none(users::get(&mut tx, &state.kept.account, &asked.user).await)?;
    // Looked for of nobody too.
    let id = user.as_ref().map_or_else(|| PrincipalId(String::new()), |user| user.id.clone());
    let profile = or_none(login_profiles::get(&mut tx, &id).await)?;
    Ok((user, profile))
}

fn or_none<T>(found: ashiato_meta::Result<T>) -> Result<Option<T>, Refusal> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind == Kind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}
