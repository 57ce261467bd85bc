//! `ashiato validate-logs`: proves that a trail's files are whole, in a bucket or in a copy of one, and says of which
//! time nothing can be proved.

mod bucket;
mod folder;

use crate::exit::{Exit, Failure};
use crate::moment::{self, Moment};
use crate::progress::{Meter, Talk};
use crate::units;
use anyhow::Context;
use ashiato_engine::source::s3;
use ashiato_trail::signing::PublicKeys;
use ashiato_trail::time::{self, Time};
use ashiato_trail::validate::{Options, Progress, Report, Tree, validate};
use bucket::BucketTree;
use clap::{Args, ValueEnum};
use folder::FolderTree;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{SystemTime, UNIX_EPOCH};

const EXAMPLES: &str = "\
What is checked: every digest's signature and place, the chain from each to the
one before, the hourly schedule of digests for each trail and region, every log
file's hash, and log files that no digest names. A copy in a folder has lost the
signatures in the objects' metadata; each is also in the next digest, so all but
the newest digest of a chain is proved in it.

Exit codes:
  0    everything is proved
  1    something is invalid: altered, absent, added or moved
  2    the command line is wrong
  3    nothing is invalid, but something could not be read or proved

Examples:
  # The keys, once, while online; then a copy, offline
  aws cloudtrail list-public-keys --start-time 2023-01-01 > keys.json
  ashiato validate-logs ./copy-of-my-trail --public-key keys.json

  # A bucket, one week of one trail
  ashiato validate-logs s3://my-trail-bucket/AWSLogs --public-key keys.json \\
    --trail my-trail --from 7d

  # What was found, for programs
  ashiato validate-logs ./copy --output json |
    jq '.findings[] | select(.severity == \"invalid\")'";

/// Prove that a trail's log files are as they were delivered
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ValidateLogsArguments {
    /// A folder with a copy of the trail's bucket or a part of it, or the bucket
    #[arg(value_name = "PATH|s3://BUCKET/PREFIX")]
    place: String,

    /// The public keys: what `aws cloudtrail list-public-keys` prints, or a key as PEM, DER or base64
    #[arg(long, value_name = "FILE")]
    public_key: Option<PathBuf>,

    /// Only log files delivered since: 2023-10-27, '2023-10-27 05:00', 2023-10-27T05:00:00Z (UTC), or 7d ago
    #[arg(long, value_name = "TIME", value_parser = moment::parse, allow_hyphen_values = true)]
    from: Option<Moment>,

    /// Only log files delivered before this time
    #[arg(long, value_name = "TIME", value_parser = moment::parse, allow_hyphen_values = true)]
    to: Option<Moment>,

    /// Only the trail of this name
    #[arg(long, value_name = "NAME")]
    trail: Option<String>,

    /// A region that must have digests, besides the trail's home region: one that was deleted whole leaves no trace. May be
    /// given several times, or with commas
    #[arg(long = "region", value_name = "REGION", value_delimiter = ',')]
    regions: Vec<String>,

    /// How to print the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    output: ReportFormat,

    /// No progress on stderr
    #[arg(long, short)]
    quiet: bool,
}

/// How a report is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum ReportFormat {
    /// A line for each finding and for each trail and region, and a verdict
    Text,
    /// One JSON object
    Json,
}

pub(crate) fn run(arguments: &ValidateLogsArguments) -> anyhow::Result<Exit> {
    let options = options(arguments)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the threads")?;
    let outcome = runtime.block_on(async {
        match s3::parse_url(&arguments.place) {
            Some(url) => {
                let now = time::of_seconds(millis_now().div_euclid(1000));
                let options = Options { bucket: Some(url.bucket.clone()), looked_at: now, ..options };
                report(BucketTree::connect(url)?, &options, arguments).await
            }
            None => report(FolderTree::open(Path::new(&arguments.place))?, &options, arguments).await,
        }
    });
    runtime.shutdown_background();
    let report = outcome?;
    print(&report, arguments.output)?;
    Ok(match report.exit_code() {
        0 => Exit::Answered,
        1 => Exit::Failed,
        _ => Exit::AnsweredWithGaps,
    })
}

async fn report<T: Tree>(tree: T, options: &Options, arguments: &ValidateLogsArguments) -> anyhow::Result<Report> {
    let progress = Arc::new(Progress::default());
    let mut meter = Meter::new(if arguments.quiet { Talk::Quiet } else { Talk::Normal });
    let counters = Arc::clone(&progress);
    meter.follow_told(move || {
        let (done, total) = (&counters.files_done, &counters.files_total);
        let (done, total) = (done.load(Ordering::Relaxed), total.load(Ordering::Relaxed));
        format!("{} of {} checked", units::count(done), units::counted(total, "file"))
    });
    let report = meter.watch(validate(&Arc::new(tree), options, &progress)).await?;
    meter.clear();
    Ok(report?)
}

fn print(report: &Report, format: ReportFormat) -> anyhow::Result<()> {
    let text = match format {
        ReportFormat::Text => printable(&report.text()),
        ReportFormat::Json => format!("{:#}\n", report.json()),
    };
    std::io::stdout().write_all(text.as_bytes()).context("write the report")
}

/// Keys come from whoever wrote the files; none reaches a terminal as an escape sequence.
fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for line in text.lines() {
        crate::printable::push_escaped(line, &mut shown);
        shown.push('\n');
    }
    shown
}

fn millis_now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

fn options(arguments: &ValidateLogsArguments) -> anyhow::Result<Options> {
    let now = millis_now();
    let at = |moment: Option<Moment>| -> Result<Option<Time>, Failure> {
        let Some(millis) = moment.map(|moment| moment.at(now)) else { return Ok(None) };
        let beyond = || Failure::Usage(format!("{} is beyond what can be a date", moment::format(millis)));
        time::of_seconds(millis.div_euclid(1000)).map(Some).ok_or_else(beyond)
    };
    let (from, to) = (at(arguments.from)?, at(arguments.to)?);
    if from.zip(to).is_some_and(|(from, to)| from >= to) {
        let message = "no time is between --from and --to: --to names the first moment left out";
        return Err(Failure::Usage(message.to_string()).into());
    }
    let keys = arguments.public_key.as_deref().map(keys).transpose()?;
    Ok(Options {
        keys,
        from,
        to,
        trail: arguments.trail.clone(),
        regions: arguments.regions.clone(),
        ..Options::default()
    })
}

fn keys(path: &Path) -> Result<PublicKeys, Failure> {
    let wrong = |why: String| Failure::Usage(format!("--public-key {}: {why}", path.display()));
    let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
    PublicKeys::read(&bytes).map_err(|error| wrong(error.to_string()))
}
