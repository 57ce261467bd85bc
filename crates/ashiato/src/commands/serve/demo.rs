//! `--demo`: a month of a small company's logs in a bucket, a table over them, and what to try.

use crate::talk;
use anyhow::Context;
use ashiato_event::generate::{Incident, Spec, plan};
use ashiato_server::athena::trail_table::TrailLogs;
use ashiato_server::state::State;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;

const LOGS: &str = "demo-trail";
const RESULTS: &str = "demo-results";
const TABLE: &str = "cloudtrail_logs";
/// Where the table is: clients of another region do not see it.
const REGION: &str = "us-east-1";
const DAYS: u32 = 30;
const EVENTS: u64 = 60_000;

/// Fills the server, unless that was done before. The days end with yesterday.
pub(super) async fn fill(state: &State, now: DateTime<Utc>) -> anyhow::Result<()> {
    state.ensure_bucket(RESULTS, REGION).await?;
    if !state.ensure_bucket(LOGS, REGION).await? {
        talk::line(&format!("the bucket {LOGS} is there already, and is left as it is"));
        return Ok(());
    }
    let start = (now - TimeDelta::days(DAYS.into())).date_naive();
    let two_digits = |number: u32| u8::try_from(number).expect("months and days have two digits");
    let spec = Spec {
        events: EVENTS,
        days: DAYS,
        accounts: 2,
        regions: 3,
        start: (start.year(), two_digits(start.month()), two_digits(start.day())),
        incident: Some(Incident::LeakedKey),
        ..Spec::default()
    };
    talk::line(&format!("making {EVENTS} events of {DAYS} days"));
    let plan = plan(&spec).context("plan the demo's logs")?;
    let mut maker = plan.maker();
    let (mut accounts, mut regions) = (BTreeSet::new(), BTreeSet::new());
    for file in plan.files() {
        let file = maker.make(file);
        // AWSLogs/ACCOUNT/CloudTrail/REGION/…
        let mut parts = file.key.split('/').skip(1);
        accounts.extend(parts.next().map(str::to_string));
        regions.extend(parts.nth(1).map(str::to_string));
        state.put_object(LOGS, &file.key, file.stored).await?;
    }
    let first_day = start.format("%Y/%m/%d").to_string();
    let logs = TrailLogs { bucket: LOGS.into(), folder: "AWSLogs/".into(), accounts, regions, first_day };
    state.define(REGION, &logs.create_table(TABLE)).await?;
    Ok(())
}

/// Three commands to try.
pub(super) fn say(address: SocketAddr, scheme: &str, credentials: &Path) {
    let credentials = std::path::absolute(credentials).unwrap_or_else(|_| credentials.to_path_buf());
    talk::line(&format!(
        "
In another shell:

  export AWS_ENDPOINT_URL={scheme}://{address} AWS_DEFAULT_REGION={REGION} AWS_SHARED_CREDENTIALS_FILE={}

Somebody switched a trail off. Who, and from where?

  aws s3 ls s3://{LOGS}/AWSLogs/

  id=$(aws athena start-query-execution --output text --query QueryExecutionId \\
    --result-configuration OutputLocation=s3://{RESULTS}/ --query-string \\
    \"SELECT eventtime, useridentity.arn, sourceipaddress FROM {TABLE} WHERE eventname = 'StopLogging'\")

Once it has run (a second):

  aws athena get-query-results --query-execution-id $id --output text --query 'ResultSet.Rows[].Data[].VarCharValue'
",
        credentials.display()
    ));
}
