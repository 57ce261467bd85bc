//! Log events against a model: what was appended is found, whichever way and in whatever pages, also after the group is
//! opened anew; torn tails are cut, damage is told.

use ashiato_trail::error::ErrorKind;
use ashiato_trail::log_events::{Direction, Event, Group, LogEvents, Mark, Page, Position, Query};
use proptest::prelude::*;
use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// Small, so that there are many.
const SEGMENT_BYTES: u64 = 500;

fn open(folder: &Path) -> Group {
    Group::open_with(folder, SEGMENT_BYTES).expect("it opens")
}

struct Asked {
    stream: Option<u32>,
    from: i64,
    until: i64,
    holds: &'static str,
    events_max: usize,
    bytes_max: usize,
    read_bytes_max: u64,
}

const ALL: Asked = Asked {
    stream: None,
    from: i64::MIN,
    until: i64::MAX,
    holds: "",
    events_max: 10_000,
    bytes_max: 1 << 20,
    read_bytes_max: u64::MAX,
};

fn page(group: &Group, asked: &Asked, start: Position, direction: Direction) -> Page {
    let query = Query {
        is_asked: &|stream| asked.stream.is_none_or(|one| one == stream),
        is_wanted: &|text| text.contains(asked.holds),
        from: asked.from,
        until: asked.until,
        events_max: asked.events_max,
        bytes_max: asked.bytes_max,
        read_bytes_max: asked.read_bytes_max,
    };
    group.page(&query, start, direction).expect("a page")
}

const START: Position = Position { timestamp: i64::MIN, sequence: 0 };
const END: Position = Position { timestamp: i64::MAX, sequence: u64::MAX };

/// All of it, page by page, each of them within its bounds.
fn pages(group: &Group, asked: &Asked, direction: Direction) -> Vec<Event> {
    let (mut start, mut all) = (if direction == Direction::Forward { START } else { END }, Vec::new());
    loop {
        let page = page(group, asked, start, direction);
        assert!(page.events.len() <= asked.events_max);
        let bytes: usize = page.events.iter().map(|event| event.message.len()).sum();
        assert!(bytes <= asked.bytes_max || page.events.len() == 1);
        assert!(page.is_end || page.next != start, "it goes on");
        match direction {
            Direction::Forward => all.extend(page.events),
            Direction::Backward => all.splice(..0, page.events).for_each(drop),
        }
        if page.is_end {
            return all;
        }
        start = page.next;
    }
}

type Batch = (u32, Vec<(i64, String)>);

fn batches() -> impl Strategy<Value = Vec<Batch>> {
    let event = (0..60_i64, "[ab é]{0,12}");
    prop::collection::vec((0..4_u32, prop::collection::vec(event, 1..8)), 0..40)
}

fn append(group: &Group, batches: &[Batch], first: u64) -> Vec<Event> {
    let mut model = Vec::new();
    for (stream, events) in batches {
        let given: Vec<(i64, &str)> = events.iter().map(|(time, text)| (*time, text.as_str())).collect();
        group.append(*stream, 7, &given).expect("it is appended");
        for (timestamp, text) in given {
            let sequence = first + model.len() as u64;
            model.push(Event { stream: *stream, timestamp, ingested: 7, sequence, message: text.to_string() });
        }
    }
    model
}

fn last_segment(folder: &Path) -> PathBuf {
    let files = std::fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path());
    files.filter(|path| path.extension().is_some_and(|end| end == "events")).max().expect("there is one")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_was_appended_is_found(
        (one, two) in (batches(), batches()),
        (stream, from, length) in (prop::option::of(0..4_u32), 0..60_i64, 0..60_i64),
        (holds, events_max, bytes_max) in (prop::sample::select(vec!["", "a", "b "]), 1..9_usize, 1..60_usize),
        read_bytes_max in prop::sample::select(vec![0, 600, 2000, u64::MAX]),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let group = open(folder.path());
        let mut model = append(&group, &one, 0);
        drop(group);
        let group = open(folder.path());
        model.extend(append(&group, &two, model.len() as u64));
        model.sort_by_key(Event::position);
        prop_assert_eq!(&pages(&group, &ALL, Direction::Forward), &model);

        let asked = Asked { stream, from, until: from + length, holds, events_max, bytes_max, read_bytes_max };
        model.retain(|event| {
            stream.is_none_or(|one| one == event.stream)
                && (from..from + length).contains(&event.timestamp)
                && event.message.contains(holds)
        });
        prop_assert_eq!(&pages(&group, &asked, Direction::Forward), &model);
        prop_assert_eq!(&pages(&group, &asked, Direction::Backward), &model);
        // Nothing else was known before it was closed.
        let known = (group.streams(), group.bytes());
        drop(group);
        let group = open(folder.path());
        prop_assert_eq!((group.streams(), group.bytes()), known);
        prop_assert_eq!(&pages(&group, &asked, Direction::Backward), &model);
    }

    /// Wherever the last write was cut off, all that was acknowledged before is there, and the next batch follows it.
    #[test]
    fn a_torn_tail_is_cut(given in batches(), cut in 0..200_u64, noise in prop::collection::vec(any::<u8>(), 0..50)) {
        let folder = tempfile::tempdir().expect("a folder");
        let group = open(folder.path());
        let mut model = append(&group, &given, 0);
        let path = last_segment(folder.path());
        let whole = path.metadata().expect("it is there").len();
        let torn = group.append(1, 7, &[(5, "never acknowledged, as if the machine had stopped before")]);
        drop((torn, group));
        // Where a segment was begun for it, the last is that one.
        let torn_path = last_segment(folder.path());
        let file = File::options().write(true).open(&torn_path).expect("it opens");
        let begun = if torn_path == path { whole } else { 0 };
        let length = file.metadata().expect("it is there").len();
        let cut = begun + cut % (length - begun);
        file.set_len(cut).expect("it is cut");
        file.write_all_at(&noise, cut).expect("it is written");

        let group = open(folder.path());
        let more = append(&group, &[(2, vec![(9, "later".to_string())])], model.len() as u64);
        model.extend(more);
        model.sort_by_key(Event::position);
        prop_assert_eq!(&pages(&group, &ALL, Direction::Forward), &model);
    }
}

