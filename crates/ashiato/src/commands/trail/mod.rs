//! `ashiato trail …`: what CloudTrail's console does in one step, for an endpoint of this program or AWS's own.

mod create;

use crate::exit::Exit;
use anyhow::Context;
use clap::{Args, Subcommand};

/// What CloudTrail's console does around trails
#[derive(Debug, Args)]
pub(crate) struct TrailArguments {
    #[command(subcommand)]
    command: TrailCommand,
}

#[derive(Debug, Subcommand)]
enum TrailCommand {
    Create(create::CreateArguments),
}

pub(crate) fn run(arguments: &TrailArguments) -> anyhow::Result<Exit> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start a thread")?;
    match &arguments.command {
        TrailCommand::Create(arguments) => runtime.block_on(create::run(arguments)),
    }
}
