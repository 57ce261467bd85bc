//! `ashiato trail create`: "Quick trail create" of CloudTrail's console. Makes the bucket, its policy and the trail, and
//! starts logging. Given again it does what is left to do: nothing of it is made twice.

use crate::commands::aws_client::{AwsClient, CLOUDTRAIL, JsonClient};
use crate::exit::{Exit, Failure};
use crate::talk;
use anyhow::{Context, bail};
use clap::Args;
use http::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::Write;

const EXAMPLES: &str = "\
The endpoint, region and credentials are those of AWS's own clients: AWS_ENDPOINT_URL, AWS_REGION, AWS_PROFILE, …
What is printed on stdout is the trail, as CreateTrail answers; where it was there already, as DescribeTrails does.

Examples:
  ashiato trail create management-events
  ashiato trail create audit --bucket my-audit-logs --prefix prod --single-region";

/// By what records know it.
const COMMAND: &str = "trail create";

/// Make a trail and the bucket that it delivers to, and start logging
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct CreateArguments {
    /// The trail
    #[arg(value_name = "NAME", default_value = "management-events")]
    name: String,

    /// The bucket, made if it is not there [default: aws-cloudtrail-logs-ACCOUNT-… ]
    #[arg(long, value_name = "BUCKET")]
    bucket: Option<String>,

    /// The folder that AWSLogs/ will be in
    #[arg(long, value_name = "PREFIX")]
    prefix: Option<String>,

    /// The events of this region alone, and not of all
    #[arg(long)]
    single_region: bool,

    /// Make no digests of the log files
    #[arg(long)]
    no_validation: bool,
}

/// The trail to be, and where it delivers to.
struct Wanted<'a> {
    arguments: &'a CreateArguments,
    bucket: String,
    prefix: Option<&'a str>,
    account: String,
}

pub(super) async fn run(arguments: &CreateArguments) -> anyhow::Result<Exit> {
    let (s3, cloudtrail) = (AwsClient::connect(COMMAND, "s3")?, JsonClient::connect(COMMAND, CLOUDTRAIL)?);
    let account = account().await?;
    let name = &arguments.name;
    let bucket = arguments.bucket.clone().unwrap_or_else(|| default_bucket(&account, &s3.region, name));
    let prefix = arguments.prefix.as_deref().filter(|prefix| !prefix.is_empty());
    let wanted = Wanted { arguments, bucket, prefix, account };
    // Asked before anything is made: a name that no trail can have is refused here.
    let trail = match find(&cloudtrail, name).await? {
        Some(trail) if wanted.is_met_by(&trail) => {
            talk::line(&format!("the trail {name} was there already"));
            trail
        }
        Some(trail) => bail!("there is a trail {name} already, which logs to {}", place(&trail)),
        None => make(&s3, &cloudtrail, &wanted).await?,
    };
    cloudtrail.call("StartLogging", &json!({ "Name": name })).await?;
    writeln!(std::io::stdout(), "{trail:#}").context("print the trail")?;
    talk::line(&format!("the trail {name} logs to s3://{}", wanted.bucket));
    Ok(Exit::Answered)
}

impl Wanted<'_> {
    /// Whether a trail of the name delivers to where it is to.
    fn is_met_by(&self, trail: &Value) -> bool {
        trail["S3BucketName"] == self.bucket.as_str() && key_prefix(trail) == self.prefix
    }

    /// As CreateTrail is asked for it.
    fn input(&self) -> Value {
        let mut input = json!({
            "Name": self.arguments.name,
            "S3BucketName": self.bucket,
            "IncludeGlobalServiceEvents": true,
            "IsMultiRegionTrail": !self.arguments.single_region,
            "EnableLogFileValidation": !self.arguments.no_validation,
        });
        if let Some(prefix) = self.prefix {
            input["S3KeyPrefix"] = prefix.into();
        }
        input
    }
}

fn key_prefix(trail: &Value) -> Option<&str> {
    trail["S3KeyPrefix"].as_str().filter(|prefix| !prefix.is_empty())
}

/// Where a trail delivers to, to be read by people.
fn place(trail: &Value) -> String {
    let bucket = trail["S3BucketName"].as_str().unwrap_or_default();
    let folder = key_prefix(trail).map(|prefix| format!("/{prefix}")).unwrap_or_default();
    format!("s3://{bucket}{folder}")
}

/// The trail of that name, where there is one.
async fn find(cloudtrail: &JsonClient, name: &str) -> anyhow::Result<Option<Value>> {
    // DescribeTrails would take one, CreateTrail does not.
    if name.starts_with("arn:") {
        return Err(Failure::Usage(format!("a trail is made by its name: {name} is an ARN")).into());
    }
    let answer = cloudtrail.call("DescribeTrails", &json!({ "trailNameList": [name] })).await?;
    Ok(answer["trailList"].as_array().and_then(|found| found.first().cloned()))
}

