//! The log files of trails: planned, then delivered, then told to the trail's topic and covered by a digest
//! ([`crate::trail_coverage`]), and forgotten.
//!
//! A file is planned in the transaction that moves its consumer's offset on ([`crate::consumer_offsets`]), so that after
//! a crash it is delivered under the same key, and no record goes into two files. Each step, done again, changes nothing.

use sqlx::AssertSqlSafe;

use crate::changed::changed;
use crate::{AccountId, Error, Kind, Millis, Result, Tx, trail_periods};

/// A log file.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct TrailFile {
    /// Its trail's ARN.
    pub trail: String,
    /// The server whose journal its records are in.
    pub server: String,
    /// The region that its events are of.
    pub region: String,
    /// The account that they are of.
    pub account: AccountId,
    /// The journal's number of its first record.
    pub first_number: i64,
    /// The journal's number of its last record.
    pub last_number: i64,
    /// The bucket that it goes to.
    pub bucket: String,
    /// Its key there.
    pub object_key: String,
    /// How far it is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// Hexadecimal, of the uncompressed bytes; set when it is delivered, as all that follows.
    pub sha256: Option<String>,
    /// The time of its oldest event.
    pub oldest: Option<Millis>,
    /// The time of its newest event.
    pub newest: Option<Millis>,
    /// When it was delivered.
    pub delivered: Option<Millis>,
    /// The end of the digest that covers it.
    pub digest_end: Option<Millis>,
    /// 1 where nothing is in it but what was recorded of deliveries, else 0.
    pub is_of_deliveries: i64,
}

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its records are set, its bytes may be in the bucket or not.
    Planned,
    /// It is in the bucket.
    Delivered,
}

impl TryFrom<String> for State {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        match text.as_str() {
            "planned" => Ok(Self::Planned),
            "delivered" => Ok(Self::Delivered),
            _ => Err(Error::new(Kind::Corrupt, format!("trail file state {text:?}"))),
        }
    }
}

/// A file to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its trail's ARN.
    pub trail: String,
    /// The server whose journal its records are in.
    pub server: String,
    /// The region that its events are of.
    pub region: String,
    /// The account that they are of.
    pub account: AccountId,
    /// The journal's number of its first record.
    pub first_number: i64,
    /// The journal's number of its last record.
    pub last_number: i64,
    /// The bucket that it goes to.
    pub bucket: String,
    /// Its key there.
    pub object_key: String,
    /// Whether nothing is in it but what was recorded of deliveries.
    pub is_of_deliveries: bool,
}

/// What is known of a file once it is in the bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// Hexadecimal, of the uncompressed bytes.
    pub sha256: String,
    /// The time of its oldest event.
    pub oldest: Millis,
    /// The time of its newest event.
    pub newest: Millis,
}

pub(crate) const COLUMNS: &str = "trail, server, region, account, first_number, last_number, bucket, object_key, state, \
    sha256, oldest, newest, delivered, digest_end, is_of_deliveries";

/// Plans a file, and gives it as it is kept: where one with that first record was planned before, that one, under the key
/// of then. `NotFound` where there is no such trail, `Conflict` where another file of it has the key.
pub async fn plan(tx: &mut Tx, plan: &Plan) -> Result<TrailFile> {
    let doing = || format!("plan log file {}", plan.object_key);
    sqlx::query(
        "INSERT INTO trail_files (trail, region, account, first_number, last_number, bucket, object_key, server, \
         is_of_deliveries, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned') \
         ON CONFLICT (trail, server, region, account, first_number) DO NOTHING",
    )
    .bind(&plan.trail)
    .bind(&plan.region)
    .bind(&plan.account)
    .bind(plan.first_number)
    .bind(plan.last_number)
    .bind(&plan.bucket)
    .bind(&plan.object_key)
    .bind(&plan.server)
    .bind(i64::from(plan.is_of_deliveries))
    .execute(tx.db())
    .await
    .map_err(Error::of_child(doing()))?;
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_files WHERE trail = $1 AND region = $2 AND account = $3 AND first_number = $4 \
         AND server = $5"
    )))
    .bind(&plan.trail)
    .bind(&plan.region)
    .bind(&plan.account)
    .bind(plan.first_number)
    .bind(&plan.server)
    .fetch_one(tx.db())
    .await
    .map_err(Error::of(doing()))
}

