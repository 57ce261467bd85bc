//! `ashiato athena …`: what AWS's console does around Athena, for an endpoint of this program or AWS's own.

mod create_table;

use crate::exit::Exit;
use anyhow::Context;
use clap::{Args, Subcommand};

/// What AWS's console does around Athena
#[derive(Debug, Args)]
pub(crate) struct AthenaArguments {
    #[command(subcommand)]
    command: AthenaCommand,
}

#[derive(Debug, Subcommand)]
enum AthenaCommand {
    CreateTable(create_table::CreateTableArguments),
}

pub(crate) fn run(arguments: &AthenaArguments) -> anyhow::Result<Exit> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start a thread")?;
    match &arguments.command {
        AthenaCommand::CreateTable(arguments) => runtime.block_on(create_table::run(arguments)),
    }
}
