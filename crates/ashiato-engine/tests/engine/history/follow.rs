//! Following the journal: each event once, whatever its time is.

use ashiato_engine::ErrorKind;
use ashiato_engine::history::{Attribute, Condition, Lookup};

use super::{Record, SECOND, START, events, history_of, newest, numbers, records};

#[tokio::test(flavor = "multi_thread")]
async fn what_came_late_with_an_earlier_time_is_followed_too() {
    let (_folder, history) = history_of(&[]).await;
    history.feed(1, Record::new(1, START + 10 * SECOND).json()).expect("feed");
    let first = history.follow(&newest(50), 0).await.expect("follow");
    assert_eq!((numbers(&first.events), first.through), (vec![1], 1));
    for (number, time) in [(2, START + 9 * SECOND), (3, START + 10 * SECOND), (4, START)] {
        history.feed(number, Record::new(number, time).json()).expect("feed");
    }
    let next = history.follow(&newest(50), first.through).await.expect("follow");
    assert_eq!((numbers(&next.events), next.through), (vec![2, 3, 4], 4));
    let none = history.follow(&newest(50), next.through).await.expect("follow");
    assert_eq!((numbers(&none.events), none.through), (vec![], 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_page_goes_on_from_its_last_event() {
    let (_folder, history) = history_of(&records(1..=3)).await;
    history.append(events(&records(4..=6)), 6).await.expect("append");
    for (number, record) in events(&records(7..=9)) {
        history.feed(number, record).expect("feed");
    }
    let mut above = 0;
    for expected in [[1, 2], [3, 4], [5, 6], [7, 8]] {
        let page = history.follow(&newest(2), above).await.expect("follow");
        assert_eq!((numbers(&page.events), page.through), (expected.to_vec(), expected[1]));
        above = page.through;
    }
    let rare = Lookup { condition: Some(Condition::Equals(Attribute::EventId, "event-5".to_owned())), ..newest(2) };
    let page = history.follow(&rare, 0).await.expect("follow");
    assert_eq!((numbers(&page.events), page.through), (vec![5], 9));
    // The table's newest is behind: no file is opened for what the tail alone can have.
    let page = history.follow(&newest(2), 6).await.expect("follow");
    assert_eq!((numbers(&page.events), page.reading.files_opened), (vec![7, 8], 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_of_another_journal_is_refused() {
    let (_folder, history) = history_of(&records(1..=3)).await;
    let error = history.follow(&newest(5), 4).await.expect_err("refused");
    assert_eq!(
        (error.kind, error.message.as_str()),
        (ErrorKind::Invalid, "event history has come to the number 3 and not to 4")
    );
    let error = history.follow(&newest(0), 1).await.expect_err("refused");
    assert_eq!(error.kind, ErrorKind::Invalid);
}
