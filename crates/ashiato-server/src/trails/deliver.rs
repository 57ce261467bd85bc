//! Delivers planned log files and digests: each into its bucket, again and again until it is there, and then noted.

use ashiato_meta::trail_files::{self, Contents, TrailFile};
use ashiato_meta::trail_status::{self, Delivered};
use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Kind, Millis, Tx, trail_digests};
use ashiato_trail::log_file::{self, Described};
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use std::sync::Arc;
use tokio::time::{Instant, Interval};

use super::digests::Stored;
use super::lanes::Lane;
use super::own_records::{self, Delivery};
use super::put::put;
use super::spool::name_of;
use super::{Failed, Trails, note};
use crate::state::State;

/// How many are looked up at once.
const AT_ONCE: u32 = 100;
/// So many lanes are at work beside each other.
const LANES_MAX: usize = 16;

/// Why something is not in its bucket.
enum Undelivered {
    /// What is to be delivered cannot be read: others of its lane can be.
    Unreadable(String),
    /// The bucket does not take it, nor will it take what follows.
    Refused(String),
}

/// Delivers what is planned, until it is dropped: at each look, the lanes that nobody works on and that do not wait.
pub(super) async fn keep_up(own: &Trails, state: &Arc<State>, what: Delivered, mut looks: Interval) {
    let mut under_way = FuturesUnordered::new();
    loop {
        tokio::select! {
            _ = looks.tick() => {}
            Some(done) = under_way.next(), if !under_way.is_empty() => {
                note("deliver", done);
                continue;
            }
        }
        let lanes = match beside(&mut under_way, lanes(own, state, what)).await {
            Ok(lanes) => lanes,
            Err(error) => {
                tracing::error!(%error, "look for what is to be delivered");
                continue;
            }
        };
        own.lanes.keep_only(what, &lanes);
        if what == Delivered::LogFile {
            own.damaged.keep_only(&lanes);
        }
        for lane in lanes {
            let Ok(turn) = own.lanes.turn(&lane).try_lock_owned() else { continue };
            if under_way.len() < LANES_MAX && !own.lanes.is_waiting(&lane, Instant::now()) {
                under_way.push(async move {
                    let done = all_of(own, state, &lane).await;
                    drop(turn);
                    done
                });
            }
        }
    }
}

/// Waits for something while what is under way goes on. Were it left alone meanwhile, it could be given a connection with the
/// state, or hold one, and everybody who waits for one would wait for it.
async fn beside<F: Future>(
    under_way: &mut FuturesUnordered<impl Future<Output = Result<(), Failed>>>,
    look: F,
) -> F::Output {
    tokio::pin!(look);
    loop {
        tokio::select! {
            found = &mut look => return found,
            Some(done) = under_way.next(), if !under_way.is_empty() => note("deliver", done),
        }
    }
}

/// Delivers what is planned now and can be delivered, each lane after the other; `trail` alone, where it is told, whether or
/// not it waits to be tried again.
pub(super) async fn once(own: &Trails, state: &Arc<State>, what: Delivered, trail: Option<&str>) -> Result<(), Failed> {
    for lane in lanes(own, state, what).await? {
        let is_meant = match trail {
            Some(trail) => trail == lane.trail,
            None => !own.lanes.is_waiting(&lane, Instant::now()),
        };
        if !is_meant {
            continue;
        }
        let turn = own.lanes.turn(&lane);
        let _turn = turn.lock().await;
        all_of(own, state, &lane).await?;
    }
    Ok(())
}

async fn lanes(own: &Trails, state: &State, what: Delivered) -> Result<Vec<Lane>, Failed> {
    let mut tx = state.kept.meta.read().await?;
    let lanes = match what {
        Delivered::Digest => trail_digests::lanes(&mut tx).await?,
        _ => trail_files::lanes(&mut tx, &own.settings.server).await?,
    };
    Ok(lanes.into_iter().map(|lane| Lane::of(what, lane)).collect())
}

