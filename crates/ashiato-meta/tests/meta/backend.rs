//! Where the tests keep their state: a SQLite file, and a database of a PostgreSQL. Where there is no PostgreSQL the
//! tests use SQLite alone.

use std::path::Path;

use ashiato_meta::{Location, Store};

use crate::postgres;

/// Runs the test on a fresh state of each kind.
pub(crate) async fn on_each<F: Future<Output = ()>>(test: impl Fn(Store) -> F) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for location in locations(folder.path()) {
        let store = Store::open(&location).await.expect("a fresh state opens");
        test(store.clone()).await;
        store.close().await;
    }
}

/// A new SQLite file in `folder`, and a new PostgreSQL database if there is a server.
pub(crate) fn locations(folder: &Path) -> Vec<Location> {
    let mut locations = vec![Location::Sqlite(folder.join("state of tests?.db"))];
    locations.extend(postgres::database().map(Location::Postgres));
    locations
}
