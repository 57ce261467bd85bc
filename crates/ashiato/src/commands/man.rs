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
        .map(|subcommand| {
            // Leaked, since clap's names are 'static: a few bytes, in a process about to end.
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
    let notes = command.get_after_help().map(ToString::to_string);
    let has_subcommands = command.has_subcommands();
    let man = Man::new(command);
    let mut page = Vec::new();
    render(&man, has_subcommands, &mut page).context("render a manual page")?;
    if let Some(notes) = notes {
        push_notes(&notes, &mut page);
    }
    Ok(page)
}

fn render(man: &Man, has_subcommands: bool, page: &mut Vec<u8>) -> std::io::Result<()> {
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    if has_subcommands {
        man.render_subcommands_section(page)?;
    }
    Ok(())
}

/// What follows a command's help (examples, exit codes), line for line: the renderer's own section for it would
/// fill the lines as if they were prose.
fn push_notes(notes: &str, page: &mut Vec<u8>) {
    page.extend_from_slice(b".SH NOTES\n.nf\n");
    for line in notes.lines() {
        let text = line.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq");
        // A dot that begins a line would be a request to the formatter.
        let guard = if text.starts_with('.') { "\\&" } else { "" };
        page.extend_from_slice(format!("{guard}{text}\n").as_bytes());
    }
    page.extend_from_slice(b".fi\n");
}