/// The files that a server planned and that are not known to be in the bucket, those with the earliest records first.
pub async fn planned(tx: &mut Tx, server: &str, limit: u32) -> Result<Vec<TrailFile>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_files WHERE state = 'planned' AND server = $2 \
         ORDER BY first_number, trail, region, account LIMIT $1"
    )))
    .bind(i64::from(limit))
    .bind(server)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the planned log files"))
}

/// The trails and buckets that a server planned files for that are not known to be there.
pub async fn lanes(tx: &mut Tx, server: &str) -> Result<Vec<(String, String)>> {
    let mut lanes: Vec<(String, String)> = Vec::new();
    // From one to the next along the index: of one there may be any number of files.
    loop {
        let (trail, bucket) = lanes.last().cloned().unwrap_or_default();
        let next: Option<(String, String)> = sqlx::query_as(
            "SELECT trail, bucket FROM trail_files WHERE state = 'planned' AND server = $1 \
             AND (trail, bucket) > ($2, $3) ORDER BY trail, bucket LIMIT 1",
        )
        .bind(server)
        .bind(trail)
        .bind(bucket)
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of("list what log files are planned for"))?;
        let Some(next) = next else { return Ok(lanes) };
        lanes.push(next);
    }
}

/// The files of one of these, those with the earliest records first, after one that is known.
pub async fn planned_for(
    tx: &mut Tx,
    server: &str,
    (trail, bucket): (&str, &str),
    after: i64,
    limit: u32,
) -> Result<Vec<TrailFile>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_files WHERE state = 'planned' AND server = $1 AND trail = $2 AND bucket = $3 \
         AND first_number > $4 ORDER BY first_number, region, account LIMIT $5"
    )))
    .bind(server)
    .bind(trail)
    .bind(bucket)
    .bind(after)
    .bind(i64::from(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the planned log files"))
}

/// All files of a trail that a server planned and that are not known to be in the bucket. Whoever holds the trail
/// ([`crate::trails::hold`]), as each does that plans one, sees all that there are until the end of the transaction.
pub async fn planned_of(tx: &mut Tx, server: &str, trail: &str) -> Result<Vec<TrailFile>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_files WHERE state = 'planned' AND server = $1 AND trail = $2 \
         ORDER BY first_number, region, account"
    )))
    .bind(server)
    .bind(trail)
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the planned log files of {trail}")))
}

/// Forgets a file that was planned and whose bytes are lost: it will never be delivered.
pub async fn abandon(tx: &mut Tx, file: &TrailFile) -> Result<()> {
    sqlx::query(
        "DELETE FROM trail_files WHERE trail = $1 AND region = $2 AND account = $3 AND first_number = $4 \
         AND server = $5 AND state = 'planned'",
    )
    .bind(&file.trail)
    .bind(&file.region)
    .bind(&file.account)
    .bind(file.first_number)
    .bind(&file.server)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("forget log file {}", file.object_key)))?;
    Ok(())
}

/// Marks a file as delivered, and as yet to be told where its trail has a topic. Of one that is already nothing changes, so
/// that its digest stays true. `NotFound` where it was not planned, or went with its trail.
///
/// It is dated after what digests of its trail are of already, whatever the clock says, so that the next one covers it: in a
/// transaction that holds the trail ([`crate::trails::hold`]).
pub async fn deliver(tx: &mut Tx, file: &TrailFile, contents: &Contents, at: Millis) -> Result<()> {
    let at = trail_periods::floor(tx, &file.trail).await?.map_or(at, |floor| floor.max(at));
    let done = sqlx::query(
        "UPDATE trail_files SET state = 'delivered', sha256 = COALESCE(sha256, $5), oldest = COALESCE(oldest, $6), \
         newest = COALESCE(newest, $7), delivered = COALESCE(delivered, $8), \
         untold = CASE WHEN state = 'planned' THEN \
           (SELECT CAST(COUNT(topic_arn) AS BIGINT) FROM trails WHERE trails.arn = trail_files.trail) ELSE untold END \
         WHERE trail = $1 AND region = $2 AND account = $3 AND first_number = $4 AND server = $9",
    )
    .bind(&file.trail)
    .bind(&file.region)
    .bind(&file.account)
    .bind(file.first_number)
    .bind(&contents.sha256)
    .bind(contents.oldest)
    .bind(contents.newest)
    .bind(at)
    .bind(&file.server)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("note log file {} as delivered", file.object_key)))?;
    changed(&done, || Error::not_found(format!("log file {} was not planned", file.object_key)))
}

