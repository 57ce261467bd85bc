//! Stores that fail: nothing of what a statement wrote is left, or what is left is named.

use super::budget::Budget;
use super::cleanup::{BegunFile, Cleanup};
use super::destination::Destination;
use super::encoding::{Encoding, FileFormat};
use super::job::Job;
use super::target;
use crate::coverage::Reading;
use crate::error::{Error, ErrorKind};
use crate::leftovers::Leftovers;
use ashiato_sql::statement::{ColumnDefinition, HiveType};
use async_trait::async_trait;
use datafusion::prelude::SessionContext;
use futures::StreamExt;
use futures::stream::BoxStream;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, ObjectStoreExt,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A store in memory that takes so many files and no more, and may refuse to delete.
#[derive(Debug)]
struct Faulty {
    store: InMemory,
    puts_left: AtomicUsize,
    deletes: bool,
}

impl Faulty {
    fn new(puts: usize, deletes: bool) -> Arc<Faulty> {
        Arc::new(Faulty { store: InMemory::new(), puts_left: AtomicUsize::new(puts), deletes })
    }

    async fn keys(&self) -> Vec<String> {
        self.store.list(None).map(|object| object.expect("in memory").location.to_string()).collect().await
    }
}

fn refusal() -> object_store::Error {
    object_store::Error::Generic { store: "faulty", source: "SlowDown: reduce your request rate".into() }
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("faulty")
    }
}

#[async_trait]
impl ObjectStore for Faulty {
    async fn put_opts(&self, location: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        let left = self.puts_left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        left.map_err(|_| refusal())?;
        self.store.put_opts(location, payload, options).await
    }

    async fn put_multipart_opts(&self, _: &Path, _: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        Err(refusal())
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.store.get_opts(location, options).await
    }

    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        if self.deletes { self.store.delete_stream(locations) } else { locations.map(|_| Err(refusal())).boxed() }
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.store.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.store.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.store.copy_opts(from, to, options).await
    }
}

/// Writes three partitions of one row each.
async fn write(store: Arc<Faulty>) -> std::result::Result<super::Written, Error> {
    let context = SessionContext::new();
    let frame =
        context.sql("select * from (values (1, 'a'), (2, 'b'), (3, 'c')) as t (id, part)").await.expect("a plan");
    let column = |name: &str, hive_type| ColumnDefinition { name: name.to_string(), hive_type, comment: None };
    let columns = vec![column("id", HiveType::BigInt), column("part", HiveType::String)];
    let job = Job {
        state: context.state(),
        plan: frame.logical_plan().clone(),
        layout: target::layout(columns, vec![Some(0), Some(1)], 1, None),
        encoding: Encoding::of(FileFormat::Json),
        destination: Arc::new(Destination::at(store, "t", "s3://b/t/")),
        query_id: "q".to_string(),
        folders: Box::new(|_| Ok(None)),
        leftovers: Leftovers::default(),
        budget: Budget { reading: Reading(Arc::default()), bytes_max: None },
    };
    Ok(job.run().await?.keep())
}

#[tokio::test]
async fn a_store_that_takes_all_keeps_all() {
    let store = Faulty::new(3, true);
    let written = write(Arc::clone(&store)).await.expect("three files");
    assert_eq!((written.rows, written.files.len(), store.keys().await.len()), (3, 3, 3));
}

#[tokio::test]
async fn what_was_written_goes_when_the_store_fails() {
    for puts in 0..3 {
        let store = Faulty::new(puts, true);
        let error = write(Arc::clone(&store)).await.expect_err("a store that fails");
        assert_eq!(error.kind, ErrorKind::Unavailable);
        let message = error.to_string();
        assert!(message.starts_with("write s3://b/t/part=") && message.contains("SlowDown"), "{message}");
        assert!(message.ends_with("the 3 files begun in s3://b/t/ were taken away again"), "{message}");
        assert_eq!(store.keys().await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_cannot_be_taken_away_is_named() {
    let store = Faulty::new(2, false);
    let message = write(Arc::clone(&store)).await.expect_err("a store that fails").to_string();
    let left = store.keys().await;
    assert_eq!(left.len(), 2);
    assert!(left.iter().all(|key| message.contains(&format!("s3://b/{key}"))), "{message}");
}

#[tokio::test]
async fn a_statement_that_is_stopped_takes_its_files_away() {
    let store = Faulty::new(1, true);
    let key = Path::from("t/x");
    store.put(&key, PutPayload::from_static(b"x")).await.expect("in memory");
    let leftovers = Leftovers::default();
    let destination = Arc::new(Destination::at(Arc::clone(&store) as _, "t", "s3://b/t/"));
    let cleanup = Cleanup::new(Arc::clone(&destination), leftovers.clone());
    let begun = BegunFile { destination, key, uri: "s3://b/t/x".to_string() };
    cleanup.begun().lock().expect("not held").push(begun);
    drop(cleanup);
    leftovers.settled().await;
    assert_eq!(store.keys().await, Vec::<String>::new());
}
