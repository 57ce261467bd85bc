//! Compaction, retention and vacuum, beside appends and lookups.

use std::sync::Arc;

use ashiato_engine::history::{Compacted, CompactionRules, Expired, History};
use chrono::{NaiveDate, TimeDelta, Utc};

use super::{DAY, Record, SECOND, START, all, events, history_of, newest, records};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
}

/// Ten events a day on four days from the 20th on, in two files each.
async fn four_days() -> (tempfile::TempDir, History) {
    let (folder, history) = history_of(&[]).await;
    for half in 0..8u64 {
        let mut some = records(half * 5 + 1..=half * 5 + 5);
        some.iter_mut().for_each(|record| record.time += (half / 2) as i64 * DAY);
        history.append(events(&some), half * 5 + 5).await.expect("append");
    }
    (folder, history)
}

#[tokio::test(flavor = "multi_thread")]
async fn days_that_are_over_are_merged_and_the_one_that_goes_on_when_it_is_worth_it() {
    let (_folder, history) = four_days().await;
    let rules = CompactionRules { rows_max: 100, files_min: 3, today: day(23) };
    let done = history.compact(&rules).await.expect("compact");
    assert_eq!(done, Compacted { removed: 6, added: 3, events: 30 });
    assert_eq!(history.compact(&rules).await.expect("compact"), Compacted::default());
    let page = history.lookup(&newest(50)).await.expect("lookup");
    assert_eq!((page.reading.files, page.events.len()), (5, 40));
    let full = CompactionRules { rows_max: 8, ..rules };
    assert_eq!(history.compact(&full).await.expect("compact"), Compacted::default());
}

/// The day that goes on is rewritten as often as it doubles.
#[tokio::test(flavor = "multi_thread")]
async fn files_are_merged_with_those_of_their_size() {
    let (_folder, history) = history_of(&[]).await;
    let rules = CompactionRules { rows_max: 10_000, files_min: 4, today: day(20) };
    let mut rewritten = 0;
    for number in 1..=64 {
        history.append(vec![Record::new(number, START).event()], number).await.expect("append");
        rewritten += history.compact(&rules).await.expect("compact").events;
    }
    assert!(rewritten <= 64 * 4, "{rewritten} events were rewritten");
    let page = history.lookup(&newest(50)).await.expect("lookup");
    assert!(page.reading.files < 12, "{} files are left", page.reading.files);
    assert_eq!(all(&history, &newest(50)).await, (1..=64).rev().collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_expired_is_gone_by_days() {
    let (folder, history) = four_days().await;
    history.compact(&CompactionRules { rows_max: 100, files_min: 3, today: day(22) }).await.expect("compact");
    assert_eq!(history.expire(day(22)).await.expect("expire"), Expired { files: 2, events: 20 });
    assert_eq!(history.expire(day(22)).await.expect("expire"), Expired::default());
    assert_eq!(all(&history, &newest(50)).await, (21..=40).rev().collect::<Vec<_>>());
    let vacuumed = history.vacuum(TimeDelta::zero(), Utc::now()).await.expect("vacuum");
    assert_eq!(vacuumed.files, 6, "four that were merged and the two that they became");
    assert_eq!(all(&history, &newest(50)).await, (21..=40).rev().collect::<Vec<_>>());
    // What is through stays through: the events do not come back.
    let history = History::open(&folder.path().join("history")).await.expect("open");
    assert_eq!(history.append(events(&records(1..=40)), 40).await.expect("append").events, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn vacuum_leaves_what_others_may_still_read() {
    let (_folder, history) = four_days().await;
    history.compact(&CompactionRules { rows_max: 100, files_min: 3, today: day(30) }).await.expect("compact");
    let early = history.vacuum(TimeDelta::hours(1), Utc::now()).await.expect("vacuum");
    assert_eq!((early.files, early.bytes), (0, 0));
    let late = history.vacuum(TimeDelta::hours(1), Utc::now() + TimeDelta::hours(2)).await.expect("vacuum");
    assert_eq!(late.files, 8);
    assert!(late.bytes > 0);
}

/// Everything at once: no event is lost, none is there twice, and no lookup fails on a file that was taken from under it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn upkeep_runs_beside_appends_and_lookups() {
    let (folder, history) = history_of(&[]).await;
    let history = Arc::new(history);
    let batches = 25u64;
    let appending = tokio::spawn({
        let history = Arc::clone(&history);
        async move {
            for batch in 0..batches {
                let mut some = records(batch * 4 + 1..=batch * 4 + 4);
                some.iter_mut().for_each(|record| record.time = START + (record.number % 3) as i64 * SECOND);
                history.append(events(&some), batch * 4 + 4).await.expect("append");
            }
        }
    });
    let upkeep = |at: u64| {
        let history = Arc::clone(&history);
        tokio::spawn(async move {
            let rules = CompactionRules { rows_max: 40, files_min: 2, today: day(20 + (at % 2) as u32) };
            while history.through() < batches * 4 {
                history.compact(&rules).await.expect("compact");
                history.vacuum(TimeDelta::zero(), Utc::now()).await.expect("vacuum");
                tokio::task::yield_now().await;
            }
        })
    };
    let (one, two) = (upkeep(0), upkeep(1));
    while history.through() < batches * 4 {
        let through = history.through();
        let found = all(&history, &newest(7)).await;
        let mut numbers = found.clone();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=found.len() as u64).collect::<Vec<_>>());
        assert!(found.len() as u64 >= through);
    }
    for task in [appending, one, two] {
        task.await.expect("a task");
    }
    let history = History::open(&folder.path().join("history")).await.expect("open");
    let mut found = all(&history, &newest(50)).await;
    found.sort_unstable();
    assert_eq!(found, (1..=batches * 4).collect::<Vec<_>>());
}
