//! `ashiato completions SHELL`: the script that lets a shell complete the command line.

use crate::command_line::CommandLine;
use crate::exit::Exit;
use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  ashiato completions bash > ~/.local/share/bash-completion/completions/ashiato
  ashiato completions zsh > ~/.zfunc/_ashiato
  ashiato completions fish > ~/.config/fish/completions/ashiato.fish";

/// Print the completion script for a shell
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CompletionsArguments {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(arguments: &CompletionsArguments) -> anyhow::Result<Exit> {
    // Into memory first: the generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut CommandLine::command(), "ashiato", &mut script);
    std::io::stdout().write_all(&script).context("write the completion script")?;
    Ok(Exit::Answered)
}
