//! `ashiato athena create-table`: "Create Athena table" of CloudTrail's console. Finds what lies in a trail's bucket,
//! prints the DDL of a table whose partitions are projected, and runs it.

use crate::commands::aws_client::{ATHENA, JsonClient};
use crate::exit::{Exit, Failure};
use crate::talk;
use anyhow::{Context, bail};
use ashiato_engine::source::s3;
use ashiato_server::athena::trail_table::{TrailLogs, find};
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;
use std::time::Duration;

/// How long is waited between two looks at the statement; DDL takes far less at an endpoint of this program.
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

const EXAMPLES: &str = "\
The endpoint, region and credentials are those of AWS's own clients: AWS_ENDPOINT_URL, AWS_REGION, AWS_PROFILE, …

Examples:
  ashiato athena create-table --bucket my-trail-logs
  ashiato athena create-table --bucket my-trail-logs --prefix audit \\
    --database security --table cloudtrail_logs --dry-run";

/// Make a table over a trail's bucket, its partitions projected by account, region and day
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct CreateTableArguments {
    /// The bucket that the trail delivers to
    #[arg(long, value_name = "BUCKET")]
    bucket: String,

    /// The folder that AWSLogs/ is in, where the bucket holds more
    #[arg(long, value_name = "PREFIX", default_value = "")]
    prefix: String,

    /// The database of the table
    #[arg(long, value_name = "NAME", default_value = "default")]
    database: String,

    /// The table [default: cloudtrail_logs_ and the bucket's name]
    #[arg(long, value_name = "NAME")]
    table: Option<String>,

    /// The work group to run the statement in
    #[arg(long, value_name = "NAME", default_value = "primary")]
    work_group: String,

    /// Where the statement's own output goes, s3://… [default: as the work group says, else
    /// athena-results/ in the bucket]
    #[arg(long, value_name = "URL")]
    output_location: Option<String>,

    /// Print the statement and run nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(arguments: &CreateTableArguments) -> anyhow::Result<Exit> {
    let logs = one(arguments, look(arguments).await?)?;
    let table = arguments.table.clone().unwrap_or_else(|| logs.table_name());
    let statement = logs.create_table(&table);
    writeln!(std::io::stdout(), "{statement};").context("print the statement")?;
    if arguments.dry_run {
        return Ok(Exit::Answered);
    }
    let athena = JsonClient::connect("athena create-table", ATHENA)?;
    let output = output_location(arguments, &athena).await?;
    let mut input = json!({
        "QueryString": statement,
        "QueryExecutionContext": { "Database": arguments.database },
        "WorkGroup": arguments.work_group,
    });
    if let Some(output) = output {
        input["ResultConfiguration"] = json!({ "OutputLocation": output });
    }
    let started = athena.call("StartQueryExecution", &input).await?;
    wait(&athena, &json!({ "QueryExecutionId": started["QueryExecutionId"] })).await?;
    talk::line(&format!("made the table {}.{table}", arguments.database));
    Ok(Exit::Answered)
}

async fn look(arguments: &CreateTableArguments) -> anyhow::Result<Vec<TrailLogs>> {
    let store = s3::connect(&arguments.bucket)?;
    let folders = async |prefix: &str| s3::folders(&store, prefix).await;
    Ok(find(&arguments.bucket, &arguments.prefix, folders).await?)
}

/// The logs to make a table of: a bucket of several trails must be told which.
fn one(arguments: &CreateTableArguments, mut found: Vec<TrailLogs>) -> anyhow::Result<TrailLogs> {
    let place = format!("s3://{}/{}", arguments.bucket, arguments.prefix);
    match (found.pop(), found.as_slice()) {
        (Some(only), []) => Ok(only),
        (None, _) => Err(Failure::Usage(format!("{place}: no AWSLogs/ACCOUNT/CloudTrail/REGION/ is below it")).into()),
        (Some(last), others) => {
            let folders: Vec<&str> = others.iter().chain([&last]).map(|logs| logs.folder.as_str()).collect();
            let message =
                format!("{place} holds the logs of several trails; --prefix names one: {}", folders.join(", "));
            Err(Failure::Usage(message).into())
        }
    }
}

/// `None` where the work group has a place of its own.
async fn output_location(arguments: &CreateTableArguments, athena: &JsonClient) -> anyhow::Result<Option<String>> {
    if arguments.output_location.is_some() {
        return Ok(arguments.output_location.clone());
    }
    let group = athena.call("GetWorkGroup", &json!({ "WorkGroup": arguments.work_group })).await?;
    let configuration = &group["WorkGroup"]["Configuration"];
    let has_place = configuration["ResultConfiguration"]["OutputLocation"].is_string()
        || configuration["ManagedQueryResultsConfiguration"]["Enabled"] == Value::Bool(true);
    Ok((!has_place).then(|| format!("s3://{}/athena-results/", arguments.bucket)))
}

async fn wait(athena: &JsonClient, query: &Value) -> anyhow::Result<()> {
    loop {
        let answer = athena.call("GetQueryExecution", query).await?;
        let status = &answer["QueryExecution"]["Status"];
        match status["State"].as_str() {
            Some("SUCCEEDED") => return Ok(()),
            Some("QUEUED" | "RUNNING") => tokio::time::sleep(BETWEEN_LOOKS).await,
            state => bail!(
                "the statement is {}: {}",
                state.unwrap_or("in no state"),
                status["StateChangeReason"].as_str().unwrap_or("no reason is given")
            ),
        }
    }
}
