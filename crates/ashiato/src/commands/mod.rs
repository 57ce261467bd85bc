//! The commands, one file or folder each.

#[cfg(feature = "serve")]
pub(crate) mod athena;
#[cfg(feature = "serve")]
mod aws_client;
pub(crate) mod completions;
#[cfg(feature = "serve")]
pub(crate) mod coverage;
pub(crate) mod generate;
#[cfg(feature = "serve")]
pub(crate) mod history;
pub(crate) mod man;
pub(crate) mod query;
#[cfg(feature = "serve")]
pub(crate) mod rotate_master_key;
#[cfg(feature = "serve")]
pub(crate) mod serve;
#[cfg(feature = "serve")]
pub(crate) mod trail;
#[cfg(feature = "validate-logs")]
pub(crate) mod validate_logs;

use crate::command_line::Command;
use crate::exit::Exit;

/// Runs a command.
pub(crate) fn run(command: Command) -> anyhow::Result<Exit> {
    match command {
        Command::Query(arguments) => query::run(&arguments),
        #[cfg(feature = "validate-logs")]
        Command::ValidateLogs(arguments) => validate_logs::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments),
        #[cfg(feature = "serve")]
        Command::Athena(arguments) => athena::run(&arguments),
        #[cfg(feature = "serve")]
        Command::Trail(arguments) => trail::run(&arguments),
        #[cfg(feature = "serve")]
        Command::History(arguments) => history::run(&arguments),
        #[cfg(feature = "serve")]
        Command::Coverage(arguments) => coverage::run(&arguments),
        #[cfg(feature = "serve")]
        Command::RotateMasterKey(arguments) => rotate_master_key::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    }
}
