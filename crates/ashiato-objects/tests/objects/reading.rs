//! Ranges, parts, copies, conditions, and reading while others write.

use ashiato_objects::{
    Algorithm, BYTES_IN_PART_MIN, BucketObjects, CompletedPart, Condition, Extent, Kind, NewUpload, Put, read_all,
};
use futures::TryStreamExt;
use object_store::{ObjectStore, ObjectStoreExt, path::Path};

use super::opened::{get, open, put};

#[tokio::test]
async fn an_object_put_in_parts_reads_as_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    let whole: Vec<u8> = (0..BYTES_IN_PART_MIN * 2 + 77).map(|at| (at % 251) as u8).collect();
    let new = NewUpload {
        bucket: "bucket".into(),
        key: "k".into(),
        attributes: Default::default(),
        tags: Default::default(),
        checksum: Some((Algorithm::Crc32, Extent::FullObject)),
        sealing: None,
    };
    let upload_id = store.create_upload(new).await.expect("an upload");
    let upload = store.upload("bucket", "k", &upload_id).expect("it is there");
    let mut parts = Vec::new();
    for (place, bytes) in whole.chunks(BYTES_IN_PART_MIN as usize).enumerate() {
        let body = futures::stream::iter([Ok::<_, std::io::Error>(bytes.to_vec().into())]);
        let received = store.receive(body, &[Algorithm::Crc32]).await.expect("bytes");
        let number = place as u16 + 1;
        let part = store.put_part(&upload, number, received).await.expect("a part");
        parts.push(CompletedPart { number, etag: part.etag, checksum: None });
    }
    let swapped = [parts[1].clone(), parts[0].clone()];
    let failed = store.complete_upload(&upload, &swapped, Condition::None, None).await.map_err(|error| error.kind);
    assert_eq!(failed.err(), Some(Kind::InvalidPartOrder));
    let object = store.complete_upload(&upload, &parts, Condition::None, None).await.expect("it completes");
    assert!(object.etag.ends_with("-3"));
    drop(store);

    let store = open(folder.path());
    assert_eq!(get(&store, "k").await.expect("it is there"), whole);
    let object = store.head("bucket", "k").expect("it is there");
    let body = futures::stream::iter([Ok::<_, std::io::Error>(whole.clone().into())]);
    let at_once = store.receive(body, &[Algorithm::Crc32]).await.expect("bytes");
    assert_eq!(object.checksum.as_ref().map(|sum| &sum.value), Some(&at_once.checksums[0].value));
    for (from, to) in [(0, 1), (BYTES_IN_PART_MIN - 1, BYTES_IN_PART_MIN + 1), (7, whole.len() as u64), (9, 9)] {
        let reader = store.get("bucket", "k").expect("it is there");
        let range = read_all(reader.read(from, to).await.expect("a range")).await.expect("bytes");
        assert_eq!(range, whole[from as usize..to as usize]);
    }
}

#[tokio::test]
async fn a_reader_keeps_what_it_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    put(&store, "k", b"old", Put::default()).await.expect("a put");
    let reader = store.get("bucket", "k").expect("it is there");
    store.copy(&reader, "bucket", "copy", Condition::None, |_, _| {}).await.expect("a copy");
    put(&store, "k", b"new", Put::default()).await.expect("a put");
    store.delete("bucket", "copy", Condition::None).await.expect("a delete");
    store.delete("bucket", "copy", Condition::None).await.expect("deleting nothing is no error");
    assert_eq!(read_all(reader.read(0, 3).await.expect("a read")).await.expect("bytes"), b"old");
    assert_eq!(get(&store, "k").await.expect("it is there"), b"new");
    let failed = store.delete_bucket("bucket").await.map_err(|error| error.kind);
    assert_eq!(failed, Err(Kind::BucketNotEmpty));
}

#[tokio::test]
async fn of_many_puts_that_must_be_first_one_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    let puts = (0..20u8).map(|number| {
        let store = store.clone();
        async move {
            let first = Put { condition: Condition::Absent, ..Put::default() };
            put(&store, "k", &[number], first).await.is_ok()
        }
    });
    let won = futures::future::join_all(puts).await.into_iter().filter(|won| *won).count();
    assert_eq!(won, 1);
}

#[tokio::test]
async fn a_bucket_is_an_object_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
    let bucket = BucketObjects::new(store, "bucket");
    for key in ["a/1", "a/b/2", "c"] {
        bucket.put(&Path::from(key), key.to_string().into()).await.expect("a put");
    }
    let mut upload = bucket.put_multipart(&Path::from("a/many")).await.expect("an upload");
    let parts = ["x", "y", "z"].map(|part| upload.put_part(part.into()));
    futures::future::try_join_all(parts).await.expect("parts");
    upload.complete().await.expect("it completes");
    let joined = bucket.get(&Path::from("a/many")).await.expect("it is there").bytes().await.expect("bytes");
    assert_eq!(joined.as_ref(), b"xyz");
    assert_eq!(bucket.get_range(&Path::from("a/many"), 1..2).await.expect("a range").as_ref(), b"y");
    let all: Vec<_> = bucket.list(Some(&Path::from("a"))).try_collect().await.expect("a listing");
    assert_eq!(all.iter().map(|meta| meta.location.as_ref()).collect::<Vec<_>>(), ["a/1", "a/b/2", "a/many"]);
    let level = bucket.list_with_delimiter(Some(&Path::from("a"))).await.expect("a listing");
    assert_eq!(level.common_prefixes, [Path::from("a/b")]);
    assert_eq!(level.objects.len(), 2);
}