/// The trails whose topics are yet to be told of files that a server delivered.
pub async fn untold_trails(tx: &mut Tx, server: &str) -> Result<Vec<String>> {
    sqlx::query_scalar("SELECT DISTINCT trail FROM trail_files WHERE server = $1 AND untold = 1 ORDER BY trail")
        .bind(server)
        .fetch_all(tx.db())
        .await
        .map_err(Error::of("list the trails whose topics are yet to be told"))
}

/// The files of a trail that its topic is yet to be told of, in the order in which a server delivered them.
pub async fn untold(tx: &mut Tx, server: &str, trail: &str, limit: u32) -> Result<Vec<TrailFile>> {
    sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM trail_files WHERE server = $1 AND trail = $2 AND untold = 1 \
         ORDER BY delivered, object_key LIMIT $3"
    )))
    .bind(server)
    .bind(trail)
    .bind(i64::from(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list the log files of {trail} that are yet to be told")))
}

/// Marks a file as told, in the transaction that stores the message. Tells whether it was yet to be.
pub async fn told(tx: &mut Tx, file: &TrailFile) -> Result<bool> {
    let done = sqlx::query(
        "UPDATE trail_files SET untold = 0 WHERE trail = $1 AND server = $2 AND region = $3 AND account = $4 \
         AND first_number = $5 AND untold = 1",
    )
    .bind(&file.trail)
    .bind(&file.server)
    .bind(&file.region)
    .bind(&file.account)
    .bind(file.first_number)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("note log file {} as told", file.object_key)))?;
    Ok(done.rows_affected() > 0)
}

/// The regions that a trail has files or digests of.
pub async fn regions(tx: &mut Tx, trail: &str) -> Result<Vec<String>> {
    let mut regions: Vec<String> = Vec::new();
    // From one to the next along the indexes: of one there may be any number of files.
    loop {
        let last = regions.last().cloned().unwrap_or_default();
        let mut next: Option<String> = None;
        for statement in [
            "SELECT region FROM trail_files WHERE trail = $1 AND region > $2 ORDER BY region LIMIT 1",
            "SELECT region FROM trail_digests WHERE trail = $1 AND region > $2 ORDER BY region LIMIT 1",
        ] {
            let found: Option<String> = sqlx::query_scalar(statement)
                .bind(trail)
                .bind(&last)
                .fetch_optional(tx.db())
                .await
                .map_err(Error::of(format!("list the regions of {trail}")))?;
            next = next.into_iter().chain(found).min();
        }
        match next {
            Some(region) => regions.push(region),
            None => return Ok(regions),
        }
    }
}

/// Forgets files that are told and whose digest ended before `before`; of those that no digest will cover, the ones that
/// were delivered before. Such are those of trails without digests, and those from before the first of the times that
/// digests are yet made of ([`crate::trail_periods`]). Tells how many.
pub async fn forget(tx: &mut Tx, before: Millis) -> Result<u64> {
    let gone = sqlx::query(
        "DELETE FROM trail_files WHERE state = 'delivered' AND untold = 0 AND (digest_end < $1 OR (digest_end IS NULL \
         AND delivered < $1 AND (trail IN (SELECT arn FROM trails WHERE validates_files = 0) \
         OR delivered < (SELECT MIN(began) FROM trail_periods WHERE trail_periods.trail = trail_files.trail))))",
    )
    .bind(before)
    .execute(tx.db())
    .await
    .map_err(Error::of("forget log files"))?;
    Ok(gone.rows_affected())
}
