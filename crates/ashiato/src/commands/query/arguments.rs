//! What `ashiato query` can be told.

use crate::engine::Late;
use crate::moment::{self, Moment};
use crate::output::Format;
use crate::span;
use clap::{ArgAction, Args};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Tables:
  cloudtrail_logs   the records as Athena has them: scalars are strings
  events            the same as CloudTrail Lake has them: timestamps, maps

Examples:
  # Who did what, most often first
  ashiato query --logs ./logs \"
    SELECT useridentity.arn, eventname, count(*) FROM cloudtrail_logs
    GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 20\"

  # Everything one access key did in the last week of a bucket, as CSV
  ashiato query --logs s3://my-trail/AWSLogs --from 7d --out key.csv \"
    SELECT * FROM cloudtrail_logs
    WHERE useridentity.accesskeyid = 'AKIAIOSFODNN7EXAMPLE'
    ORDER BY eventtime\"

  # A saved query with its CREATE EXTERNAL TABLE, its bucket copied to ./copy
  ashiato query --bucket my-trail=./copy --file investigation.sql

  # From a pipe, to a pipe
  echo \"SELECT sourceipaddress FROM events WHERE errorcode = 'AccessDenied'\" |
    ashiato query --logs ./logs --output ndjson | jq .";

/// Answer SQL over CloudTrail logs
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct QueryArguments {
    /// Statements in Athena's or CloudTrail Lake's SQL, separated by ';' ('-', or nothing and a pipe: from stdin)
    #[arg(value_name = "SQL", conflicts_with = "file")]
    pub(crate) sql: Option<String>,

    /// Read the statements from a file
    #[arg(long, value_name = "Q.sql")]
    pub(crate) file: Option<PathBuf>,

    /// Logs to read: a file, a folder of any layout, or an S3 prefix (may be repeated)
    #[arg(long, value_name = "PATH|s3://BUCKET/PREFIX", help_heading = "Input")]
    pub(crate) logs: Vec<String>,

    /// Read s3://NAME/… in CREATE EXTERNAL TABLE from a local folder (may be repeated)
    #[arg(long = "bucket", value_name = "NAME=DIR", value_parser = bucket, help_heading = "Input")]
    pub(crate) buckets: Vec<(String, PathBuf)>,

    /// Leave out events before this time: 2023-10-27, '2023-10-27 05:00', 2023-10-27T05:00:00Z (UTC), or 7d ago
    #[arg(long, value_name = "TIME", value_parser = moment::parse, allow_hyphen_values = true, help_heading = "Input")]
    pub(crate) from: Option<Moment>,

    /// Leave out events at or after this time
    #[arg(long, value_name = "TIME", value_parser = moment::parse, allow_hyphen_values = true, help_heading = "Input")]
    pub(crate) to: Option<Moment>,

    /// How long after a range's end files are still read, since events are delivered late; or 'all'
    #[arg(long, value_name = "DURATION|all", value_parser = late, default_value = "2h", help_heading = "Input")]
    pub(crate) late: Late,

    /// Answer on each eventID once, however often it was delivered
    #[arg(long, help_heading = "Input")]
    pub(crate) dedupe: bool,

    /// Fail if any input is damaged: --out writes no file, though stdout may have the rest of the answer
    #[arg(long, help_heading = "Input")]
    pub(crate) strict: bool,

    /// The answer's format [default: by --out's name, else table]
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub(crate) output: Option<Format>,

    /// Write the answer to a file instead of stdout
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(crate) out: Option<PathBuf>,

    /// Show the plan of each query instead of running it
    #[arg(long, help_heading = "Output")]
    pub(crate) explain: bool,

    /// Also write what was and was not read to a file, as JSON
    #[arg(long, value_name = "FILE.json", help_heading = "Output")]
    pub(crate) coverage: Option<PathBuf>,

    /// Say nothing on stderr but errors
    #[arg(long, short, action = ArgAction::SetTrue, help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Threads that read and compute [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,

    /// Memory for sorts, joins, groupings and windows, beyond which they spill to disk or fail [default: 80 a thread]
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u32).range(16..=1_048_576))]
    pub(crate) memory: Option<u32>,

    /// The time that now() gives and that relative times count from
    #[arg(long, value_name = "TIME", value_parser = moment::parse, hide = true)]
    pub(crate) now: Option<Moment>,
}

fn bucket(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((name, dir)) if !name.is_empty() && !dir.is_empty() => {
            let name = name.strip_prefix("s3://").unwrap_or(name).trim_end_matches('/');
            Ok((name.to_string(), PathBuf::from(dir)))
        }
        _ => Err(format!("'{text}' is not NAME=DIR, such as my-trail=./copy-of-my-trail")),
    }
}

fn late(text: &str) -> Result<Late, String> {
    match text.eq_ignore_ascii_case("all") {
        true => Ok(Late::All),
        false => span::parse(text).map(Late::Within).map_err(|message| format!("{message}, nor 'all'")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn buckets_are_names_and_folders() {
        assert_eq!(bucket("trail=./copy"), Ok(("trail".to_string(), PathBuf::from("./copy"))));
        assert_eq!(bucket("s3://trail/=/a=b"), Ok(("trail".to_string(), PathBuf::from("/a=b"))));
        for text in ["trail", "=dir", "trail=", ""] {
            assert!(bucket(text).is_err(), "{text}");
        }
    }

    #[test]
    fn margins_are_lengths_or_all() {
        assert_eq!(late("2h"), Ok(Late::Within(Duration::from_secs(7200))));
        assert_eq!(late("ALL"), Ok(Late::All));
        assert!(late("some").is_err());
    }
}