async fn all_of(own: &Trails, state: &Arc<State>, lane: &Lane) -> Result<(), Failed> {
    match lane.what() {
        Delivered::Digest => digests(own, state, lane).await,
        _ => files(own, state, lane).await,
    }
}

/// Delivers a lane's log files, until there are none or the bucket takes none. What cannot be read holds up no other,
/// and is told when the others are there.
async fn files(own: &Trails, state: &Arc<State>, lane: &Lane) -> Result<(), Failed> {
    let mut after = i64::MIN;
    let mut unreadable = None;
    loop {
        let mut tx = state.kept.meta.read().await?;
        let planned = trail_files::planned_for(&mut tx, &own.settings.server, lane.names(), after, AT_ONCE).await?;
        drop(tx);
        // A record is in one file of a trail, so no two begin with the same.
        let Some(last) = planned.last() else { break };
        after = last.first_number;
        for file in planned {
            let Some(trail) = trail(state, &file.trail).await? else { return Ok(()) };
            match file_into_bucket(own, state, (&trail, &file)).await {
                Ok(contents) => {
                    own.lanes.succeeded(lane);
                    own.damaged.forget(&name_of(&file));
                    delivered(state, &file, &contents, own.damaged.of(&file.trail)).await?;
                    let removed = own.spool.remove(&name_of(&file));
                    removed.map_err(|why| Failed(format!("remove a log file from the spool: {why}")))?;
                }
                Err(Undelivered::Refused(why)) => return failed(own, state, lane, &why).await,
                Err(Undelivered::Unreadable(why)) => {
                    if own.damaged.note(name_of(&file), &file.trail, why.clone()) {
                        tracing::error!(trail = file.trail, key = file.object_key, why, "a log file cannot be read");
                    }
                    unreadable = Some(why);
                }
            }
        }
    }
    match unreadable {
        // Of several, the one that is told beside what is delivered.
        Some(why) => failed(own, state, lane, &own.damaged.of(&lane.trail).unwrap_or(why)).await,
        None => Ok(()),
    }
}

/// Delivers a lane's digests, in their order.
async fn digests(own: &Trails, state: &Arc<State>, lane: &Lane) -> Result<(), Failed> {
    loop {
        let mut tx = state.kept.meta.read().await?;
        let planned = trail_digests::planned(&mut tx, lane.names(), AT_ONCE).await?;
        drop(tx);
        if planned.is_empty() {
            return Ok(());
        }
        for digest in planned {
            let Some(trail) = trail(state, &digest.trail).await? else { return Ok(()) };
            let stored = digest.body.as_deref().ok_or_else(|| Failed("a planned digest has no body".to_string()))?;
            let stored = Stored::read(stored)?;
            let place = (digest.bucket.as_str(), digest.object_key.as_str());
            let bytes = stored.bytes()?;
            let delivery = Delivery { bucket: place.0, key: place.1, bytes: bytes.len() as u64 };
            if let Err(why) = put(state, &trail, place, (bytes, &stored.metadata)).await {
                return failed(own, state, lane, &why).await;
            }
            if stored.is_told
                && let Err(why) = own_records::delivered(own, state, &trail, delivery).await
            {
                return failed(own, state, lane, &why.to_string()).await;
            }
            own.lanes.succeeded(lane);
            let now = state.now();
            let mut tx = state.kept.meta.write().await?;
            let noted = trail_digests::deliver(&mut tx, &digest, now).await;
            succeeded(tx, &trail, Delivered::Digest, now, noted).await?;
        }
    }
}

