//! Schemas: earlier ones are brought up to date, later ones and damaged files are refused.

use std::path::{Path, PathBuf};

use ashiato_meta::{
    Kind, Location, Millis, Store, account_aliases, alarms, kms_aliases, metric_points, metrics, server_leases, trails,
    users, work_groups,
};
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Executor};

use crate::backend::locations;
use crate::identity::account;
use crate::queries::place;

fn url(location: &Location) -> String {
    match location {
        // The file's name holds a blank and a question mark.
        Location::Sqlite(path) => {
            format!("sqlite://{}?mode=rwc", path.display().to_string().replace(' ', "%20").replace('?', "%3F"))
        }
        Location::Postgres(url) => url.clone(),
    }
}

fn sql_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

async fn run(location: &Location, statements: &[String]) {
    sqlx::any::install_default_drivers();
    let mut db = AnyConnection::connect(&url(location)).await.expect("connects");
    for statement in statements {
        db.execute(sqlx::raw_sql(AssertSqlSafe(statement.clone()))).await.expect("the statement runs");
    }
    db.close().await.expect("closes");
}

#[tokio::test]
async fn each_earlier_schema_is_brought_to_the_newest_with_its_data() {
    let migrations = sql_files("migrations");
    let fixtures = sql_files("tests/fixtures");
    assert_eq!(migrations.len(), fixtures.len(), "a schema has no fixture");
    for version in 1..=migrations.len() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for location in locations(folder.path()) {
            let mut statements = vec!["CREATE TABLE schema_versions (version BIGINT PRIMARY KEY NOT NULL)".to_string()];
            for (number, file) in migrations[..version].iter().enumerate() {
                let text = std::fs::read_to_string(file).expect("a migration");
                let is_postgres = matches!(location, Location::Postgres(_));
                statements.push(if is_postgres { text.replace(" TEXT", " TEXT COLLATE \"C\"") } else { text });
                statements.push(format!("INSERT INTO schema_versions (version) VALUES ({})", number + 1));
            }
            statements.push(std::fs::read_to_string(&fixtures[version - 1]).expect("a fixture"));
            run(&location, &statements).await;

            let store = Store::open(&location).await.expect("the earlier schema opens");
            let mut tx = store.read().await.expect("begins");
            let alice = users::get(&mut tx, &account(), "alice").await.expect("she is still there");
            assert_eq!((alice.name.as_str(), alice.created), ("Alice", Millis(5)));
            work_groups::get(&mut tx, &place(), "primary").await.expect("it is still there");
            let alias = account_aliases::get(&mut tx, &account()).await.expect("it answers");
            assert_eq!(alias.as_deref(), (version > 1).then_some("example-corp"));
            let names: Vec<String> = trails::list(&mut tx, &account())
                .await
                .expect("it answers")
                .into_iter()
                .map(|trail| trail.name)
                .collect();
            assert_eq!(names, if version > 2 { vec!["all"] } else { vec![] });
            let aliases = kms_aliases::list(&mut tx, &place(), None, 9).await.expect("it answers").rows;
            let names: Vec<String> = aliases.into_iter().map(|alias| alias.name).collect();
            assert_eq!(names, if version > 3 { vec!["logs"] } else { vec![] });
            // What metric filters had counted goes on where it was.
            let metric = metrics::find(&mut tx, &place(), ("Trail", "Failures", "[]")).await.expect("it answers");
            assert_eq!(metric.is_some(), version > 4);
            if let Some(metric) = metric {
                assert_eq!(metric.newest, 120_000);
                let points = metric_points::between(&mut tx, &metric.id, (0, i64::MAX)).await.expect("it answers");
                let told: Vec<_> =
                    points.iter().map(|point| (point.begins, point.samples, point.total, point.most)).collect();
                assert_eq!(told, [(60_000, 2.0, 5.0, 2.5), (120_000, 1.0, 1.0, 1.0)]);
            }
            let alarms = alarms::list(&mut tx, &place(), None, 9).await.expect("it answers").rows;
            assert_eq!(alarms.len(), usize::from(version > 5));
            // Of the server that ran a query when the schema was left, the first that looks finds that it is dead.
            assert_eq!(server_leases::expired(&mut tx, Millis(8)).await.expect("it answers"), ["one"]);
        }
    }
}

#[tokio::test]
async fn a_later_schema_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for location in locations(folder.path()) {
        Store::open(&location).await.expect("a fresh state opens").close().await;
        run(&location, &["INSERT INTO schema_versions (version) VALUES (999)".to_string()]).await;
        let refused = Store::open(&location).await.expect_err("a later program wrote it");
        assert_eq!(refused.kind, Kind::Invalid);
        assert!(refused.message.contains("schema 999"), "{refused}");
    }
}

#[tokio::test]
async fn servers_that_start_at_once_do_not_race() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for location in locations(folder.path()) {
        let open = || Store::open(&location);
        let stores = tokio::try_join!(open(), open(), open(), open());
        stores.expect("all of them open");
    }
}

#[tokio::test]
async fn a_damaged_file_is_named_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("state.db");
    std::fs::write(&path, [b'x'; 8192]).expect("written");
    let refused = Store::open(&Location::Sqlite(path.clone())).await.expect_err("no database");
    assert_eq!(refused.kind, Kind::Corrupt);
    assert!(refused.message.contains("state.db"), "{refused}");
    assert_eq!(std::fs::read(&path).expect("still there"), [b'x'; 8192], "it is left as it was found");
}
