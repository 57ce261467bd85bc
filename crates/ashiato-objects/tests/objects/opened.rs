//! A store for a test, and bytes in and out of it.

use std::path::Path;
use std::sync::Arc;

use ashiato_objects::{Put, Result, Store, read_all};
use chrono::{DateTime, Utc};

pub(crate) fn open(folder: &Path) -> Store {
    Store::open(folder, Arc::new(|| DateTime::<Utc>::UNIX_EPOCH)).expect("the store opens").0
}

pub(crate) async fn put(store: &Store, key: &str, bytes: &[u8], put: Put) -> Result<()> {
    let body = futures::stream::iter([Ok::<_, std::io::Error>(bytes.to_vec().into())]);
    let received = store.receive(body, &[]).await?;
    store.put("bucket", key, received, put).await.map(drop)
}

pub(crate) async fn get(store: &Store, key: &str) -> Result<Vec<u8>> {
    let reader = store.get("bucket", key)?;
    let bytes = reader.object.bytes;
    read_all(reader.read(0, bytes).await?).await
}
