//! The first thing a server does: opens what it keeps, and makes an account where there is none.

mod first;
mod journal;
mod master_key;
mod rotate;
mod private_file;
mod objects;
mod sample;

pub use first::FirstStart;
pub use journal::{Loss, Unmet, claim_name, unmet};
pub use rotate::{Rotated, rotate_master_key};

use ashiato_meta::{AccountId, Location};
use ashiato_trail::log_events::LogEvents;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::buckets::ExternalSettings;
use crate::state::Kept;

/// Where a server keeps what it keeps.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The folder of everything that has no place of its own.
    pub data: PathBuf,
    /// `postgres://…` of the state; a file in the folder where not said.
    pub state_url: Option<String>,
    /// The account to make on the first start, 12 digits; by chance where not said. Later it must be the one made.
    pub account: Option<String>,
    /// The store of the objects, where it is not the embedded one in the folder.
    pub objects: Option<ExternalSettings>,
    /// 64 hexadecimal digits that secrets are sealed with, after a comma earlier ones that unseal; a file in the folder
    /// where not said.
    pub master_key: Option<String>,
}

/// Why a server cannot start: a sentence, and what it comes from.
#[derive(Debug)]
pub struct StartError {
    message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl StartError {
    pub(crate) fn new(message: impl Into<String>) -> StartError {
        StartError { message: message.into(), source: None }
    }

    pub(crate) fn because(
        message: impl Into<String>,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        StartError { message: message.into(), source: Some(source.into()) }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

/// Opens what is kept in `folders`. On the first start the account and its administrator are made, and told.
///
/// # Errors
/// Where the folder, the state or the objects cannot be opened, are damaged, or belong to another account; where the
/// store of the objects does not answer or does not let the server in.
pub async fn open(folders: &Folders) -> Result<(Kept, Option<FirstStart>), StartError> {
    let data = &folders.data;
    private_file::folder(data)
        .map_err(|why| StartError::because(format!("make the folder {}", data.display()), why))?;
    // The objects' lock first: of two servers on one folder, the second one touches nothing.
    let objects = objects::open(folders).await?;
    let meta = ashiato_meta::Store::open(&location(folders))
        .await
        .map_err(|why| StartError::because("open the state", why))?;
    let keys = master_key::open(folders)?;
    let (account, first) = first::account(&meta, &keys, folders).await?;
    let log_events = Arc::new(LogEvents::new(&data.join("logs")));
    Ok((Kept { account, meta, keys, objects, log_events }, first))
}

/// Where the state is.
fn location(folders: &Folders) -> Location {
    match &folders.state_url {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(folders.data.join("state.db")),
    }
}

fn account_id(text: &str) -> Result<AccountId, StartError> {
    AccountId::parse(text).map_err(|_| StartError::new(format!("the account {text:?} is not 12 digits")))
}