#[test]
fn damage_is_no_torn_tail() {
    let folder = tempfile::tempdir().expect("a folder");
    let group = Group::open(folder.path()).expect("it opens");
    for text in ["one", "two", "three"] {
        group.append(1, 7, &[(1, text)]).expect("it is appended");
    }
    drop(group);
    let path = last_segment(folder.path());
    let file = OpenOptions::new().write(true).open(&path).expect("it opens");
    file.write_all_at(b"x", 10).expect("it is damaged");
    let length = path.metadata().expect("it is there").len();
    let wrong = Group::open(folder.path()).expect_err("it is damaged");
    assert_eq!(wrong.kind, ErrorKind::Corrupt);
    assert!(wrong.to_string().ends_with(".events: damaged at byte 0"), "{wrong}");
    assert_eq!(path.metadata().expect("it is there").len(), length, "nothing was cut");
}

/// A mark is there if and only if its batch is: after the group is opened anew, in whatever segment, and after a cut.
#[test]
fn marks_stay_with_their_batches() {
    let folder = tempfile::tempdir().expect("a folder");
    let group = open(folder.path());
    let long = "x".repeat(300);
    let mark = |origin: u64, number: u64| Mark { origin, number };
    for number in 1..10 {
        let stream = u32::from(number % 3 == 0);
        group.append_marked((stream, mark(1, number)), 7, &[(1, &long)]).expect("it is appended");
        group.append(stream, 7, &[(2, "of nobody in particular")]).expect("it is appended");
    }
    group.append_marked((0, mark(u64::MAX, 5)), 7, &[(3, "of another")]).expect("it is appended");
    let told = |group: &Group| {
        [(0, 1), (1, 1), (0, u64::MAX), (1, u64::MAX), (2, 1)].map(|(stream, origin)| group.marked(stream, origin))
    };
    assert_eq!(told(&group), [Some(8), Some(9), Some(5), None, None]);
    let events = pages(&group, &ALL, Direction::Forward);
    drop(group);
    let group = open(folder.path());
    assert_eq!(told(&group), [Some(8), Some(9), Some(5), None, None]);
    assert_eq!(pages(&group, &ALL, Direction::Forward), events);

    group.append_marked((0, mark(1, 12)), 7, &[(4, "torn")]).expect("it is appended");
    drop(group);
    let path = last_segment(folder.path());
    let length = path.metadata().expect("it is there").len();
    File::options().write(true).open(&path).and_then(|file| file.set_len(length - 1)).expect("it is cut");
    assert_eq!(told(&open(folder.path())), [Some(8), Some(9), Some(5), None, None]);
}

#[test]
fn what_is_over_goes_by_segments() {
    let folder = tempfile::tempdir().expect("a folder");
    let group = open(folder.path());
    let long = "x".repeat(400);
    for time in 0..10 {
        group.append(u32::from(time % 2 == 0), 7, &[(time, &long)]).expect("it is appended");
    }
    assert_eq!(group.expire(0, &|_| true).expect("nothing is over"), 0);
    assert!(group.expire(4, &|_| true).expect("some is over") > 0);
    let left = |group: &Group| pages(group, &ALL, Direction::Forward);
    let times: Vec<i64> = left(&group).iter().map(|event| event.timestamp).collect();
    assert!(times.iter().all(|time| *time >= 2) && times.ends_with(&[4, 5, 6, 7, 8, 9]), "{times:?}");
    group.expire(0, &|_| false).expect("none of the streams lives");
    assert_eq!((left(&group).len(), group.bytes()), (0, 0));
    // What comes later is numbered on.
    drop(group);
    let group = open(folder.path());
    group.append(3, 7, &[(1, "later")]).expect("it is appended");
    assert_eq!(left(&group)[0].sequence, 10);
    assert_eq!(group.stream(3).map(|told| told.events), Some(1));
}

#[test]
fn many_threads_append_to_one_group() {
    let folder = tempfile::tempdir().expect("a folder");
    let groups = LogEvents::new(folder.path());
    std::thread::scope(|scope| {
        for stream in 0..8 {
            let groups = &groups;
            scope.spawn(move || {
                for time in 0..25 {
                    let group = groups.group("one").expect("it opens");
                    group.append(stream, 7, &[(time, "text")]).expect("it is appended");
                }
            });
        }
    });
    drop(groups);
    let groups = LogEvents::new(folder.path());
    let group = groups.group("one").expect("it opens");
    let found = pages(&group, &ALL, Direction::Forward);
    assert_eq!(found.len(), 200);
    assert_eq!(group.stream(3).map(|told| (told.events, told.first, told.last, told.bytes)), Some((25, 0, 24, 100)));
    groups.remove("one").expect("it goes");
    assert_eq!(groups.group("one").expect("made anew").bytes(), 0);
    assert!(groups.group("../x").is_err());
}
