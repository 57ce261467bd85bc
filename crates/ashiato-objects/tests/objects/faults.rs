//! Damage on disk is an error that names the object, never other bytes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ashiato_objects::{Kind, Put, Store};
use chrono::Utc;

use super::opened::{get, open, put};

fn data_files(folder: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(folder.join("data")).expect("the folder of data").flatten();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).expect("a folder").flatten());
    files.map(|file| file.path()).collect()
}

async fn with_objects(folder: &Path) -> Store {
    let store = open(folder);
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    for key in ["first", "second"] {
        put(&store, key, key.as_bytes(), Put::default()).await.expect("a put");
    }
    store
}

#[tokio::test]
async fn a_missing_or_short_data_file_names_its_object() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = with_objects(folder.path()).await;
    for file in data_files(folder.path()) {
        std::fs::write(file, "f").expect("a file is cut short");
    }
    let error = get(&store, "first").await.expect_err("it is damaged");
    assert_eq!(error.kind, Kind::Corrupt);
    assert!(error.to_string().starts_with("object bucket/first: "), "{error}");
    data_files(folder.path()).iter().for_each(|file| std::fs::remove_file(file).expect("a file is deleted"));
    let error = get(&store, "second").await.expect_err("it is missing");
    assert!(error.to_string().starts_with("object bucket/second: "), "{error}");
}

#[tokio::test]
async fn a_journal_damaged_before_its_end_does_not_open() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(with_objects(folder.path()).await);
    let path = folder.path().join("journal");
    let sound = std::fs::read_to_string(&path).expect("the journal");
    std::fs::write(&path, sound.replacen("first", "worst", 1)).expect("damage");
    let error = Store::open(folder.path(), Arc::new(Utc::now)).expect_err("it is damaged");
    assert_eq!(error.kind, Kind::Corrupt);
    assert!(error.to_string().contains("worst"), "{error}");
}

#[tokio::test]
async fn an_unfinished_commit_and_its_data_are_cleaned_up() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(with_objects(folder.path()).await);
    let path = folder.path().join("journal");
    let sound = std::fs::read(&path).expect("the journal");
    std::fs::write(&path, &sound[..sound.len() - 9]).expect("a torn end");
    let (store, recovery) = Store::open(folder.path(), Arc::new(Utc::now)).expect("it opens");
    assert!(recovery.journal_bytes_cut > 0);
    assert_eq!(recovery.orphans_deleted, 1);
    assert_eq!(get(&store, "first").await.expect("it is there"), b"first");
    assert_eq!(get(&store, "second").await.map_err(|error| error.kind), Err(Kind::NoSuchKey));
}

#[tokio::test]
async fn a_body_cut_short_is_no_object() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = with_objects(folder.path()).await;
    let body = futures::stream::iter([Ok("half".into()), Err(std::io::Error::other("the line broke"))]);
    let failed = store.receive(body, &[]).await.map(drop).map_err(|error| error.kind);
    assert_eq!(failed, Err(Kind::Body));
    assert_eq!(data_files(folder.path()).len(), 2);
}

#[test]
fn a_second_process_cannot_open_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let _store = open(folder.path());
    assert!(Store::open(folder.path(), Arc::new(Utc::now)).is_err());
}
