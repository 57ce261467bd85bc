//! The commands, one file or folder each.

pub(crate) mod athena;
pub(crate) mod completions;
pub(crate) mod coverage;
pub(crate) mod generate;
pub(crate) mod man;
pub(crate) mod query;
pub(crate) mod serve;

use crate::command_line::Command;
use crate::exit::Exit;

/// Runs a command.
pub(crate) fn run(command: Command) -> anyhow::Result<Exit> {
    match command {
        Command::Query(arguments) => query::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Athena(arguments) => athena::run(&arguments),
        Command::Coverage(arguments) => coverage::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
    }
}
