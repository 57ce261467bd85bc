//! Replays, a process that is killed, and folders and files that are not what they should be.

use std::path::{Path, PathBuf};
use std::pin::pin;

use ashiato_engine::history::{CompactionRules, History};
use ashiato_engine::{Error, ErrorKind};
use bytes::Bytes;
use chrono::{TimeDelta, Utc};
use futures::FutureExt;

use super::{all, events, history_of, newest, records};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_appended_again_is_there_once() {
    let (folder, history) = history_of(&records(1..=10)).await;
    let again = history.append(events(&records(1..=10)), 10).await.expect("append");
    assert_eq!((again.events, again.files), (0, 0));
    let some_more = history.append(events(&records(5..=15)), 15).await.expect("append");
    assert_eq!(some_more.events, 5);
    // One and the same event twice in one append.
    let twice = [events(&records(16..=16)), events(&records(16..=16))].concat();
    assert_eq!(history.append(twice, 16).await.expect("append").events, 1);
    assert_eq!(all(&history, &newest(3)).await, (1..=16).rev().collect::<Vec<_>>());
    drop(history);

    let history = History::open(&folder.path().join("history")).await.expect("open");
    assert_eq!(history.through(), 16);
    for (number, record) in events(&records(1..=18)) {
        history.feed(number, record).expect("feed");
    }
    assert_eq!(all(&history, &newest(7)).await, (1..=18).rev().collect::<Vec<_>>());
    assert_eq!(history.flush().await.expect("flush").events, 2);
    assert_eq!(all(&history, &newest(7)).await, (1..=18).rev().collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_appends_at_once_one_counts() {
    let (_folder, history) = history_of(&records(1..=2)).await;
    let (a, b) = tokio::join!(history.append(events(&records(3..=8)), 8), history.append(events(&records(3..=6)), 6),);
    assert_eq!(a.expect("append").events + b.expect("append").events, 6);
    assert_eq!(all(&history, &newest(50)).await, (1..=8).rev().collect::<Vec<_>>());
}

/// An append is given up after each number of its steps, as if its process had ended there, and begun again.
#[tokio::test(flavor = "multi_thread")]
async fn an_append_that_was_given_up_anywhere_is_there_once() {
    let (folder, history) = history_of(&[]).await;
    let mut number = 0;
    // The fewest last: an append that was never begun has nothing under way any more.
    for steps in (0..12).rev() {
        let batch = records(number + 1..=number + 3);
        number += 3;
        {
            let mut append = pin!(history.append(events(&batch), number));
            for _ in 0..steps {
                if append.as_mut().now_or_never().is_some() {
                    break;
                }
                // Until its work on other threads is done, as far as that is under way.
                tokio::task::spawn_blocking(|| ()).await.expect("a task");
            }
        }
        history.append(events(&batch), number).await.expect("append");
        assert_eq!(all(&history, &newest(50)).await, (1..=number).rev().collect::<Vec<_>>(), "after {steps} steps");
    }
    let reopened = History::open(&folder.path().join("history")).await.expect("open");
    assert_eq!(all(&reopened, &newest(7)).await, (1..=number).rev().collect::<Vec<_>>());
    // Whatever was left lying about goes, and nothing else.
    reopened.vacuum(TimeDelta::zero(), Utc::now() + TimeDelta::hours(1)).await.expect("vacuum");
    assert_eq!(all(&reopened, &newest(7)).await, (1..=number).rev().collect::<Vec<_>>());
    assert_eq!(data_files(folder.path()).len(), 12);
}

/// What a process leaves that is killed between its files and their commit.
#[tokio::test(flavor = "multi_thread")]
async fn an_orphan_is_never_read_and_vacuumed_when_it_is_old() {
    let (folder, history) = history_of(&records(1..=4)).await;
    let [file] = &data_files(folder.path())[..] else { panic!("one file") };
    std::fs::copy(file, file.with_file_name("orphan.parquet")).expect("copy");
    assert_eq!(all(&history, &newest(50)).await, [4, 3, 2, 1]);
    let young = history.vacuum(TimeDelta::hours(1), Utc::now()).await.expect("vacuum");
    assert_eq!(young.files, 0);
    let old = history.vacuum(TimeDelta::hours(1), Utc::now() + TimeDelta::hours(2)).await.expect("vacuum");
    assert_eq!((old.files, data_files(folder.path()).len()), (1, 1));
    assert_eq!(all(&history, &newest(50)).await, [4, 3, 2, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_record_is_told_and_passed_over() {
    let (_folder, history) = history_of(&records(1..=1)).await;
    let damaged = vec![(2, Bytes::from_static(b"{")), (3, Bytes::from_static(b"\xff")), records(4..=4)[0].event()];
    let appended = history.append(damaged, 4).await.expect("append");
    let told: Vec<_> = appended.unreadable.iter().map(|(number, error)| (*number, error.kind)).collect();
    assert_eq!(told, [(2, ErrorKind::Corrupt), (3, ErrorKind::Corrupt)]);
    assert_eq!((appended.events, history.through()), (1, 4));

    history.feed(5, Bytes::from_static(b"[]")).expect("feed");
    let flushed = history.flush().await.expect("flush");
    assert_eq!((flushed.unreadable.len(), flushed.events, history.through()), (1, 0, 5));
    assert_eq!(all(&history, &newest(50)).await, [4, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_above_the_end_of_its_append_is_refused() {
    let (_folder, history) = history_of(&[]).await;
    let error = history.append(events(&records(1..=5)), 4).await.expect_err("refused");
    assert_eq!((error.kind, history.through()), (ErrorKind::Invalid, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_something_else_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("holiday.jpg"), "x").expect("write");
    let error = open_fails(folder.path()).await;
    assert_eq!(error.kind, ErrorKind::Invalid);
    assert!(error.message.contains("holds 'holiday.jpg' and no _delta_log"), "{error}");

    let other = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(other.path().join("_delta_log")).expect("create");
    let commit = concat!(
        r#"{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}"#,
        "\n",
        r#"{"metaData":{"id":"a","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[{\"name\":\"x\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}]}","partitionColumns":[],"configuration":{},"createdTime":1}}"#,
    );
    std::fs::write(other.path().join("_delta_log/00000000000000000000.json"), commit).expect("write");
    let error = open_fails(other.path()).await;
    assert_eq!(error.kind, ErrorKind::Invalid);
    assert!(error.message.contains("not one of event history"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_log_is_told() {
    let (folder, history) = history_of(&records(1..=4)).await;
    drop(history);
    let folder = folder.path().join("history");
    std::fs::write(folder.join("_delta_log/00000000000000000001.json"), "{\"add\":").expect("write");
    let error = open_fails(&folder).await;
    assert_eq!(error.kind, ErrorKind::Corrupt, "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_or_absent_file_is_told_by_its_name() {
    let (folder, history) = history_of(&records(1..=40)).await;
    let [file] = &data_files(folder.path())[..] else { panic!("one file") };
    let whole = std::fs::read(file).expect("read");
    let name = file.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
    drop(history);
    // Cut anywhere, and with a byte flipped anywhere: an answer or an error, never a panic.
    let cuts = (0..whole.len()).step_by(1 + whole.len() / 25).map(|at| whole[..at].to_vec());
    let flips = (0..whole.len()).step_by(1 + whole.len() / 100).map(|at| {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        bytes
    });
    let mut told = 0;
    for damaged in cuts.chain(flips) {
        std::fs::write(file, damaged).expect("write");
        // Opened anew, for footers are kept.
        let history = History::open(&folder.path().join("history")).await.expect("open");
        if let Err(error) = history.lookup(&newest(50)).await {
            assert!(error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::Internal, "{error}");
            told += usize::from(error.message.contains(&name));
        }
    }
    assert!(told > 25, "{told} of the damaged files were told by name");
    std::fs::remove_file(file).expect("remove");
    let history = History::open(&folder.path().join("history")).await.expect("open");
    let error = history.lookup(&newest(50)).await.expect_err("absent");
    assert!(error.kind == ErrorKind::Corrupt && error.message.contains(&name), "{error}");
    let rules = CompactionRules { rows_max: 1000, files_min: 2, today: Utc::now().date_naive() };
    history.compact(&rules).await.expect("nothing to compact");
}

async fn open_fails(folder: &Path) -> Error {
    match History::open(folder).await {
        Ok(_) => panic!("'{}' was opened", folder.display()),
        Err(error) => error,
    }
}

/// The data files below a folder.
fn data_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("list").flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("_delta_log") {
            found.append(&mut data_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "parquet") {
            found.push(path);
        }
    }
    found
}
