//! One stream of rows into files: a writer for each partition and bucket that it meets.

use super::WrittenFile;
use super::cleanup::BegunFile;
use super::destination::Destination;
use super::encoder::Encoder;
use super::encoding::Encoding;
use super::job::Folders;
use super::layout::{FileKey, Layout};
use super::upload::Upload;
use crate::error::Error;
use crate::failure;
use crate::hive::refusal::invalid;
use arrow::record_batch::RecordBatch;
use datafusion::execution::SendableRecordBatchStream;
use futures::StreamExt;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

/// The most partitions and buckets that one statement writes (Athena's user guide, "Considerations and limitations for
/// CTAS queries").
pub(crate) const FILES_MAX: usize = 100;

/// Rows that a stream's writers hold before they are encoded, in bytes; more, and the largest of them is.
const BUFFERED_BYTES: usize = 96 << 20;

/// What all streams of a statement share.
pub(crate) struct Shared {
    pub(crate) layout: Layout,
    pub(crate) encoding: Encoding,
    pub(crate) destination: Arc<Destination>,
    /// What each file is named after.
    pub(crate) query_id: String,
    /// The folder of each partition, where it is not by Hive's layout.
    pub(crate) folders: Folders,
    pub(crate) begun: Arc<Mutex<Vec<BegunFile>>>,
    /// The partitions and buckets met so far.
    pub(crate) keys: Mutex<BTreeSet<FileKey>>,
}

/// Writes the whole of a stream.
pub(crate) async fn write_stream(
    shared: Arc<Shared>,
    mut stream: SendableRecordBatchStream,
) -> Result<Vec<WrittenFile>, Error> {
    let mut writers = Writers { shared, open: BTreeMap::new() };
    let written = writers.take_all(&mut stream).await;
    match written {
        Ok(()) => writers.finish().await,
        Err(error) => {
            writers.abort().await;
            Err(error)
        }
    }
}

struct Writers {
    shared: Arc<Shared>,
    open: BTreeMap<FileKey, Writer>,
}

struct Writer {
    encoder: Box<dyn Encoder>,
    upload: Upload,
    rows: u64,
}

impl Writers {
    async fn take_all(&mut self, stream: &mut SendableRecordBatchStream) -> Result<(), Error> {
        while let Some(batch) = stream.next().await {
            let batch = batch.map_err(failure::of_execution)?;
            if batch.num_rows() == 0 {
                continue;
            }
            for (key, rows) in self.shared.layout.split(&batch)? {
                self.write(key, &rows).await?;
            }
            self.flush_largest().await?;
        }
        Ok(())
    }

    async fn write(&mut self, key: FileKey, rows: &RecordBatch) -> Result<(), Error> {
        if !self.open.contains_key(&key) {
            let writer = self.begin(&key)?;
            self.open.insert(key.clone(), writer);
        }
        let Some(writer) = self.open.get_mut(&key) else { return Ok(()) };
        writer.encoder.write(rows)?;
        writer.rows += rows.num_rows() as u64;
        writer.upload.push(writer.encoder.take()).await
    }

    /// A writer of a new file, whose name no other file has.
    fn begin(&self, key: &FileKey) -> Result<Writer, Error> {
        let shared = &self.shared;
        {
            let mut keys = shared.keys.lock().expect("no thread panics while it counts files");
            keys.insert(key.clone());
            if keys.len() > FILES_MAX {
                let message = format!("Exceeded limit of {FILES_MAX} open writers for partitions/buckets");
                return Err(invalid("HIVE_TOO_MANY_OPEN_PARTITIONS", message).into());
            }
        }
        let (id, extension) = (&shared.query_id, shared.encoding.extension());
        let name = match key.bucket {
            Some(bucket) => format!("{id}_{}_bucket-{bucket:05}{extension}", uuid::Uuid::new_v4()),
            None => format!("{id}_{}{extension}", uuid::Uuid::new_v4()),
        };
        let elsewhere = (shared.folders)(&key.partition)?;
        let (destination, relative) = match elsewhere {
            Some(destination) => (destination, name),
            None => (Arc::clone(&shared.destination), shared.layout.folder(&key.partition) + &name),
        };
        let (place, uri) = destination.file(&relative)?;
        let begun = BegunFile { destination: Arc::clone(&destination), key: place.clone(), uri: uri.clone() };
        shared.begun.lock().expect("no thread panics while it notes a file").push(begun);
        let encoder = shared.encoding.encoder(&shared.layout.file_schema)?;
        Ok(Writer { encoder, upload: Upload::new(destination, place, uri), rows: 0 })
    }

    /// Encodes rows until no more are held than may be.
    async fn flush_largest(&mut self) -> Result<(), Error> {
        loop {
            let held: usize = self.open.values().map(|writer| writer.encoder.buffered()).sum();
            if held <= BUFFERED_BYTES {
                return Ok(());
            }
            let largest =
                self.open.values_mut().max_by_key(|writer| writer.encoder.buffered() + writer.upload.pending());
            let Some(writer) = largest else { return Ok(()) };
            let before = writer.encoder.buffered();
            writer.encoder.flush()?;
            writer.upload.push(writer.encoder.take()).await?;
            if writer.encoder.buffered() >= before {
                return Ok(());
            }
        }
    }

    async fn finish(mut self) -> Result<Vec<WrittenFile>, Error> {
        let mut files = Vec::with_capacity(self.open.len());
        while let Some((_, writer)) = self.open.pop_first() {
            match finish(writer).await {
                Ok(file) => files.push(file),
                Err(error) => {
                    self.abort().await;
                    return Err(error);
                }
            }
        }
        Ok(files)
    }

    async fn abort(self) {
        for writer in self.open.into_values() {
            writer.upload.abort().await;
        }
    }
}

async fn finish(writer: Writer) -> Result<WrittenFile, Error> {
    let Writer { encoder, mut upload, rows } = writer;
    upload.push(encoder.finish()?).await?;
    let (uri, bytes) = upload.finish().await?;
    Ok(WrittenFile { uri, rows, bytes })
}