/// `None`: it was deleted meanwhile.
async fn trail(state: &State, arn: &str) -> Result<Option<Trail>, Failed> {
    let mut tx = state.kept.meta.read().await?;
    match trails::get(&mut tx, arn).await {
        Ok(trail) => Ok(Some(trail)),
        Err(error) if error.kind == Kind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn file_into_bucket(
    own: &Trails,
    state: &Arc<State>,
    (trail, file): (&Trail, &TrailFile),
) -> Result<Contents, Undelivered> {
    let (spool, name) = (Arc::clone(&own.spool), name_of(file));
    let read = tokio::task::spawn_blocking(move || {
        let gzip = spool.get(&name).map_err(|why| format!("read a log file in the spool: {why}"))?;
        let described = log_file::describe(&gzip).map_err(|why| format!("read a log file in the spool: {why}"))?;
        Ok::<_, String>((gzip, described))
    });
    let read = read.await.map_err(|why| Undelivered::Unreadable(why.to_string()))?;
    let (gzip, Described { hash_value, oldest, newest }) = read.map_err(Undelivered::Unreadable)?;
    let place = (file.bucket.as_str(), file.object_key.as_str());
    let delivery = Delivery { bucket: &file.bucket, key: &file.object_key, bytes: gzip.len() as u64 };
    put(state, trail, place, (gzip, &[])).await.map_err(Undelivered::Refused)?;
    if file.is_of_deliveries == 0 {
        let recorded = own_records::delivered(own, state, trail, delivery).await;
        recorded.map_err(|why| Undelivered::Refused(why.to_string()))?;
    }
    Ok(Contents {
        sha256: hash_value,
        oldest: Millis(oldest.timestamp_millis()),
        newest: Millis(newest.timestamp_millis()),
    })
}

/// Notes a log file that is in its bucket. The trail is held, so that no digest is made between the moment that the file
/// is dated and its being there to be covered. Where others of the trail cannot be read, its status goes on to say so.
async fn delivered(state: &State, file: &TrailFile, contents: &Contents, damage: Option<String>) -> Result<(), Failed> {
    let now = state.now();
    let mut tx = state.kept.meta.write().await?;
    let noted = async {
        trails::hold(&mut tx, &file.trail).await?;
        trail_files::deliver(&mut tx, file, contents, now).await?;
        trail_status::succeeded(&mut tx, &file.trail, Delivered::LogFile, now).await?;
        match damage {
            Some(why) => trail_status::failed(&mut tx, &file.trail, Delivered::LogFile, now, &why).await,
            None => Ok(()),
        }
    };
    match noted.await {
        Ok(()) => Ok(tx.commit().await?),
        Err(error) if error.kind == Kind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn succeeded(
    mut tx: Tx,
    trail: &Trail,
    what: Delivered,
    now: Millis,
    noted: ashiato_meta::Result<()>,
) -> Result<(), Failed> {
    let noted = match noted {
        Ok(()) => trail_status::succeeded(&mut tx, &trail.arn, what, now).await,
        Err(error) => Err(error),
    };
    match noted {
        Ok(()) => Ok(tx.commit().await?),
        // The trail was deleted meanwhile.
        Err(error) if error.kind == Kind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Notes that a bucket did not take something: GetTrailStatus tells it, and the lane waits.
async fn failed(own: &Trails, state: &State, lane: &Lane, why: &str) -> Result<(), Failed> {
    own.lanes.failed(lane, Instant::now());
    tracing::warn!(trail = lane.trail, bucket = lane.bucket, why, "a delivery failed");
    let mut tx = state.kept.meta.write().await?;
    match trail_status::failed(&mut tx, &lane.trail, lane.what(), state.now(), why).await {
        Ok(()) => Ok(tx.commit().await?),
        Err(error) if error.kind == Kind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use tokio::sync::Semaphore;

    #[tokio::test]
    async fn a_look_waits_for_nothing_that_only_unfinished_work_can_give_back() {
        let only = Semaphore::new(1);
        let mut under_way = FuturesUnordered::new();
        under_way.push(async {
            let held = only.acquire().await;
            tokio::task::yield_now().await;
            drop(held);
            Ok(())
        });
        assert!(
            futures::poll!(under_way.next()).is_pending(),
            "it is in the midst of its work, and holds what there is"
        );
        let found = tokio::time::timeout(Duration::from_secs(10), beside(&mut under_way, only.acquire())).await;
        assert!(found.is_ok_and(|found| found.is_ok()));
    }
}
