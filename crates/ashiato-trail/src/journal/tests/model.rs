//! Random appends, reads, reclaims and openings against a plain list; and many at once.

use std::sync::Arc;

use bytes::Bytes;
use futures::executor::block_on;
use proptest::prelude::*;

use crate::journal::{Entry, Journal, Kind, Settings};

const SETTINGS: Settings =
    Settings { segment_bytes: 300, unread_bytes_max: 1 << 30, waiting_bytes_max: 1 << 20, first: 1 };

#[derive(Debug, Clone)]
enum Step {
    Append(Vec<u8>),
    AppendAll(Vec<Vec<u8>>),
    Read { from: u64, bytes_max: usize },
    Reclaim { through: u64 },
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let payload = || proptest::collection::vec(any::<u8>(), 0..120);
    prop_oneof![
        4 => payload().prop_map(Step::Append),
        2 => proptest::collection::vec(payload(), 1..6).prop_map(Step::AppendAll),
        4 => (0..60u64, 0..400usize).prop_map(|(from, bytes_max)| Step::Read { from, bytes_max }),
        1 => (0..60u64).prop_map(|through| Step::Reclaim { through }),
        1 => Just(Step::Reopen),
    ]
}

/// What a read of a list gives by the rules of [`Journal::read`].
fn model_read(model: &[Bytes], from: u64, bytes_max: usize) -> Vec<Entry> {
    let (mut left, mut entries) = (bytes_max, Vec::new());
    for (number, payload) in (1..).zip(model).skip(from.max(1) as usize - 1) {
        if payload.len() > left && !entries.is_empty() {
            break;
        }
        left = left.saturating_sub(payload.len());
        entries.push(Entry { number, payload: payload.clone() });
    }
    entries
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_a_list_whose_beginning_may_be_forgotten(steps in proptest::collection::vec(step(), 1..40)) {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut journal, _) = Journal::open(folder.path(), SETTINGS).expect("opens");
        let mut model: Vec<Bytes> = Vec::new();
        for step in steps {
            match step {
                Step::Append(payload) => {
                    model.push(Bytes::from(payload.clone()));
                    prop_assert_eq!(block_on(journal.append(payload.into())).expect("appends"), model.len() as u64);
                }
                Step::AppendAll(payloads) => {
                    let first = model.len() as u64 + 1;
                    let payloads: Vec<Bytes> = payloads.into_iter().map(Bytes::from).collect();
                    model.extend(payloads.iter().cloned());
                    let numbers = block_on(journal.append_all(payloads)).expect("appends");
                    prop_assert_eq!(numbers, first..=model.len() as u64);
                }
                Step::Read { from, bytes_max } => match journal.read(from, bytes_max) {
                    Ok(entries) => prop_assert_eq!(entries, model_read(&model, from, bytes_max)),
                    Err(error) => {
                        prop_assert_eq!(error.kind, Kind::Reclaimed);
                        prop_assert!(from.max(1) < journal.first());
                    }
                },
                Step::Reclaim { through } => {
                    let before = journal.first();
                    journal.reclaim(through).expect("is reclaimed");
                    prop_assert!(journal.first() == before || journal.first() <= through + 1);
                }
                Step::Reopen => {
                    let first = journal.first();
                    drop(journal);
                    // A test that starts a process meanwhile holds every file of this one open until that has begun.
                    let mut opened = Journal::open(folder.path(), SETTINGS);
                    while opened.as_ref().is_err_and(|error| error.kind == Kind::InUse) {
                        std::thread::yield_now();
                        opened = Journal::open(folder.path(), SETTINGS);
                    }
                    let (opened, recovered) = opened.expect("opens");
                    prop_assert_eq!((recovered.through, recovered.cut_bytes), (model.len() as u64, 0));
                    prop_assert_eq!(recovered.first, first);
                    journal = opened;
                }
            }
            prop_assert_eq!(journal.committed_through(), model.len() as u64);
            let first = journal.first();
            prop_assert_eq!(journal.read(first, usize::MAX).expect("reads"), model_read(&model, first, usize::MAX));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_four_append_at_once_and_a_consumer_follows() {
    const TASKS: u64 = 64;
    const EACH: u64 = 20;
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { segment_bytes: 10_000, ..SETTINGS };
    let (journal, _) = Journal::open(folder.path(), settings).expect("opens");
    let journal = Arc::new(journal);
    let consumer = tokio::spawn({
        let journal = Arc::clone(&journal);
        async move {
            let (mut seen, mut watch) = (Vec::new(), journal.watch());
            while (seen.len() as u64) < TASKS * EACH {
                let next = seen.len() as u64 + 1;
                watch.wait_for(|through| *through >= next).await.expect("the journal is open");
                seen.extend(journal.read_async(next, 1000).await.expect("is read"));
            }
            seen
        }
    });
    let tasks: Vec<_> = (0..TASKS)
        .map(|task| {
            let journal = Arc::clone(&journal);
            tokio::spawn(async move {
                let mut numbers = Vec::new();
                for turn in 0..EACH {
                    let number = journal.append(Bytes::from(format!("{task} {turn}"))).await.expect("appends");
                    numbers.push((number, format!("{task} {turn}")));
                }
                numbers
            })
        })
        .collect();
    let mut given = Vec::new();
    for task in tasks {
        let numbers = task.await.expect("does not panic");
        assert!(numbers.is_sorted(), "a task's own records are in its order");
        given.extend(numbers);
    }
    given.sort();
    let seen = consumer.await.expect("does not panic");
    let seen: Vec<_> =
        seen.iter().map(|entry| (entry.number, String::from_utf8_lossy(&entry.payload).into_owned())).collect();
    assert_eq!(seen, given);
    assert!(seen.iter().map(|(number, _)| *number).eq(1..=TASKS * EACH));
}
