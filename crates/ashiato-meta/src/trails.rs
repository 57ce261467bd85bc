//! Trails: their settings and selectors. Whether one logs and how its deliveries go is in [`crate::trail_status`].

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow, Row};

use crate::changed::found;
use crate::{AccountId, Error, Millis, Result, Tx, tags, trail_log_readers};

/// A trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    /// Unique; what else is kept of the trail is kept by it.
    pub arn: String,
    /// Whose.
    pub account: AccountId,
    /// Its home region.
    pub region: String,
    /// Unique in its account and home region.
    pub name: String,
    /// Where its files go.
    pub bucket: String,
    /// What their keys begin with.
    pub prefix: Option<String>,
    /// The topic that is told of files.
    pub topic_arn: Option<String>,
    /// Whether it has events of services without a region.
    pub includes_global_events: bool,
    /// Whether it has the events of all regions, or those of its home only.
    pub is_multi_region: bool,
    /// Whether it is of all accounts of an organisation.
    pub is_organization: bool,
    /// Whether digests are made of its files.
    pub validates_files: bool,
    /// Whether it has the calls that delivering it makes.
    pub records_own_calls: bool,
    /// The log group that its events go to.
    pub log_group_arn: Option<String>,
    /// The role under which they go there.
    pub log_role_arn: Option<String>,
    /// The key that its files are encrypted with.
    pub kms_key_arn: Option<String>,
    /// The selectors that were put, opaque here; `None` for all management events.
    pub selectors: Selectors,
    /// What insights are wanted, opaque here.
    pub insight_selectors: Option<String>,
    /// When it was made.
    pub created: Millis,
}

impl Trail {
    /// One of a region and a name of which nothing else is said: what its maker does not set is as here.
    pub fn new((account, region, name): (&AccountId, &str, &str), arn: String, created: Millis) -> Trail {
        Trail {
            arn,
            account: account.clone(),
            region: region.to_string(),
            name: name.to_string(),
            bucket: String::new(),
            prefix: None,
            topic_arn: None,
            includes_global_events: true,
            is_multi_region: false,
            is_organization: false,
            validates_files: false,
            records_own_calls: true,
            log_group_arn: None,
            log_role_arn: None,
            kms_key_arn: None,
            selectors: Selectors::Unset,
            insight_selectors: None,
            created,
        }
    }
}

/// The selectors that a trail was given: those of one kind, never of both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selectors {
    /// None were put: every management event.
    #[default]
    Unset,
    /// Basic ones, opaque here.
    Basic(String),
    /// Advanced ones, opaque here.
    Advanced(String),
}

const COLUMNS: &str = "arn, account, region, name, bucket, prefix, topic_arn, includes_global_events, \
    is_multi_region, is_organization, validates_files, records_own_calls, log_group_arn, log_role_arn, kms_key_arn, \
    event_selectors, advanced_event_selectors, insight_selectors, created";

impl<'r> FromRow<'r, AnyRow> for Trail {
    fn from_row(row: &'r AnyRow) -> sqlx::Result<Trail> {
        let flag = |column: &str| row.try_get::<i64, _>(column).map(|stored| stored != 0);
        let basic: Option<String> = row.try_get("event_selectors")?;
        let advanced: Option<String> = row.try_get("advanced_event_selectors")?;
        Ok(Trail {
            arn: row.try_get("arn")?,
            account: row.try_get("account")?,
            region: row.try_get("region")?,
            name: row.try_get("name")?,
            bucket: row.try_get("bucket")?,
            prefix: row.try_get("prefix")?,
            topic_arn: row.try_get("topic_arn")?,
            includes_global_events: flag("includes_global_events")?,
            is_multi_region: flag("is_multi_region")?,
            is_organization: flag("is_organization")?,
            validates_files: flag("validates_files")?,
            records_own_calls: flag("records_own_calls")?,
            log_group_arn: row.try_get("log_group_arn")?,
            log_role_arn: row.try_get("log_role_arn")?,
            kms_key_arn: row.try_get("kms_key_arn")?,
            selectors: match (basic, advanced) {
                (Some(basic), _) => Selectors::Basic(basic),
                (None, Some(advanced)) => Selectors::Advanced(advanced),
                (None, None) => Selectors::Unset,
            },
            insight_selectors: row.try_get("insight_selectors")?,
            created: row.try_get("created")?,
        })
    }
}

/// Makes it, not logging yet.
///
/// `Conflict` where one of its name is in its home region, or would be in one region with it because either is of all
/// regions; `NotFound` where there is no such account.
pub async fn create(tx: &mut Tx, trail: &Trail) -> Result<()> {
    lock(tx, &trail.account).await?;
    if is_taken(tx, trail).await? {
        return Err(Error::conflict(format!("trail {} is there", trail.name)));
    }
    let doing = || format!("create trail {}", trail.name);
    sqlx::query(
        "INSERT INTO trails (arn, account, region, name, created, bucket, includes_global_events, is_multi_region, \
         is_organization, validates_files, records_own_calls) VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, 0, 0)",
    )
    .bind(&trail.arn)
    .bind(&trail.account)
    .bind(&trail.region)
    .bind(&trail.name)
    .bind(trail.created)
    .bind(&trail.bucket)
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    store(tx, trail, doing()).await
}

