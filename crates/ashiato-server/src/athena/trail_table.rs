//! "Create Athena table" for a bucket of trail logs: what lies in the bucket, and the DDL of a table over it whose
//! partitions are projected, so that a query opens the accounts, regions and days that it asks for.

use std::collections::BTreeSet;
use std::fmt::Write;

/// Logs of accounts and regions below one folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailLogs {
    /// The bucket.
    pub bucket: String,
    /// The folder that the accounts' folders are in: `AWSLogs/`, `some/prefix/AWSLogs/o-exampleorgid/`.
    pub folder: String,
    /// The accounts, twelve digits each.
    pub accounts: BTreeSet<String>,
    /// The regions of all of them.
    pub regions: BTreeSet<String>,
    /// The first day of any of them: `2024/01/31`.
    pub first_day: String,
}

/// How deep below the prefix `AWSLogs/` is looked for.
const DEPTH_MAX: usize = 3;
/// Folders looked into for it: a bucket of other things is not searched to its end.
const FOLDERS_MAX: usize = 1000;

/// Finds the logs of trails in a bucket. `folders` lists the names of the folders right below a prefix, as an S3
/// listing with the delimiter `/` does: `["AWSLogs"]` for the empty prefix.
///
/// # Errors
/// The listing's.
pub async fn find<E>(
    bucket: &str,
    prefix: &str,
    folders: impl AsyncFn(&str) -> Result<Vec<String>, E>,
) -> Result<Vec<TrailLogs>, E> {
    let start = if prefix.is_empty() || prefix.ends_with('/') { prefix.to_string() } else { format!("{prefix}/") };
    let mut level = vec![start];
    let mut found = Vec::new();
    let mut looked_into = 0;
    for _ in 0..=DEPTH_MAX {
        let mut next = Vec::new();
        for folder in level {
            looked_into += 1;
            if looked_into > FOLDERS_MAX {
                return Ok(found);
            }
            for name in folders(&folder).await? {
                let below = format!("{folder}{name}/");
                if name == "AWSLogs" {
                    found.extend(below_aws_logs(bucket, &below, &folders).await?);
                } else {
                    next.push(below);
                }
            }
        }
        level = next;
    }
    Ok(found)
}

/// Accounts are right below, or below the folder of an organization.
async fn below_aws_logs<E>(
    bucket: &str,
    aws_logs: &str,
    folders: &impl AsyncFn(&str) -> Result<Vec<String>, E>,
) -> Result<Vec<TrailLogs>, E> {
    let names = folders(aws_logs).await?;
    let organizations = names.iter().filter(|name| name.starts_with("o-")).map(|name| format!("{aws_logs}{name}/"));
    let mut found = Vec::new();
    for folder in std::iter::once(aws_logs.to_string()).chain(organizations) {
        found.extend(logs(bucket, folder, folders).await?);
    }
    Ok(found)
}

async fn logs<E>(
    bucket: &str,
    folder: String,
    folders: &impl AsyncFn(&str) -> Result<Vec<String>, E>,
) -> Result<Option<TrailLogs>, E> {
    let (mut accounts, mut regions, mut first_day) = (BTreeSet::new(), BTreeSet::new(), None::<String>);
    for account in folders(&folder).await? {
        if account.len() != 12 || !account.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let trail = format!("{folder}{account}/CloudTrail/");
        for region in folders(&trail).await? {
            let Some(day) = first_day_of(format!("{trail}{region}/"), folders).await? else { continue };
            first_day = Some(first_day.map_or(day.clone(), |first| first.min(day)));
            accounts.insert(account.clone());
            regions.insert(region);
        }
    }
    let bucket = bucket.to_string();
    Ok(first_day.map(|first_day| TrailLogs { bucket, folder, accounts, regions, first_day }))
}

/// `2024/01/31`, where there is a day.
async fn first_day_of<E>(
    region: String,
    folders: &impl AsyncFn(&str) -> Result<Vec<String>, E>,
) -> Result<Option<String>, E> {
    let mut day = String::new();
    for digits in [4, 2, 2] {
        let names = folders(&format!("{region}{day}")).await?;
        let is_part = |name: &&String| name.len() == digits && name.bytes().all(|byte| byte.is_ascii_digit());
        let Some(first) = names.iter().filter(is_part).min() else { return Ok(None) };
        day.push_str(first);
        day.push('/');
    }
    day.pop();
    Ok(Some(day))
}

impl TrailLogs {
    /// The name that AWS's console gives the table of a bucket.
    pub fn table_name(&self) -> String {
        let letters = self.bucket.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' });
        format!("cloudtrail_logs_{}", letters.collect::<String>())
    }