/// Makes the bucket and its policy, where they are not there, and the trail.
async fn make(s3: &AwsClient, cloudtrail: &JsonClient, wanted: &Wanted<'_>) -> anyhow::Result<Value> {
    let Wanted { arguments: CreateArguments { name, .. }, bucket, prefix, account } = wanted;
    make_bucket(s3, bucket).await?;
    let arn = format!("arn:aws:cloudtrail:{}:{account}:trail/{name}", s3.region);
    let policy = policy(bucket, *prefix, account, &arn);
    expect_no_other_policy(s3, bucket, &policy).await?;
    let json = [("content-type", "application/json")];
    put(s3, "PutBucketPolicy", (&format!("/{bucket}?policy"), &json), policy.to_string()).await?;
    let refused = match cloudtrail.call("CreateTrail", &wanted.input()).await {
        Ok(trail) => return Ok(trail),
        Err(refused) => refused,
    };
    // The same command, given twice at once, may have made it meanwhile.
    match find(cloudtrail, name).await {
        Ok(Some(trail)) if wanted.is_met_by(&trail) => Ok(trail),
        _ => Err(refused.context(format!("the trail {name} is not made; the bucket {bucket} is, and stays"))),
    }
}

/// The caller's account.
async fn account() -> anyhow::Result<String> {
    let sts = AwsClient::connect(COMMAND, "sts")?;
    let form = [("content-type", "application/x-www-form-urlencoded; charset=utf-8")];
    let body = "Action=GetCallerIdentity&Version=2011-06-15".to_string();
    let answer = sts.send("sts", (Method::POST, "/", &form), body).await?;
    let account = between(&answer.text, "<Account>", "</Account>");
    match account {
        Some(account) if answer.status.is_success() => Ok(account.to_string()),
        _ => bail!("GetCallerIdentity: {}", told(&answer.text)),
    }
}

/// Named as the console names it. The same trail has the same bucket, so that a command that failed half way can be
/// given again.
fn default_bucket(account: &str, region: &str, name: &str) -> String {
    let digest = Sha256::digest(format!("{account} {region} {name}").as_bytes());
    let suffix: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("aws-cloudtrail-logs-{account}-{suffix}")
}

async fn make_bucket(s3: &AwsClient, bucket: &str) -> anyhow::Result<()> {
    let configuration = match s3.region.as_str() {
        "us-east-1" => String::new(),
        region => format!(
            "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\
             <LocationConstraint>{region}</LocationConstraint></CreateBucketConfiguration>"
        ),
    };
    let answer = s3.send("s3", (Method::PUT, &format!("/{bucket}"), &[]), configuration).await?;
    let code = between(&answer.text, "<Code>", "</Code>");
    match code {
        _ if answer.status.is_success() => Ok(()),
        Some("BucketAlreadyOwnedByYou") => Ok(()),
        _ => bail!("CreateBucket {bucket}: {}", told(&answer.text)),
    }
}

/// A policy that is there already is not replaced: others may live by it.
async fn expect_no_other_policy(s3: &AwsClient, bucket: &str, policy: &Value) -> anyhow::Result<()> {
    let answer = s3.send("s3", (Method::GET, &format!("/{bucket}?policy"), &[]), String::new()).await?;
    let is_same = || serde_json::from_str::<Value>(&answer.text).is_ok_and(|found| found == *policy);
    match answer.status.is_success() && !is_same() {
        true => bail!("the bucket {bucket} has a policy: add what CloudTrail needs to it, or name another bucket"),
        false => Ok(()),
    }
}

async fn put(
    s3: &AwsClient,
    operation: &str,
    (path, headers): (&str, &[(&str, &str)]),
    body: String,
) -> anyhow::Result<()> {
    let answer = s3.send("s3", (Method::PUT, path, headers), body).await?;
    match answer.status.is_success() {
        true => Ok(()),
        false => bail!("{operation}: {}", told(&answer.text)),
    }
}

/// What lets CloudTrail, for this trail alone, look at the bucket and write below its own folder.
///
/// Source: AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail".
fn policy(bucket: &str, prefix: Option<&str>, account: &str, trail: &str) -> Value {
    let folder = prefix.map(|prefix| format!("{prefix}/")).unwrap_or_default();
    let service = json!({ "Service": "cloudtrail.amazonaws.com" });
    json!({
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "AWSCloudTrailAclCheck20150319",
                "Effect": "Allow",
                "Principal": service,
                "Action": "s3:GetBucketAcl",
                "Resource": format!("arn:aws:s3:::{bucket}"),
                "Condition": { "StringEquals": { "aws:SourceArn": trail } },
            },
            {
                "Sid": "AWSCloudTrailWrite20150319",
                "Effect": "Allow",
                "Principal": service,
                "Action": "s3:PutObject",
                "Resource": format!("arn:aws:s3:::{bucket}/{folder}AWSLogs/{account}/*"),
                "Condition": {
                    "StringEquals": { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceArn": trail },
                },
            },
        ],
    })
}

/// Code and sentence of an error in XML.
fn told(xml: &str) -> String {
    let code = between(xml, "<Code>", "</Code>").unwrap_or("no code");
    let message = between(xml, "<Message>", "</Message>").unwrap_or(xml);
    format!("{code}: {message}")
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(start)?;
    Some(rest.split_once(end)?.0)
}
