//! What a record is about: a client that makes a call, and the things that the call touches.

use super::caller::Caller;
use super::chance::Chance;
use super::names::APPLICATIONS;
use super::operation::Prepared;
use super::world::{Account, Role, Session, User};

/// Somebody who repeats one call on one thing, as programs do. Its records look alike, which is why logs compress.
#[derive(Clone, Copy)]
pub(super) struct Client<'w> {
    pub(super) operation: &'w Prepared,
    pub(super) caller: Caller<'w>,
    pub(super) address: &'w str,
    pub(super) agent: &'w str,
    pub(super) bucket: &'w str,
    pub(super) kms_key: &'w str,
    pub(super) table: &'w str,
    pub(super) function: &'w str,
    pub(super) role_account: &'w Account,
    pub(super) role: &'w Role,
    pub(super) session: &'w Session,
    pub(super) user: &'w User,
    pub(super) application: &'static str,
}

/// One call of a client.
pub(super) struct Scene<'a> {
    pub(super) client: &'a Client<'a>,
    pub(super) organization: &'a str,
    pub(super) account: &'a Account,
    pub(super) region: &'a str,
    /// Seconds since 1970.
    pub(super) time: i64,
    /// The caller's ARN; empty where it has none.
    pub(super) actor: &'a str,
    pub(super) object: &'a str,
    pub(super) machine: &'a str,
    pub(super) network: &'a str,
}

impl<'w> Client<'w> {
    /// A client that makes this call and touches what chance gives. `other` may own the role that it asks for.
    pub(super) fn new(
        operation: &'w Prepared,
        caller: Caller<'w>,
        account: &'w Account,
        other: &'w Account,
        chance: &mut Chance,
    ) -> Client<'w> {
        let role_account = if chance.happens(0.15) { other } else { account };
        let role = &role_account.roles[role_account.role_ranks.draw(chance)];
        let (address, agent) = caller.address_and_agent(account, chance);
        Client {
            operation,
            caller,
            address,
            agent,
            bucket: chance.favour(&account.buckets).as_str(),
            kms_key: chance.favour(&account.kms_keys).as_str(),
            table: chance.favour(&account.tables).as_str(),
            function: chance.favour(&account.functions).as_str(),
            role_account,
            role,
            session: &role.sessions[role.session_ranks.draw(chance)],
            user: &account.users[account.user_ranks.draw(chance)],
            application: chance.pick::<&str>(APPLICATIONS),
        }
    }
}
