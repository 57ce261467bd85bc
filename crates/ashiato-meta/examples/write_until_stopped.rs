//! Writes one row after another, each in its own transaction, and says on stdout which are committed, until it is
//! killed, fails, or has written COUNT. The tests kill it; with COUNT it tells what a commit costs.
//!
//! usage: write_until_stopped FILE|postgres://… [COUNT]

use std::io::Write;
use std::time::Instant;

use ashiato_meta::accounts::{self, Account};
use ashiato_meta::buckets::{self, Bucket};
use ashiato_meta::{AccountId, Location, Millis, Result, Store};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let place = std::env::args().nth(1).expect("a file or a URL");
    let count = std::env::args().nth(2).map_or(i64::MAX, |text| text.parse().expect("a number"));
    let location =
        if place.starts_with("postgres:") { Location::Postgres(place) } else { Location::Sqlite(place.into()) };
    let began = Instant::now();
    match write(&location, count).await {
        Ok(()) => eprintln!("{:.0} commits a second", count as f64 / began.elapsed().as_secs_f64()),
        Err(error) => {
            println!("{:?}", error.kind);
            std::process::exit(1);
        }
    }
}

async fn write(location: &Location, count: i64) -> Result<()> {
    let store = Store::open(location).await?;
    let mut tx = store.read().await?;
    let first = accounts::list(&mut tx).await?.len() as i64;
    drop(tx);
    for number in first..first.saturating_add(count) {
        let id = AccountId::parse(&format!("{number:012}"))?;
        let mut tx = store.write().await?;
        accounts::create(&mut tx, &Account { id: id.clone(), created: Millis(number) }).await?;
        let name = format!("bucket-{number}");
        let bucket = Bucket { name, account: id, region: "us-east-1".to_string(), created: Millis(number) };
        buckets::create(&mut tx, &bucket).await?;
        tx.commit().await?;
        println!("{number}");
        std::io::stdout().flush().expect("stdout is open");
    }
    Ok(())
}
