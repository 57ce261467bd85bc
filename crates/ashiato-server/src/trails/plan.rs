//! From the journal to planned log files.

mod files;

use ashiato_meta::trail_files::{self, Plan};
use ashiato_meta::trail_status::{self, TrailStatus};
use ashiato_meta::trails::{self, Selectors, Trail};
use ashiato_meta::{Kind, Tx, consumer_offsets, trail_log_readers, trail_periods};
use std::sync::Arc;

use super::damaged::Damaged;
use super::selected::{Reader, Selected};
use super::spool::{Spooled, name_of_plan, name_of_unreadable};
use super::{Failed, Trails, note};
use crate::state::State;
use files::{Outcome, Wanting, files};

/// How much of the journal is read at once.
const READ_BYTES_MAX: usize = 32 << 20;

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
        let outcome = tokio::task::spawn_blocking(move || files(&entries, &wanting, (&server, now))).await;
        let outcome = outcome.map_err(|why| Failed(why.to_string()))?;
        keep(own, state, outcome, (&consumer, last)).await?;
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
        let reader = Reader { server: &own.settings.server, now };
        if let Some(selected) = selected(&own.damaged, &trail, &status, reader)? {
            wanting.push(Wanting { trail, selected, floor });
        }
    }
    Ok((u64::try_from(offset).unwrap_or(0), wanting))
}

/// What a trail wants. Where its selectors cannot be read, the other trails go on, and this one gets management events,
/// as one does that was given none; its status tells so beside what is delivered.
fn selected(
    damaged: &Damaged,
    trail: &Trail,
    status: &TrailStatus,
    reader: Reader<'_>,
) -> Result<Option<Selected>, Failed> {
    let name = Damaged::selectors(&trail.arn);
    match Selected::of(trail, status, reader) {
        Ok(selected) => {
            damaged.forget(&name);
            Ok(selected)
        }
        Err(why) => {
            if damaged.note(name, &trail.arn, format!("The event selectors cannot be read: {why}")) {
                tracing::error!(trail = trail.arn, %why, "a trail gets management events until its selectors can be read");
            }
            Selected::of(&Trail { selectors: Selectors::Unset, ..trail.clone() }, status, reader)
        }
    }
}

/// Writes the files into the spool, and what can be in none, then plans them and moves the offset on at once.
async fn keep(own: &Trails, state: &State, outcome: Outcome, (consumer, last): (&str, u64)) -> Result<(), Failed> {
    let Outcome { made, unreadable } = outcome;
    let plans: Vec<Plan> = made.iter().map(|made| made.plan.clone()).collect();
    if !made.is_empty() || !unreadable.is_empty() {
        let spool = Arc::clone(&own.spool);
        let written = tokio::task::spawn_blocking(move || {
            for made in &made {
                spool.put(&name_of_plan(&made.plan), &made.gzip)?;
            }
            for (number, record) in &unreadable {
                spool.put(&name_of_unreadable(*number), record)?;
            }
            spool.sync()
        });
        let written = written.await.map_err(|why| Failed(why.to_string()))?;
        written.map_err(|why| Failed(format!("write log files into the spool: {why}")))?;
    }
    let mut tx = state.kept.meta.write().await?;
    let gone = plan_files(&mut tx, &plans).await?;
    consumer_offsets::advance(&mut tx, consumer, i64::try_from(last).unwrap_or(i64::MAX)).await?;
    tx.commit().await?;
    if !gone.is_empty() {
        note("clear the spool of a deleted trail", own.remove_spooled(Spooled::of(gone)).await);
    }
    Ok(())
}

/// Plans the files; those of trails that were deleted meanwhile are left out, and given back. The other trails are held,
/// so that none is deleted before the transaction ends: in the order of their list, as everybody does who changes several.
async fn plan_files<'a>(tx: &mut Tx, plans: &'a [Plan]) -> ashiato_meta::Result<Vec<&'a Plan>> {
    let by_trail: Vec<&[Plan]> = plans.chunk_by(|one, next| one.trail == next.trail).collect();
    let mut gone: Vec<&Plan> = Vec::new();
    for of_trail in by_trail {
        match trails::hold(tx, &of_trail[0].trail).await {
            Ok(()) => {
                for plan in of_trail {
                    trail_files::plan(tx, plan).await?;
                }
            }
            Err(error) if error.kind == Kind::NotFound => gone.extend(of_trail),
            Err(error) => return Err(error),
        }
    }
    Ok(gone)
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

#[cfg(test)]
mod tests {
    use super::super::facts::Facts;
    use super::*;
    use ashiato_meta::{AccountId, Location, Millis, Store, accounts};

    fn account() -> AccountId {
        AccountId::parse("111122223333").expect("12 digits")
    }

    fn trail(name: &str) -> Trail {
        Trail { bucket: "b".into(), ..Trail::new((&account(), "eu-north-1", name), name.into(), Millis(0)) }
    }

    fn plan(trail: &str, first_number: i64) -> Plan {
        Plan {
            trail: trail.into(),
            server: "one".into(),
            region: "eu-north-1".into(),
            account: account(),
            first_number,
            last_number: first_number,
            bucket: "b".into(),
            object_key: format!("{trail}/{first_number}"),
            is_of_deliveries: false,
        }
    }

    #[test]
    fn a_trail_whose_selectors_cannot_be_read_gets_management_events() {
        let status = TrailStatus { is_logging: true, started: Some(Millis(0)), ..TrailStatus::default() };
        for selectors in [Selectors::Basic("{".into()), Selectors::Advanced("[1]".into())] {
            let damaged = Trail { selectors, ..trail("a") };
            let told = Damaged::default();
            let selected = selected(&told, &damaged, &status, Reader { server: "one", now: Millis(0) });
            assert!(told.of(&damaged.arn).is_some(), "its status tells");
            let selected = selected.expect("it goes on").expect("it logs");
            for (category, expected) in [("Management", Some("eu-north-1")), ("Data", None)] {
                let record = serde_json::json!({
                    "eventTime": "2026-01-01T00:00:00Z", "eventSource": "s3.amazonaws.com", "eventName": "PutObject",
                    "eventType": "AwsApiCall", "eventCategory": category, "awsRegion": "eu-north-1",
                    "recipientAccountId": "111122223333", "readOnly": false, "userIdentity": {},
                });
                let record = record.to_string();
                let facts = Facts::of(&record).expect("a record");
                assert_eq!(selected.region_of(1, &facts), expected, "{category}");
            }
        }
    }

    #[tokio::test]
    async fn files_of_trails_that_were_deleted_meanwhile_keep_no_other_from_being_planned() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let store = Store::open(&Location::Sqlite(folder.path().join("state.db"))).await.expect("a fresh state opens");
        let mut tx = store.write().await.expect("begins");
        let of = accounts::Account { id: account(), created: Millis(0) };
        accounts::create(&mut tx, &of).await.expect("an account");
        for name in ["a", "b", "c"] {
            trails::create(&mut tx, &trail(name)).await.expect("a trail");
        }
        trails::delete(&mut tx, "b").await.expect("gone");
        let plans = [plan("a", 1), plan("b", 1), plan("b", 2), plan("c", 1)];
        assert_eq!(plan_files(&mut tx, &plans).await.expect("answers"), [&plans[1], &plans[2]]);
        tx.commit().await.expect("commits");
        let mut tx = store.read().await.expect("begins");
        let planned = trail_files::planned(&mut tx, "one", 10).await.expect("answers");
        assert_eq!(planned.iter().map(|file| file.object_key.as_str()).collect::<Vec<_>>(), ["a/1", "c/1"]);
    }
}
