//! From the journal to planned log files.

use ashiato_meta::trail_files::{self, Plan};
use ashiato_meta::trails::Trail;
use ashiato_meta::{AccountId, Millis, consumer_offsets, trail_log_readers, trail_periods, trail_status, trails};
use ashiato_trail::journal::Entry;
use ashiato_trail::log_file::{self, LogFile, UNCOMPRESSED_BYTES_MAX};
use ashiato_trail::place::Place;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::facts::Facts;
use super::own_records::is_of_deliveries;
use super::selected::{Reader, Selected};
use super::spool::name_of_plan;
use super::{Failed, Trails};
use crate::state::State;

/// How much of the journal is read at once.
const READ_BYTES_MAX: usize = 32 << 20;

/// A trail, and what it wants.
struct Wanting {
    trail: Trail,
    selected: Selected,
    /// Its files are not named for a time before this, whatever the clock says: digests are of that already.
    floor: Option<Millis>,
}

/// The records of one file to be, in the journal's order.
type Batch<'a> = Vec<Wanted<'a>>;

/// A record that a trail wants.
struct Wanted<'a> {
    number: u64,
    text: &'a str,
    /// It is of what deliveries do.
    is_of_deliveries: bool,
}

/// The server whose journal it is, and when.
type By<'a> = (&'a str, DateTime<Utc>);

/// A planned file and its bytes.
struct Made {
    plan: Plan,
    gzip: Vec<u8>,
}

/// Plans all that the journal holds beyond the offset.
pub(super) async fn plan(own: &Trails, state: &State) -> Result<(), Failed> {
    let Some(journal) = state.recorder.journal() else { return Ok(()) };
    let consumer = own.consumer();
    // What is recorded meanwhile is for the next time: on a busy server there is always more, and each round would make files
    // of the few records of a moment.
    let through = journal.committed_through();
    loop {
        let (offset, wanting) = wanting(own, state, &consumer).await?;
        if offset >= through {
            break;
        }
        let read = journal.read_async(offset + 1, READ_BYTES_MAX).await;
        let entries = read.map_err(|why| Failed(format!("read the journal: {why}")))?;
        let Some(last) = entries.last().map(|entry| entry.number) else { break };
        let now = (state.clock)();
        let server = own.settings.server.clone();
        let made = tokio::task::spawn_blocking(move || files(&entries, &wanting, (&server, now))).await;
        let made = made.map_err(|why| Failed(why.to_string()))??;
        keep(own, state, made, (&consumer, last)).await?;
    }
    reclaim(own, state).await
}

/// Where planning is, and the trails that may want what follows.
async fn wanting(own: &Trails, state: &State, consumer: &str) -> Result<(u64, Vec<Wanting>), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let offset = consumer_offsets::get(&mut tx, consumer).await?.unwrap_or(0);
    let mut wanting = Vec::new();
    for trail in trails::list(&mut tx, &state.kept.account).await? {
        let status = trail_status::get(&mut tx, &trail.arn).await?;
        let floor = trail_periods::floor(&mut tx, &trail.arn).await?;
        let now = floor.map_or(state.now(), |floor| floor.max(state.now()));
        if let Some(selected) = Selected::of(&trail, &status, Reader { server: &own.settings.server, now })? {
            wanting.push(Wanting { trail, selected, floor });
        }
    }
    Ok((u64::try_from(offset).unwrap_or(0), wanting))
}

/// The files that the entries make.
fn files(entries: &[Entry], wanting: &[Wanting], by: By<'_>) -> Result<Vec<Made>, Failed> {
    let mut batches: BTreeMap<(usize, String, String), Batch<'_>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.payload.is_empty()) {
        let text =
            std::str::from_utf8(&entry.payload).map_err(|why| Failed(format!("record {}: {why}", entry.number)))?;
        let facts = Facts::of(text).map_err(|why| Failed(format!("record {}: {why}", entry.number)))?;
        for (index, wanting) in wanting.iter().enumerate() {
            if let Some(region) = wanting.selected.region_of(entry.number, &facts) {
                let key = (index, region.to_string(), facts.recipient_account_id.to_string());
                let is_of_deliveries = is_of_deliveries(facts.user_identity.invoked_by.as_deref());
                batches.entry(key).or_default().push(Wanted { number: entry.number, text, is_of_deliveries });
            }
        }
    }
    let mut made = Vec::new();
    for ((index, region, account), batch) in batches {
        made.extend(files_of(&wanting[index], &region, &account, &batch, by)?);
    }
    Ok(made)
}