/// The trail of that ARN.
pub async fn get(tx: &mut Tx, arn: &str) -> Result<Trail> {
    sqlx::query_as(AssertSqlSafe(format!("SELECT {COLUMNS} FROM trails WHERE arn = $1")))
        .bind(arn)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get trail {arn}")))?
        .ok_or_else(|| Error::not_found(format!("trail {arn} is not there")))
}

/// An account's trails, of all regions, by name and then by home region. There are few: a handful a region.
pub async fn list(tx: &mut Tx, account: &AccountId) -> Result<Vec<Trail>> {
    let statement = format!("SELECT {COLUMNS} FROM trails WHERE account = $1 ORDER BY name, region");
    sqlx::query_as(AssertSqlSafe(statement))
        .bind(account)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the trails"))
}

/// The trails that log now, of all accounts, by ARN: those that a delivery has to do with.
pub async fn logging(tx: &mut Tx) -> Result<Vec<Trail>> {
    sqlx::query_as(AssertSqlSafe(format!("SELECT {COLUMNS} FROM trails WHERE is_logging = 1 ORDER BY arn")))
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the trails that log"))
}

/// Stores all of its settings but what names it.
///
/// `Conflict` where it would now be in one region with another of its name.
pub async fn update(tx: &mut Tx, trail: &Trail) -> Result<()> {
    lock(tx, &trail.account).await?;
    if trail.is_multi_region && is_taken(tx, trail).await? {
        return Err(Error::conflict(format!("another trail {} is there", trail.name)));
    }
    store(tx, trail, format!("update trail {}", trail.arn)).await
}

/// Removes it, its tags, and what is known of its files and digests. What was planned and not delivered never will be.
pub async fn delete(tx: &mut Tx, arn: &str) -> Result<()> {
    let doing = || format!("delete trail {arn}");
    for statement in [
        "DELETE FROM trail_files WHERE trail = $1",
        "DELETE FROM trail_digests WHERE trail = $1",
        "DELETE FROM trail_periods WHERE trail = $1",
    ] {
        sqlx::query(statement).bind(arn).execute(tx.db()).await.map_err(Error::of(doing()))?;
    }
    trail_log_readers::end(tx, arn).await?;
    tags::clear(tx, arn).await?;
    let gone = sqlx::query("DELETE FROM trails WHERE arn = $1")
        .bind(arn)
        .execute(tx.db())
        .await
        .map_err(Error::of(doing()))?;
    found(&gone, || format!("trail {arn}"))
}

/// Makes other transactions wait that hold the trail, until this one ends: what of its files is read then holds until the
/// commit. `NotFound` where there is no such trail.
pub async fn hold(tx: &mut Tx, arn: &str) -> Result<()> {
    let held = sqlx::query("UPDATE trails SET created = created WHERE arn = $1")
        .bind(arn)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("hold trail {arn}")))?;
    found(&held, || format!("trail {arn}"))
}

/// Writing the account's row makes other transactions wait that want to make or change its trails: what is counted and
/// compared before a commit holds at the commit.
async fn lock(tx: &mut Tx, account: &AccountId) -> Result<()> {
    let locked = sqlx::query("UPDATE accounts SET created = created WHERE id = $1")
        .bind(account)
        .execute(tx.db())
        .await
        .map_err(Error::of("lock the trails"))?;
    found(&locked, || format!("account {}", account.as_str()))
}

/// Whether another trail of that name is in a region where this one is.
async fn is_taken(tx: &mut Tx, trail: &Trail) -> Result<bool> {
    let row = sqlx::query(
        "SELECT 1 FROM trails WHERE account = $1 AND name = $2 AND arn <> $3 \
         AND (region = $4 OR is_multi_region = 1 OR $5 = 1) LIMIT 1",
    )
    .bind(&trail.account)
    .bind(&trail.name)
    .bind(&trail.arn)
    .bind(&trail.region)
    .bind(i64::from(trail.is_multi_region))
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("look for trail {}", trail.name)))?;
    Ok(row.is_some())
}

async fn store(tx: &mut Tx, trail: &Trail, doing: String) -> Result<()> {
    let (basic, advanced) = match &trail.selectors {
        Selectors::Unset => (None, None),
        Selectors::Basic(text) => (Some(text), None),
        Selectors::Advanced(text) => (None, Some(text)),
    };
    let done = sqlx::query(
        "UPDATE trails SET bucket = $2, prefix = $3, topic_arn = $4, includes_global_events = $5, \
         is_multi_region = $6, is_organization = $7, validates_files = $8, records_own_calls = $9, \
         log_group_arn = $10, log_role_arn = $11, kms_key_arn = $12, event_selectors = $13, \
         advanced_event_selectors = $14, insight_selectors = $15 WHERE arn = $1",
    )
    .bind(&trail.arn)
    .bind(&trail.bucket)
    .bind(&trail.prefix)
    .bind(&trail.topic_arn)
    .bind(i64::from(trail.includes_global_events))
    .bind(i64::from(trail.is_multi_region))
    .bind(i64::from(trail.is_organization))
    .bind(i64::from(trail.validates_files))
    .bind(i64::from(trail.records_own_calls))
    .bind(&trail.log_group_arn)
    .bind(&trail.log_role_arn)
    .bind(&trail.kms_key_arn)
    .bind(basic)
    .bind(advanced)
    .bind(&trail.insight_selectors)
    .execute(tx.db())
    .await
    .map_err(Error::of(doing))?;
    found(&done, || format!("trail {}", trail.arn))
}
