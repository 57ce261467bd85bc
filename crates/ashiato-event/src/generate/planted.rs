//! Records put in on purpose, for queries to find.

use super::caller::Caller;
use super::operation::{Prepared, PreparedFailure};
use super::operations;
use super::plan::FileTask;
use super::template::Template;
use super::world::{Account, Session, User};

/// A record of the first account that is there whatever chance brings.
pub(super) struct Planted {
    pub(super) time: i64,
    pub(super) region: usize,
    pub(super) operation: Prepared,
    pub(super) cast: Cast,
    pub(super) address: String,
    pub(super) agent: &'static str,
    pub(super) failure: Option<PreparedFailure>,
}

/// Who calls in a planted record.
#[derive(Clone)]
pub(super) enum Cast {
    User(User),
    SigningIn(User),
    /// A session of the account's role of this rank.
    Session(usize, Session),
}

impl Cast {
    pub(super) fn caller<'w>(&'w self, account: &'w Account) -> Caller<'w> {
        match self {
            Cast::User(user) => Caller::User(user),
            Cast::SigningIn(user) => Caller::SigningIn(user),
            Cast::Session(rank, session) => Caller::Session(&account.roles[*rank], session),
        }
    }
}

/// An operation of the tables, by its source and name.
pub(super) fn operation(source: &str, name: &str) -> Prepared {
    let table = operations::all().find(|table| table.source == source && table.name == name);
    Prepared::new(table.unwrap_or_else(|| panic!("no table has the operation {source}:{name}")))
}

/// A failure of an operation: its own where it has one of this code.
pub(super) fn failure(operation: &Prepared, code: &'static str) -> PreparedFailure {
    let own = operation.failures.iter().find(|failure| failure.code == code).cloned();
    own.unwrap_or_else(|| PreparedFailure { up_to: 1.0, code, message: Template::parse("Access Denied") })
}

/// Puts each record into a file of its region that is delivered at a likely time, or into a file of its own.
pub(super) fn plant(planted: &[Planted], files: &mut Vec<FileTask>) {
    const SOONEST: i64 = 60;
    const LATEST: i64 = 840;
    for (at, record) in planted.iter().enumerate() {
        let is_likely = |file: &FileTask| {
            let is_its_flow = file.account == 0 && file.region == record.region && file.held_up == 0;
            is_its_flow && (SOONEST..=LATEST).contains(&(file.delivered - record.time))
        };
        // Flows are in order, and the first account's come first: the search ends soon.
        let found = files.iter().position(is_likely);
        match found {
            Some(file) => files[file].planted.push(at),
            None => {
                let number = files.len() as u64;
                let delivered = record.time + 210;
                files.push(FileTask { planted: vec![at], ..FileTask::empty(number, record.region, delivered) });
            }
        }
    }
}