    /// The statement that makes a table over the logs.
    pub fn create_table(&self, table: &str) -> String {
        let folder = format!("s3://{}/{}", self.bucket, self.folder);
        let listed = |names: &BTreeSet<String>| names.iter().map(String::as_str).collect::<Vec<_>>().join(",");
        let properties = [
            ("projection.enabled", "true".to_string()),
            ("projection.account.type", "enum".into()),
            ("projection.account.values", listed(&self.accounts)),
            ("projection.region.type", "enum".into()),
            ("projection.region.values", listed(&self.regions)),
            ("projection.timestamp.type", "date".into()),
            ("projection.timestamp.format", "yyyy/MM/dd".into()),
            ("projection.timestamp.interval", "1".into()),
            ("projection.timestamp.interval.unit", "DAYS".into()),
            ("projection.timestamp.range", format!("{},NOW", self.first_day)),
            ("storage.location.template", format!("{folder}${{account}}/CloudTrail/${{region}}/${{timestamp}}")),
        ];
        let mut statement = format!("CREATE EXTERNAL TABLE `{table}` (\n{COLUMNS}\n)\n");
        statement.push_str("PARTITIONED BY (`account` string, `region` string, `timestamp` string)\n");
        statement.push_str("ROW FORMAT SERDE 'com.amazon.emr.hive.serde.CloudTrailSerde'\n");
        statement.push_str("STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'\n");
        statement.push_str("OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'\n");
        let _ = writeln!(statement, "LOCATION '{folder}'\nTBLPROPERTIES (");
        let lines: Vec<String> = properties.iter().map(|(name, value)| format!("  '{name}' = '{value}'")).collect();
        statement.push_str(&lines.join(",\n"));
        statement.push_str("\n)");
        statement
    }
}

/// The members of a record that CloudTrail writes today (CloudTrail's user guide, "CloudTrail record contents").
const COLUMNS: &str = "  eventversion string,
  useridentity struct<type: string, principalid: string, arn: string, accountid: string, invokedby: string,
    accesskeyid: string, username: string, onbehalfof: struct<userid: string, identitystorearn: string>,
    sessioncontext: struct<attributes: struct<mfaauthenticated: string, creationdate: string>,
      sessionissuer: struct<type: string, principalid: string, arn: string, accountid: string, username: string>,
      ec2roledelivery: string,
      webidfederationdata: struct<federatedprovider: string, attributes: map<string, string>>>>,
  eventtime string,
  eventsource string,
  eventname string,
  awsregion string,
  sourceipaddress string,
  useragent string,
  errorcode string,
  errormessage string,
  requestparameters string,
  responseelements string,
  additionaleventdata string,
  requestid string,
  eventid string,
  readonly string,
  resources array<struct<arn: string, accountid: string, type: string>>,
  eventtype string,
  apiversion string,
  recipientaccountid string,
  serviceeventdetails string,
  sharedeventid string,
  vpcendpointid string,
  vpcendpointaccountid string,
  eventcategory string,
  addendum struct<reason: string, updatedfields: string, originalrequestid: string, originaleventid: string>,
  sessioncredentialfromconsole string,
  edgedevicedetails string,
  tlsdetails struct<tlsversion: string, ciphersuite: string, clientprovidedhostheader: string>";

#[cfg(test)]
mod tests {
    use super::*;
    use ashiato_sql::parse::parse_one;
    use ashiato_sql::statement::Statement;
    use std::convert::Infallible;

    async fn found(keys: &[&str], prefix: &str) -> Vec<TrailLogs> {
        let folders = async |prefix: &str| {
            let names = keys.iter().filter_map(|key| Some(key.strip_prefix(prefix)?.split_once('/')?.0.to_string()));
            Ok::<Vec<String>, Infallible>(names.collect::<BTreeSet<_>>().into_iter().collect())
        };
        find("my-Trail.logs", prefix, folders).await.expect("it cannot fail")
    }

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| name.to_string()).collect()
    }

    #[tokio::test]
    async fn accounts_and_regions_are_found() {
        let keys = [
            "other/x",
            "AWSLogs/111122223333/CloudTrail/eu-north-1/2024/02/03/a.json.gz",
            "AWSLogs/111122223333/CloudTrail/us-east-1/2023/12/31/a.json.gz",
            "AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2020/01/01/a.json.gz",
            "AWSLogs/444455556666/CloudTrail/us-east-1/2024/02/03/a.json.gz",
            "AWSLogs/444455556666/Config/us-east-1/2020/1/1/a.json.gz",
            "team/AWSLogs/o-abc/777788889999/CloudTrail/us-east-1/2024/05/06/a.json.gz",
        ];
        let all = found(&keys, "").await;
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].folder, "AWSLogs/");
        assert_eq!(all[0].accounts, set(&["111122223333", "444455556666"]));
        assert_eq!(all[0].regions, set(&["eu-north-1", "us-east-1"]));
        assert_eq!(all[0].first_day, "2023/12/31");
        assert_eq!(all[1].folder, "team/AWSLogs/o-abc/");
        assert_eq!(found(&keys, "team").await, all[1..]);
        assert_eq!(found(&keys, "other/").await, []);
    }

    #[tokio::test]
    async fn the_statement_is_one_of_athena() {
        let keys = ["p/AWSLogs/111122223333/CloudTrail/eu-north-1/2024/02/03/a.json.gz"];
        let logs = found(&keys, "").await.remove(0);
        assert_eq!(logs.table_name(), "cloudtrail_logs_my_trail_logs");
        let statement = parse_one(&logs.create_table(&logs.table_name())).expect("it parses").statement;
        let Statement::CreateTable(table) = statement else { panic!("not a table: {statement:?}") };
        assert_eq!(table.name.table, "cloudtrail_logs_my_trail_logs");
        assert_eq!(table.partitions.len(), 3);
        let template = "s3://my-Trail.logs/p/AWSLogs/${account}/CloudTrail/${region}/${timestamp}";
        assert!(table.properties.iter().any(|(name, value)| name == "storage.location.template" && value == template));
    }
}
