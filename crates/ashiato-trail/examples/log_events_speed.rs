//! How many log events a group makes durable a second, by how many write at once and how many come together, and how long
//! pages take: `cargo run --release -p ashiato-trail --example log_events_speed -- FOLDER`.

use std::path::Path;
use std::time::{Duration, Instant};

use ashiato_trail::filter_pattern::FilterPattern;
use ashiato_trail::log_events::{Direction, Group, Page, Position, Query};

const DURATION: Duration = Duration::from_secs(2);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let parent = std::env::args().nth(1).unwrap_or_else(|| ".".to_string());
    let folder = Path::new(&parent).join("log-events-speed");
    println!("writers  together  events/s");
    for (writers, together) in [(1, 1), (16, 1), (64, 1), (1, 100), (4, 1000)] {
        let _ = std::fs::remove_dir_all(&folder);
        let group = Group::open(&folder)?;
        let written = write(&group, writers, together);
        println!("{writers:7}  {together:8}  {:8.0}", written as f64 / DURATION.as_secs_f64());
    }
    let began = Instant::now();
    let group = Group::open(&folder)?;
    let events: u64 = group.streams().values().map(|told| told.events).sum();
    println!("{events} events, {} MB: opened in {:?}", group.bytes() >> 20, began.elapsed());
    let pattern = FilterPattern::parse("{ $.eventName = \"ConsoleLogin\" }")?;
    for (name, direction, wanted) in [
        ("the newest 50", Direction::Backward, None),
        ("the first page of a pattern that nothing is for", Direction::Forward, Some(&pattern)),
    ] {
        let began = Instant::now();
        let page = read(&group, direction, wanted)?;
        println!("{name}: {} events in {:?}", page.events.len(), began.elapsed());
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

fn write(group: &Group, writers: u32, together: usize) -> u64 {
    let text = format!("{{\"eventName\":\"GetObject\",\"text\":\"{}\"}}", "x".repeat(460));
    let end = Instant::now() + DURATION;
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..writers)
            .map(|stream| {
                let text = &text;
                scope.spawn(move || {
                    let mut written = 0_u64;
                    while Instant::now() < end {
                        let time = written as i64;
                        let batch: Vec<(i64, &str)> = (0..together).map(|_| (time, text.as_str())).collect();
                        group.append(stream, time, &batch).expect("it is appended");
                        written += together as u64;
                    }
                    written
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("it ends")).sum()
    })
}

fn read(
    group: &Group,
    direction: Direction,
    pattern: Option<&FilterPattern>,
) -> Result<Page, Box<dyn std::error::Error>> {
    let query = Query {
        is_asked: &|_| true,
        is_wanted: &|text| pattern.is_none_or(|pattern| pattern.matches(text)),
        from: 0,
        until: i64::MAX,
        events_max: 50,
        bytes_max: 1 << 20,
        read_bytes_max: 64 << 20,
    };
    let start = match direction {
        Direction::Forward => Position::at(0),
        Direction::Backward => Position::at(i64::MAX),
    };
    Ok(group.page(&query, start, direction)?)
}
