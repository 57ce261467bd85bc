//! `ashiato rotate-master-key`: another key for the secrets of a server's state.

use crate::exit::Exit;
use crate::{talk, units};
use anyhow::Context;
use ashiato_server::start::{Folders, rotate_master_key};
use clap::Args;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  # The server is stopped; its key is in ashiato-data/master.key
  ashiato rotate-master-key

  # Servers that are given their key, and share a state: restart each with the
  # old key and the new one, then with the new one before the old, then run
  # this, then restart each with the new one alone
  ASHIATO_MASTER_KEY=$NEW,$OLD ashiato rotate-master-key \\
    --state-url postgres://ashiato@db/ashiato";

/// Seal the secrets of a stopped server's state by another master key
///
/// Access keys, the material of KMS's keys, and the keys that digests and messages are signed with are sealed anew in one
/// transaction. Temporary credentials that were given before are worth nothing once the earlier key is gone.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RotateMasterKeyArguments {
    /// The folder of everything that the server keeps
    #[arg(long, value_name = "DIR", env = "ASHIATO_DATA_DIR", default_value = "ashiato-data")]
    data_dir: PathBuf,

    /// PostgreSQL of the state, postgres://USER@HOST/DATABASE [default: SQLite in the data folder]
    #[arg(long, value_name = "URL", env = "ASHIATO_STATE_URL", hide_env_values = true)]
    state_url: Option<String>,

    /// The new key and the earlier ones, 64 hexadecimal digits each, with commas between them; better by environment than
    /// by flag [default: a new one is made, in master.key in the data folder]
    #[arg(long, value_name = "HEX", env = "ASHIATO_MASTER_KEY", hide_env_values = true)]
    master_key: Option<String>,
}

pub(crate) fn run(arguments: &RotateMasterKeyArguments) -> anyhow::Result<Exit> {
    let folders = Folders {
        data: arguments.data_dir.clone(),
        state_url: arguments.state_url.clone(),
        account: None,
        objects: None,
        master_key: arguments.master_key.clone(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start a thread")?;
    let rotated = runtime.block_on(rotate_master_key(&folders))?;
    talk::line(&format!("sealed {} anew", units::counted(rotated.resealed, "secret")));
    match rotated.is_in_file {
        true => talk::line("the new key is in master.key; the earlier one is gone"),
        false => talk::line("the earlier keys need not be given any more"),
    }
    Ok(Exit::Answered)
}