/// The files of one trail, region and account.
fn files_of(
    Wanting { trail, floor, .. }: &Wanting,
    region: &str,
    account: &str,
    batch: &Batch<'_>,
    (server, now): By<'_>,
) -> Result<Vec<Made>, Failed> {
    let texts: Vec<&str> = batch.iter().map(|wanted| wanted.text).collect();
    let place = Place {
        prefix: trail.prefix.clone(),
        organization: None,
        account: account.to_string(),
        region: region.to_string(),
    };
    let account = AccountId::parse(account).map_err(|_| Failed(format!("the account '{account}' of a record")))?;
    let floor = floor.and_then(|floor| DateTime::from_timestamp_millis(floor.0));
    let dated = floor.map_or(now, |floor| floor.max(now));
    let mut first = 0;
    let mut made = Vec::new();
    for file in log_file::make(&texts, UNCOMPRESSED_BYTES_MAX)? {
        let last = first + file.records - 1;
        let number = |index: usize| i64::try_from(batch[index].number).unwrap_or(i64::MAX);
        let plan = Plan {
            trail: trail.arn.clone(),
            server: server.to_string(),
            region: region.to_string(),
            account: account.clone(),
            first_number: number(first),
            last_number: number(last),
            bucket: trail.bucket.clone(),
            object_key: place.log_key(dated, &suffix(trail, &file, number(first)))?,
            is_of_deliveries: batch[first..=last].iter().all(|wanted| wanted.is_of_deliveries),
        };
        first = last + 1;
        made.push(Made { plan, gzip: file.gzip });
    }
    Ok(made)
}

/// Two files with the same records have names of their own, by where their records stand.
fn suffix(trail: &Trail, file: &LogFile, first_number: i64) -> String {
    log_file::suffix(&format!("{}\n{first_number}", trail.arn), file)
}

/// Writes the files into the spool, then plans them and moves the offset on at once.
async fn keep(own: &Trails, state: &State, made: Vec<Made>, (consumer, last): (&str, u64)) -> Result<(), Failed> {
    let plans: Vec<Plan> = made.iter().map(|made| made.plan.clone()).collect();
    if !made.is_empty() {
        let spool = Arc::clone(&own.spool);
        let written = tokio::task::spawn_blocking(move || {
            for made in &made {
                spool.put(&name_of_plan(&made.plan), &made.gzip)?;
            }
            spool.sync()
        });
        let written = written.await.map_err(|why| Failed(why.to_string()))?;
        written.map_err(|why| Failed(format!("write log files into the spool: {why}")))?;
    }
    let mut tx = state.kept.meta.write().await?;
    for plan in &plans {
        trail_files::plan(&mut tx, plan).await?;
    }
    consumer_offsets::advance(&mut tx, consumer, i64::try_from(last).unwrap_or(i64::MAX)).await?;
    tx.commit().await?;
    Ok(())
}

/// Lets the journal go of what every reader of it has passed.
pub(super) async fn reclaim(own: &Trails, state: &State) -> Result<(), Failed> {
    let Some(journal) = state.recorder.journal() else { return Ok(()) };
    let mut tx = state.kept.meta.read().await?;
    let offsets = consumer_offsets::list(&mut tx).await?;
    let planned = offsets.iter().find(|(name, _)| *name == own.consumer());
    let Some(planned) = planned.and_then(|(_, number)| u64::try_from(*number).ok()) else { return Ok(()) };
    let groups = trail_log_readers::of_server(&mut tx, &own.settings.server).await?;
    drop(tx);
    let told = groups.iter().filter_map(|reader| u64::try_from(reader.number).ok()).min().unwrap_or(planned);
    let passed = state.history.as_ref().map_or(planned, |history| history.through().min(planned)).min(told);
    let journal = Arc::clone(journal);
    let reclaimed = tokio::task::spawn_blocking(move || journal.reclaim(passed)).await;
    reclaimed.map_err(|why| Failed(why.to_string()))?.map_err(|why| Failed(format!("reclaim the journal: {why}")))?;
    Ok(())
}
