//! `ashiato history`: event history of a server of this program, with more than AWS's one attribute at a time.

mod filter;
mod lookups;
mod searched;
mod print;
mod follow;

use crate::exit::{Exit, Failure};
use crate::moment::{self, Moment};
use anyhow::Context;
use chrono::Utc;
use clap::{Args, ValueEnum};
use lookups::Lookups;
use searched::Searched;
use serde_json::{Value, json};

const EXAMPLES: &str = "\
The endpoint, region and credentials are those of AWS's own clients: AWS_ENDPOINT_URL, AWS_REGION, AWS_PROFILE, …

A filter compares attributes with values: EventId, EventName, ReadOnly, Username, ResourceType, ResourceName,
EventSource, AccessKeyId, EventCategory, Region, Account, ErrorCode; = is equal, != is not, ~ has the text in it; and,
or, not and parentheses combine.

Examples:
  ashiato history
  ashiato history 'EventName=CreateAccessKey and not Username=admin' --since 2026-11-01
  ashiato history 'ErrorCode~Denied or ErrorCode~Unauthorized' --all-regions --output csv
  ashiato history --counts EventName
  ashiato history --follow 'ReadOnly=false'
  ashiato history --output json --limit 500 > event_history.json";

/// Look up the event history of a server, newest first
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HistoryArguments {
    /// Which events: EventName=CreateUser and not Username~test
    #[arg(value_name = "FILTER")]
    filter: Option<String>,

    /// No event before: a day, a moment, or a time with its zone
    #[arg(long, value_name = "TIME", value_parser = moment::parse)]
    since: Option<Moment>,

    /// No event after
    #[arg(long, value_name = "TIME", value_parser = moment::parse)]
    until: Option<Moment>,

    /// Events of all regions, not of the one alone that is asked
    #[arg(long)]
    all_regions: bool,

    /// Data events too
    #[arg(long)]
    data_events: bool,

    /// The most events to print; with --follow, of those that there are already
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,

    /// Count the values of an attribute instead
    #[arg(long, value_name = "ATTRIBUTE", conflicts_with = "follow")]
    counts: Option<String>,

    /// Print new events as they happen, until stopped
    #[arg(long)]
    follow: bool,

    /// json is the file that AWS's console downloads, event_history.json
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    output: Format,
}

/// How events are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line an event
    Table,
    /// The columns that the console downloads
    Csv,
    /// {"Records":[…]}
    Json,
}

/// The most that one answer holds.
const PAGE_MAX: usize = 50;

pub(crate) fn run(arguments: &HistoryArguments) -> anyhow::Result<Exit> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start a thread")?;
    runtime.block_on(look(arguments))
}

async fn look(arguments: &HistoryArguments) -> anyhow::Result<Exit> {
    let usage = |why: String| anyhow::Error::from(Failure::Usage(why));
    let mut asked =
        json!({ "AllRegions": arguments.all_regions, "AllCategories": arguments.data_events, "NoEnd": true });
    if let Some(filter) = &arguments.filter {
        asked["Condition"] = filter::parse(filter).map_err(usage)?;
    }
    let mut input = json!({});
    for (member, given) in [("StartTime", &arguments.since), ("EndTime", &arguments.until)] {
        if let Some(time) = given {
            input[member] = json!(time.at(Utc::now().timestamp_millis()) as f64 / 1000.0);
        }
    }
    let mut lookups = Lookups::connect()?;
    if let Some(attribute) = &arguments.counts {
        asked["CountsOf"] = attribute.as_str().into();
        input["Ashiato"] = asked;
        input["MaxResults"] = 1.into();
        let answer = lookups.look(&input).await?;
        print::counts(attribute, &answer["Ashiato"]["Counts"])?;
        searched::say_others(attribute, &answer["Ashiato"]["Others"]);
        let mut searched = Searched::default();
        searched.add(&answer);
        searched.say();
        return Ok(Exit::Answered);
    }
    input["Ashiato"] = asked;
    let mut printer = print::Printer::begin(arguments.output)?;
    let Found { mut events, searched, first, is_cut } = newest(&mut lookups, &input, arguments.limit as usize).await?;
    searched.say();
    if is_cut {
        searched::say_cut(events.len());
    }
    if arguments.follow {
        events.reverse();
        printer.events(&events)?;
        return follow::follow(lookups, input, &first, printer).await;
    }
    printer.events(&events)?;
    printer.end()?;
    Ok(Exit::Answered)
}

/// The newest events.
struct Found {
    /// Newest first.
    events: Vec<Value>,
    searched: Searched,
    /// What the first answer told of itself.
    first: Value,
    /// There may be older ones than there was room for.
    is_cut: bool,
}

/// So many events at most, newest first.
async fn newest(lookups: &mut Lookups, input: &Value, limit: usize) -> anyhow::Result<Found> {
    let mut found = Found { events: Vec::new(), searched: Searched::default(), first: Value::Null, is_cut: false };
    let mut token = Value::Null;
    loop {
        let mut page = input.clone();
        page["MaxResults"] = PAGE_MAX.min(limit - found.events.len()).into();
        if token.is_string() {
            page["NextToken"] = token;
        }
        let mut answer = lookups.look(&page).await?;
        found.searched.add(&answer);
        let events = answer["Events"].as_array_mut().map(std::mem::take).unwrap_or_default();
        let is_last = events.is_empty();
        found.events.extend(events);
        token = answer["NextToken"].take();
        if found.first.is_null() {
            found.first = answer["Ashiato"].take();
        }
        found.is_cut = found.events.len() >= limit && token.is_string();
        if found.is_cut || is_last || !token.is_string() {
            return Ok(found);
        }
    }
}
