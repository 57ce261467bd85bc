//! `ashiato generate`: a folder of made-up logs that look real, the same for the same seed.

mod tree;

use crate::exit::Exit;
use clap::Args;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  # A month of a small company, with a leaked access key to find
  ashiato generate --events 200000 --days 30 --incident leaked-key ./demo-logs

  # Damaged files and files delivered twice, to see what a query says about them
  ashiato generate --events 20000 --days 3 --corrupt 5 --duplicates 0.05 ./rough-logs";

/// Write a folder of made-up CloudTrail logs, the same for the same seed
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GenerateArguments {
    /// The folder to write AWSLogs/… and manifest.json into
    dir: PathBuf,
}

pub(crate) fn run(_arguments: &GenerateArguments) -> anyhow::Result<Exit> {
    anyhow::bail!("this build holds no generator")
}
