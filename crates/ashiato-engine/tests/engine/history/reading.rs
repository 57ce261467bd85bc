//! What a lookup reads and what it passes over, by counts of files, row groups and bytes; and what it says it searched.

use ashiato_engine::history::{Attribute, Condition, HistoryReading, Lookup};
use ashiato_engine::{Error, ErrorKind};

use super::{DAY, Record, SECOND, START, all, events, history_of, newest, numbers, records};

/// Forty thousand events of one day in one file of three row groups, one of them by a rare key.
fn many() -> Vec<Record> {
    let mut many = records(1..=40_000);
    many[9_999].key = "AKIARARE".to_owned();
    many
}

fn by_key(key: &str) -> Lookup {
    Lookup { condition: Some(Condition::Equals(Attribute::AccessKeyId, key.to_owned())), ..newest(50) }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lookup_decodes_what_can_hold_an_answer_only() {
    let (folder, history) = history_of(&many()).await;
    let whole = std::fs::metadata(data_file(folder.path())).expect("the file").len();

    let page = history.lookup(&newest(50)).await.expect("lookup");
    assert_eq!(numbers(&page.events), (39_951..=40_000).rev().collect::<Vec<_>>());
    assert_eq!((page.reading.files_opened, page.reading.row_groups), (1, 1));
    assert!(page.reading.bytes < whole / 3, "{} of {whole} bytes", page.reading.bytes);

    let page = history.lookup(&by_key("AKIARARE")).await.expect("lookup");
    assert_eq!(numbers(&page.events), [10_000]);
    assert!(page.reading.row_groups <= 2, "{:?}", page.reading);
    let absent = history.lookup(&by_key("AKIAABSENT")).await.expect("lookup");
    assert_eq!(absent.events, []);
    assert!(absent.reading.row_groups <= 1 && absent.reading.bytes < whole / 10, "{:?} of {whole}", absent.reading);

    // Of a row group in the middle only the pages of the minute are decoded.
    let minute = START + 20_000 * SECOND;
    let page = history
        .lookup(&Lookup { from: Some(minute), to: Some(minute + 59 * SECOND), ..newest(100) })
        .await
        .expect("lookup");
    assert_eq!(numbers(&page.events), (20_000..=20_059).rev().collect::<Vec<_>>());
    assert_eq!((page.reading.row_groups, page.searched), (1, Some((minute, minute + 59 * SECOND))));
    assert!(page.reading.bytes < whole / 20, "{} of {whole} bytes", page.reading.bytes);
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_are_too_old_for_the_page_are_not_opened() {
    let (_folder, history) = history_of(&records(1..=10)).await;
    for day in 1..=5u64 {
        let mut of_a_day = records(day * 10 + 1..=day * 10 + 10);
        of_a_day.iter_mut().for_each(|record| record.time += day as i64 * DAY);
        history.append(events(&of_a_day), day * 10 + 10).await.expect("append");
    }
    let page = history.lookup(&newest(15)).await.expect("lookup");
    assert_eq!(numbers(&page.events), (46..=60).rev().collect::<Vec<_>>());
    let HistoryReading { files, files_opened, row_groups, .. } = page.reading;
    assert_eq!((files, files_opened, row_groups), (6, 2, 2));
    assert_eq!(page.searched, Some((START + 4 * DAY + 46 * SECOND, START + 5 * DAY + 60 * SECOND)));
    let next = history.lookup(&Lookup { cursor: page.next, ..newest(15) }).await.expect("lookup");
    assert_eq!((numbers(&next.events), next.reading.files_opened), ((31..=45).rev().collect::<Vec<_>>(), 2));
    let third = Lookup { from: Some(START + 3 * DAY), to: Some(START + 4 * DAY - 1), ..newest(50) };
    let page = history.lookup(&third).await.expect("lookup");
    assert_eq!((numbers(&page.events), page.reading.files_opened), ((31..=40).rev().collect::<Vec<_>>(), 1));
    assert_eq!(page.next, None);
    let none = history.lookup(&Lookup { from: Some(START + 9 * DAY), ..newest(50) }).await.expect("lookup");
    assert_eq!((none.events.len(), none.searched, none.reading.files_opened), (0, None, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_ends_where_the_next_begins() {
    let (_folder, history) = history_of(&records(1..=20)).await;
    assert_eq!(all(&history, &newest(1)).await, (1..=20).rev().collect::<Vec<_>>());
    assert_eq!(all(&history, &newest(20)).await, (1..=20).rev().collect::<Vec<_>>());
    let first = history.lookup(&newest(5)).await.expect("lookup");
    // What arrives meanwhile, be it the newest of all or between the pages, is not of this lookup.
    history.feed(21, Record::new(21, START + 30 * SECOND).json()).expect("feed");
    history.feed(22, Record::new(22, START).json()).expect("feed");
    let rest = all(&history, &Lookup { cursor: first.next, ..newest(5) }).await;
    assert_eq!(rest, (1..=15).rev().collect::<Vec<_>>());
    assert_eq!(all(&history, &newest(50)).await.len(), 22);
}

#[tokio::test(flavor = "multi_thread")]
async fn values_are_counted_over_tail_and_table() {
    let mut some = records(1..=10);
    some[0].user = "Bob";
    some[3].bucket = Some("logs");
    let (_folder, history) = history_of(&some).await;
    let late = Record { user: "Carol", bucket: Some("logs"), ..Record::new(11, START + DAY) };
    history.feed(11, late.json()).expect("feed");
    let count = async |attribute, to, limit| {
        let counts = history.counts(attribute, START, to, limit).await.expect("counts");
        (counts.values, counts.others, counts.events)
    };
    let value = |value: &str, count: u64| (value.to_owned(), count);
    let users = count(Attribute::Username, i64::MAX, 5).await;
    assert_eq!(users, (vec![value("Alice", 9), value("Bob", 1), value("Carol", 1)], 0, 11));
    assert_eq!(count(Attribute::Username, i64::MAX, 1).await, (vec![value("Alice", 9)], 2, 11));
    assert_eq!(count(Attribute::Username, START + DAY - 1, 5).await, (vec![value("Alice", 9), value("Bob", 1)], 0, 10));
    assert_eq!(count(Attribute::ResourceName, i64::MAX, 5).await, (vec![value("logs", 2)], 0, 11));
    assert_eq!(count(Attribute::ReadOnly, i64::MAX, 5).await, (vec![value("true", 11)], 0, 11));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_looked_up_is_refused() {
    let (_folder, history) = history_of(&[]).await;
    let deep = (0..100).fold(Condition::And(Vec::new()), |condition, _| Condition::Not(Box::new(condition)));
    for (lookup, says) in [
        (newest(0), "a page has 1 to 1000 events, not 0"),
        (newest(1001), "a page has 1 to 1000 events, not 1001"),
        (Lookup { from: Some(2), to: Some(1), ..newest(1) }, "the range ends before it begins"),
        (Lookup { condition: Some(deep), ..newest(1) }, "conditions nest deeper than 64"),
    ] {
        let error = history.lookup(&lookup).await.expect_err(says);
        assert_eq!((error.kind, error.message.as_str()), (ErrorKind::Invalid, says));
    }
    for cursor in ["", "1.2", "1.2.3.4", "1.-2.3", "a.b.c", "99999999999999999999.1.1"] {
        let read: Result<ashiato_engine::history::Cursor, Error> = cursor.parse();
        assert_eq!(read.expect_err(cursor).kind, ErrorKind::Invalid);
    }
}

fn data_file(folder: &std::path::Path) -> std::path::PathBuf {
    let day = folder.join("history/day=2026-11-20");
    std::fs::read_dir(day).expect("list").flatten().map(|entry| entry.path()).next().expect("a file")
}
