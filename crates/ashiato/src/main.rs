//! The command `ashiato`: reads the command line, runs one command, says how it ended.
//!
//! stdout is data; stderr is talk (progress, coverage, warnings, errors). The exit codes are in [`exit`].
//! What a query means is none of this crate's business: that is `ashiato_engine` and `ashiato_sql`.

mod allocator;
mod command_line;
mod commands;
mod coverage;
mod engine;
mod exit;
mod interrupt;
mod moment;
mod open_files;
mod output;
mod printable;
mod progress;
mod span;
mod spill;
mod talk;
mod unfinished;
mod units;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    allocator::give_back_soon();
    open_files::allow_many();
    let command_line = command_line::CommandLine::parse();
    match commands::run(command_line.command) {
        Ok(exit) => exit.into(),
        Err(error) => exit::explain(&error).into(),
    }
}
