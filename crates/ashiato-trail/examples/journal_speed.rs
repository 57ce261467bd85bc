//! How many records of 1.5 KB the journal makes durable a second, by how many wait at once:
//! `cargo run --release -p ashiato-trail --example journal_speed -- FOLDER`.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ashiato_trail::journal::{Journal, Settings};
use bytes::Bytes;

const RECORD_BYTES: usize = 1500;
const DURATION: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let parent = std::env::args().nth(1).unwrap_or_else(|| ".".to_string());
    println!("waiting  appends/s  p50 µs  p99 µs");
    for waiting in [1, 16, 64] {
        let folder = Path::new(&parent).join(format!("journal-speed-{waiting}"));
        let (journal, _) = Journal::open(&folder, Settings::default())?;
        let mut times = append_all_the_time(Arc::new(journal), waiting).await?;
        std::fs::remove_dir_all(&folder)?;
        times.sort_unstable();
        let per_second = times.len() as f64 / DURATION.as_secs_f64();
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_micros();
        println!("{waiting:7}  {per_second:9.0}  {:6}  {:6}", at(50), at(99));
    }
    Ok(())
}

/// How long each append took.
async fn append_all_the_time(
    journal: Arc<Journal>,
    waiting: usize,
) -> Result<Vec<Duration>, Box<dyn std::error::Error>> {
    let payload = Bytes::from(vec![b'x'; RECORD_BYTES]);
    let end = Instant::now() + DURATION;
    let mut tasks = Vec::new();
    for _ in 0..waiting {
        let (journal, payload) = (Arc::clone(&journal), payload.clone());
        tasks.push(tokio::spawn(async move {
            let mut times = Vec::new();
            while Instant::now() < end {
                let began = Instant::now();
                journal.append(payload.clone()).await?;
                times.push(began.elapsed());
            }
            Ok::<_, ashiato_trail::journal::Error>(times)
        }));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    Ok(times)
}
