//! Objects under keys: nothing of them in clear on the disk, any range of them readable, and no change of them unseen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ashiato_objects::{
    BYTES_IN_PART_MIN, CompletedPart, Condition, DataKey, Error, Kind, NewUpload, Put, Result, Sealing, Store, Vault,
    WrappedKey, read_all,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::opened::{get, open, put};

/// Wraps a data key by turning its bits round, unless the key is called `disabled`.
struct Turned;

#[async_trait]
impl Vault for Turned {
    async fn make(&self, sealing: &Sealing, _: DateTime<Utc>) -> Result<(DataKey, WrappedKey)> {
        let bytes = [sealing.context.len() as u8 + 1; 32];
        Ok((DataKey::new(&bytes)?, WrappedKey::new(sealing.clone(), &bytes.map(|byte| !byte))))
    }

    async fn open(&self, wrapped: &WrappedKey, _: DateTime<Utc>) -> Result<DataKey> {
        match wrapped.sealing.key.as_str() {
            "disabled" => Err(Error::new(Kind::KeyDisabled, "disabled is disabled.")),
            _ => DataKey::new(&wrapped.wrapped()?.iter().map(|byte| !byte).collect::<Vec<u8>>()),
        }
    }
}

fn sealing(key: &str) -> Sealing {
    Sealing { key: key.to_string(), context: [("object".to_string(), key.to_string())].into() }
}

fn with_vault(folder: &Path) -> Store {
    let store = open(folder);
    store.set_vault(Arc::new(Turned));
    store
}

async fn put_sealed(store: &Store, key: &str, bytes: &[u8], sealing: &Sealing) -> Result<()> {
    let body = futures::stream::iter(bytes.chunks(100_003).map(|piece| Ok::<_, std::io::Error>(piece.to_vec().into())));
    let received = store.receive_sealed(body, &[], Some(sealing)).await?;
    store.put("bucket", key, received, Put::default()).await.map(drop)
}

async fn range(store: &Store, key: &str, from: u64, to: u64) -> Vec<u8> {
    let reader = store.get("bucket", key).expect("it is there");
    read_all(reader.read(from, to).await.expect("it opens")).await.expect("it is whole")
}

fn data_files(folder: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(folder.join("data")).expect("the folder").flatten();
    folders
        .flat_map(|folder| std::fs::read_dir(folder.path()).expect("a folder").flatten())
        .map(|file| file.path())
        .collect()
}

#[tokio::test]
async fn any_range_is_read_and_nothing_lies_in_clear() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = with_vault(folder.path());
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    let whole: Vec<u8> = b"needle".iter().copied().cycle().take(1_000_003).collect();
    put_sealed(&store, "k", &whole, &sealing("one")).await.expect("it is put");
    put_sealed(&store, "empty", b"", &sealing("one")).await.expect("it is put");
    drop(store);
    let store = with_vault(folder.path());
    assert!(get(&store, "k").await.expect("it opens") == whole);
    assert_eq!(get(&store, "empty").await.expect("it opens"), b"");
    let object = store.head("bucket", "k").expect("it is there");
    assert_eq!((object.bytes, object.sealing.clone()), (1_000_003, Some(sealing("one"))));
    assert_eq!(store.head("bucket", "empty").expect("it is there").sealing, Some(sealing("one")));
    for (from, to) in [(0, 0), (0, 1), (262_143, 262_145), (262_144, 524_288), (999_999, 1_000_003), (5, 800_000)] {
        assert!(range(&store, "k", from, to).await == whole[from as usize..to as usize], "{from}..{to}");
    }
    assert!(store.get("bucket", "k").expect("it is there").file().expect("it answers").is_none());
    for file in data_files(folder.path()) {
        let stored = std::fs::read(file).expect("a data file");
        assert!(!stored.windows(6).any(|window| window == b"needle"));
    }
    let reader = store.get("bucket", "k").expect("it is there");
    store.copy(&reader, "bucket", "copy", Condition::None, |_, _| {}).await.expect("a copy");
    assert_eq!(store.head("bucket", "copy").expect("it is there").sealing, Some(sealing("one")));
    assert!(range(&store, "copy", 300_000, 300_006).await == whole[300_000..300_006]);
}

#[tokio::test]
async fn parts_have_data_keys_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = with_vault(folder.path());
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    let new = NewUpload {
        bucket: "bucket".into(),
        key: "k".into(),
        attributes: Default::default(),
        tags: Default::default(),
        checksum: None,
        sealing: Some(sealing("one")),
    };
    let upload_id = store.create_upload(new).await.expect("an upload");
    let upload = store.upload("bucket", "k", &upload_id).expect("it is there");
    assert_eq!(upload.upload.sealing, Some(sealing("one")));
    let whole: Vec<u8> = (0..BYTES_IN_PART_MIN + 77).map(|at| (at % 251) as u8).collect();
    let mut parts = Vec::new();
    for (number, bytes) in (1..).zip(whole.chunks(BYTES_IN_PART_MIN as usize)) {
        let body = futures::stream::iter([Ok::<_, std::io::Error>(bytes.to_vec().into())]);
        let received = store.receive_sealed(body, &[], upload.upload.sealing.as_ref()).await.expect("bytes");
        let part = store.put_part(&upload, number, received).await.expect("a part");
        parts.push(CompletedPart { number, etag: part.etag, checksum: None });
    }
    store.complete_upload(&upload, &parts, Condition::None, None).await.expect("an object");
    assert!(get(&store, "k").await.expect("it opens") == whole);
    let seam = BYTES_IN_PART_MIN;
    assert!(range(&store, "k", seam - 3, seam + 3).await == whole[seam as usize - 3..seam as usize + 3]);
    assert_eq!(store.head("bucket", "k").expect("it is there").sealing, Some(sealing("one")));
}

#[tokio::test]
async fn what_was_changed_or_cannot_be_opened_is_told_and_never_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = with_vault(folder.path());
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    put_sealed(&store, "held", &[7; 9], &sealing("disabled")).await.expect("it is put");
    assert_eq!(get(&store, "held").await.expect_err("no key").kind, Kind::KeyDisabled);
    put_sealed(&store, "k", &[7; 300_000], &sealing("one")).await.expect("it is put");
    let is_long = |file: &PathBuf| file.metadata().is_ok_and(|data| data.len() > 300_000);
    let file = data_files(folder.path()).into_iter().find(is_long).expect("the data file");
    let stored = std::fs::read(&file).expect("a data file");
    let mut changed = stored.clone();
    changed[299_000] ^= 1;
    std::fs::write(&file, &changed).expect("written");
    assert_eq!(get(&store, "k").await.expect_err("it was changed").kind, Kind::Corrupt);
    assert_eq!(range(&store, "k", 0, 9).await, [7; 9], "what was not changed is read");
    std::fs::write(&file, &stored[..stored.len() - 1]).expect("written");
    assert_eq!(get(&store, "k").await.expect_err("it was cut").kind, Kind::Corrupt);
    std::fs::write(&file, &stored).expect("written");
    assert_eq!(get(&store, "k").await.expect("it is whole again"), [7; 300_000]);
    drop(store);

    let store = open(folder.path());
    assert_eq!(get(&store, "k").await.expect_err("nothing opens it").kind, Kind::KeyMissing);
    let refused = put_sealed(&store, "new", b"x", &sealing("one")).await;
    assert_eq!(refused.expect_err("nothing seals it").kind, Kind::KeyMissing);
    put(&store, "plain", b"x", Put::default()).await.expect("what is in clear needs no vault");
}
