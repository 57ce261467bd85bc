//! What an answer tells to be missing from it, before and after the table is opened anew.

use ashiato_engine::history::{History, Lookup, Missing};
use bytes::Bytes;
use chrono::NaiveDate;

use super::{DAY, SECOND, START, all, events, history_of, newest, records};

async fn missing(history: &History, lookup: &Lookup) -> Missing {
    history.lookup(lookup).await.expect("lookup").missing
}

#[tokio::test(flavor = "multi_thread")]
async fn records_that_could_not_be_read_are_counted_once() {
    let (folder, history) = history_of(&records(1..=1)).await;
    assert_eq!(missing(&history, &newest(5)).await, Missing::default());
    let damaged = || Bytes::from_static(b"{");
    history.append(vec![(2, damaged()), records(3..=3)[0].event()], 3).await.expect("append");
    history.append(vec![(2, damaged())], 3).await.expect("append");
    assert_eq!(missing(&history, &newest(5)).await.unreadable, 1);
    history.feed(4, damaged()).expect("feed");
    history.feed(4, damaged()).expect("feed");
    assert_eq!(missing(&history, &newest(5)).await.unreadable, 2, "of the tail too");
    history.flush().await.expect("flush");
    assert_eq!(missing(&history, &newest(5)).await.unreadable, 2);
    drop(history);
    let history = History::open(&folder.path().join("history")).await.expect("open");
    history.feed(4, damaged()).expect("feed");
    history.flush().await.expect("flush");
    assert_eq!(missing(&history, &newest(5)).await, Missing { unreadable: 2, ..Missing::default() });
}

#[tokio::test(flavor = "multi_thread")]
async fn days_that_were_deleted_are_told_to_who_asks_for_them() {
    let mut of_three_days = records(1..=3);
    for (day, record) in of_three_days.iter_mut().enumerate() {
        record.time = START + day as i64 * DAY;
    }
    let (folder, history) = history_of(&of_three_days).await;
    let before = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    assert_eq!(history.expire(before).await.expect("expire").events, 2);
    // An earlier day once more takes nothing back.
    history.expire(before.pred_opt().expect("a day")).await.expect("expire");
    let deleted = Missing { deleted_before: Some(START + 2 * DAY), ..Missing::default() };
    let kept = Lookup { from: Some(START + 2 * DAY), ..newest(5) };
    let reaches_back = Lookup { from: Some(START + 2 * DAY - SECOND), ..newest(5) };
    for reopened in [false, true] {
        let again = History::open(&folder.path().join("history")).await.expect("open");
        let history = if reopened { &again } else { &history };
        assert_eq!(missing(history, &newest(5)).await, deleted);
        assert_eq!(missing(history, &reaches_back).await, deleted);
        assert_eq!(missing(history, &kept).await, Missing::default());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_journal_let_go_is_told() {
    let (folder, history) = history_of(&records(1..=3)).await;
    history.feed(4, records(4..=4)[0].json()).expect("feed");
    history.pass_over(10).await.expect("pass over");
    for (number, record) in events(&records(10..=12)) {
        history.feed(number, record).expect("feed");
    }
    let lost = Missing { lost: 6, ..Missing::default() };
    assert_eq!(
        (all(&history, &newest(5)).await, missing(&history, &newest(5)).await),
        (vec![12, 11, 4, 3, 2, 1], lost)
    );
    history.pass_over(10).await.expect("pass over");
    drop(history);
    let history = History::open(&folder.path().join("history")).await.expect("open");
    assert_eq!((history.through(), missing(&history, &newest(5)).await), (12, lost));
}
