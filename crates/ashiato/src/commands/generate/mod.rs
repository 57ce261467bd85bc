//! `ashiato generate`: a folder of made-up logs that look real, the same for the same seed.

mod tree;

use crate::exit::{Exit, Failure};
use crate::progress::Talk;
use crate::{talk, units};
use anyhow::Context;
use ashiato_event::generate::{Incident, Plan, Spec, plan};
use chrono::{Datelike, NaiveDate};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::fs;
use std::path::{Path, PathBuf};
use tree::TreeFile;

const EXAMPLES: &str = "\
Examples:
  # A month of a small company, with a leaked access key to find
  ashiato generate --events 200000 --days 30 --incident leaked-key ./logs

  # Damaged files, files delivered twice, files delivered hours late
  ashiato generate --events 20000 --days 3 --corrupt 5 --duplicates 0.05 \\
    --late 3 ./rough-logs";

/// Write a folder of made-up CloudTrail logs, the same for the same seed
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GenerateArguments {
    /// The folder to write AWSLogs/… and manifest.json into
    dir: PathBuf,

    /// Events in all
    #[arg(long, value_name = "N", default_value_t = Spec::default().events)]
    events: u64,

    /// Days that they are spread over
    #[arg(long, value_name = "D", default_value_t = Spec::default().days)]
    days: u32,

    /// Accounts, one busy and the others quiet
    #[arg(long, value_name = "A", default_value_t = Spec::default().accounts)]
    accounts: usize,

    /// Regions
    #[arg(long, value_name = "R", default_value_t = Spec::default().regions)]
    regions: usize,

    /// What all chance follows from
    #[arg(long, value_name = "S", default_value_t = Spec::default().seed)]
    seed: u64,

    /// The first day, such as 2023-10-27
    #[arg(long, value_name = "DATE", value_parser = day, default_value = "2024-01-10")]
    start: NaiveDate,

    /// Plant a story to find
    #[arg(long, value_name = "NAME", value_parser = incidents())]
    incident: Option<Incident>,

    /// The share of files delivered twice: 0 to 1
    #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
    duplicates: f64,

    /// Files to damage, each in another way
    #[arg(long, value_name = "N", default_value_t = 0)]
    corrupt: u32,

    /// Files to deliver three to nine hours late
    #[arg(long, value_name = "N", default_value_t = 0)]
    late: u32,

    /// Events in each file [default: as many as CloudTrail's files have, few in a quiet account, thousands in a busy one]
    #[arg(long, value_name = "N")]
    events_per_file: Option<u32>,

    /// Name an organization in the keys, as an organization's trail does
    #[arg(long)]
    organization: bool,

    /// Threads [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,

    /// Say nothing on stderr but errors
    #[arg(long, short)]
    quiet: bool,
}

pub(crate) fn run(arguments: &GenerateArguments) -> anyhow::Result<Exit> {
    let plan = plan(&spec(arguments)).map_err(|error| Failure::Usage(error.to_string()))?;
    let logs = arguments.dir.join("AWSLogs");
    if logs.exists() {
        let message = format!("{} is there already: name a new folder, or remove it", logs.display());
        return Err(Failure::Usage(message).into());
    }
    let talk = if arguments.quiet { Talk::Quiet } else { Talk::Normal };
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = arguments.threads.map_or_else(cores, usize::from);
    fs::create_dir_all(&arguments.dir).with_context(|| format!("create the folder {}", arguments.dir.display()))?;
    let written = tree::write(&arguments.dir, plan.files().len(), threads, talk, || {
        let mut maker = plan.maker();
        let plan = &plan;
        move |number| {
            let file = maker.make(&plan.files()[number]);
            TreeFile { key: file.key, bytes: file.stored }
        }
    })?;
    write_manifest(&plan, &arguments.dir)?;
    if talk == Talk::Normal {
        let sizes = (units::counted(written.files, "file"), units::bytes(written.bytes));
        talk::line(&format!("wrote {}, {}, to {}", sizes.0, sizes.1, arguments.dir.display()));
    }
    Ok(Exit::Answered)
}

fn spec(arguments: &GenerateArguments) -> Spec {
    let start = arguments.start;
    let two_digits = |number: u32| u8::try_from(number).expect("months and days have two digits");
    Spec {
        events: arguments.events,
        days: arguments.days,
        accounts: arguments.accounts,
        regions: arguments.regions,
        seed: arguments.seed,
        start: (start.year(), two_digits(start.month()), two_digits(start.day())),
        duplicates: arguments.duplicates,
        corrupt: arguments.corrupt,
        late: arguments.late,
        events_per_file: arguments.events_per_file,
        organization: arguments.organization,
        incident: arguments.incident,
    }
}

/// What was planted, for whoever checks that queries find it.
fn write_manifest(plan: &Plan, dir: &Path) -> anyhow::Result<()> {
    let path = dir.join("manifest.json");
    let text = serde_json::to_string_pretty(&plan.manifest()).context("write the manifest as JSON")?;
    fs::write(&path, text + "\n").with_context(|| format!("write {}", path.display()))
}

fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| format!("'{text}' is not a day such as 2023-10-27"))
}

/// A parser that lists the stories in the help and in completions.
fn incidents() -> impl TypedValueParser<Value = Incident> {
    PossibleValuesParser::new(Incident::ALL.map(Incident::name))
        .map(|name| Incident::from_name(&name).expect("only the names of stories pass the parser"))
}
