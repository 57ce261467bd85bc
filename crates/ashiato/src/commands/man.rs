//! `ashiato man [DIR]`: the manual pages, made from the command line's own definition.

use crate::command_line::CommandLine;
use crate::exit::Exit;
use anyhow::Context;
use clap::{Args, CommandFactory};
use clap_mangen::Man;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const EXAMPLES: &str = "\
Examples:
  ashiato man | man -l -
  ashiato man ~/.local/share/man/man1";

/// Print the manual page, or write the page of every command into a folder
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ManArguments {
    /// The folder for ashiato.1, ashiato-query.1, …
    dir: Option<PathBuf>,
}

pub(crate) fn run(arguments: &ManArguments) -> anyhow::Result<Exit> {
    let mut command = CommandLine::command();
    command.build();
    match &arguments.dir {
        None => std::io::stdout().write_all(&page(command)?).context("write the manual page")?,
        Some(dir) => write_pages(command, dir)?,
    }
    Ok(Exit::Answered)
}

fn write_pages(command: clap::Command, dir: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(dir).with_context(|| format!("create the folder {}", dir.display()))?;
    let commands = command.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    let pages: Vec<clap::Command> = commands
        .filter(|subcommand| subcommand.get_name() != "help")
        .map(|subcommand| {
            let name: &'static str = format!("ashiato-{}", subcommand.get_name()).leak();
            subcommand.name(name)
        })
        .collect();
    for command in std::iter::once(command).chain(pages) {
        let path = dir.join(format!("{}.1", command.get_name()));
        fs::write(&path, page(command)?).with_context(|| format!("write the manual page {}", path.display()))?;
    }
    Ok(())
}

fn page(command: clap::Command) -> anyhow::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command).render(&mut page).context("render a manual page")?;
    Ok(page)
}
