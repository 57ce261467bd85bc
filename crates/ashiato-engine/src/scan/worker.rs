//! The work of one thread of a scan: take files off the shared queue, read them, decode them, send batches on.

use super::filter::ScanFilter;
use super::shared::Shared;
use crate::coverage::{Damaged, hull};
use crate::source::{Fetched, LogFile, Origin, fetch_object};
use arrow::array::RecordBatch;
use ashiato_event::decode::{DecodePlan, Decoder, FileReport, Input};
use ashiato_event::layout::Format;
use datafusion::error::{DataFusionError, Result};
use datafusion::physical_expr::projection::Projector;
use futures::StreamExt;
use futures::future::{Either, Ready, ready};
use futures::stream::FuturesOrdered;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::task::Poll;
use tokio::sync::mpsc::Sender;

/// Objects that one thread asks a store for ahead of decoding, and at most how many bytes of them.
const AHEAD_OBJECTS: usize = 16;
const AHEAD_BYTES: u64 = 32 << 20;

/// What one thread needs to decode files.
pub(crate) struct Worker {
    pub(crate) shared: Arc<Shared>,
    pub(crate) plan: Arc<DecodePlan>,
    pub(crate) filter: Option<ScanFilter>,
    pub(crate) projector: Projector,
    pub(crate) send: Sender<Result<RecordBatch>>,
    pub(crate) fetch: Option<usize>,
    pub(crate) runtime: tokio::runtime::Handle,
    /// Whether the plan asks for a value of the file.
    pub(crate) reads_constants: bool,
}

impl Worker {
    /// Works until the queue is empty, nobody listens, or enough rows were sent.
    pub(crate) fn run(mut self) {
        let mut decoder = Decoder::new(Arc::clone(&self.plan));
        let done = self.run_files(&mut decoder);
        let done = match done {
            Ok(ControlFlow::Continue(())) => match decoder.finish() {
                Some(batch) => self.forward(batch),
                None => Ok(ControlFlow::Continue(())),
            },
            other => other,
        };
        if let Err(error) = done {
            // Nobody to tell: the query was stopped.
            let _ = self.send.blocking_send(Err(error));
        }
    }

    fn run_files(&mut self, decoder: &mut Decoder) -> Result<ControlFlow<()>> {
        let mut buffer = Vec::new();
        while let Some(files) = self.shared.next_run() {
            let flow = match files.first().map(|file| &file.origin) {
                Some(Origin::Object { .. }) => self.run_objects(decoder, &files, &mut buffer)?,
                _ => self.run_local(decoder, &files, &mut buffer)?,
            };
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn run_local(&mut self, decoder: &mut Decoder, files: &[LogFile], buffer: &mut Vec<u8>) -> Result<ControlFlow<()>> {
        for file in files {
            let Origin::Local(path) = &file.origin else { continue };
            let read = read_local(path, file.size, buffer).map_err(|error| error.to_string());
            let flow = match read {
                Ok(()) => self.decode(decoder, file, buffer)?,
                Err(reason) => self.unreadable(file, reason),
            };
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Objects are asked for ahead of decoding, so that the network and the decoder work at the same time.
    fn run_objects(
        &mut self,
        decoder: &mut Decoder,
        files: &[LogFile],
        buffer: &mut Vec<u8>,
    ) -> Result<ControlFlow<()>> {
        let runtime = self.runtime.clone();
        let mut waiting = files.iter();
        let mut ahead: FuturesOrdered<_> = FuturesOrdered::new();
        let mut bytes_ahead = 0;
        loop {
            while ahead.len() < AHEAD_OBJECTS && (bytes_ahead < AHEAD_BYTES || ahead.is_empty()) {
                let Some(file) = waiting.next() else { break };
                bytes_ahead += file.size;
                let get = begun(&runtime, fetch(file.origin.clone()));
                ahead.push_back(async move { (file, get.await) });
            }
            let Some((file, got)) = runtime.block_on(ahead.next()) else { return Ok(ControlFlow::Continue(())) };
            bytes_ahead -= file.size;
            let flow = match got {
                Ok(Fetched::Bytes(bytes)) => self.decode(decoder, file, &bytes)?,
                Ok(Fetched::File(open, bytes)) => match read_first(open, bytes, buffer) {
                    Ok(()) => self.decode(decoder, file, buffer)?,
                    Err(error) => self.unreadable(file, error.to_string()),
                },
                Err(reason) => self.unreadable(file, reason),
            };
            if flow.is_break() {
                return Ok(flow);
            }
        }
    }

    fn decode(&mut self, decoder: &mut Decoder, file: &LogFile, bytes: &[u8]) -> Result<ControlFlow<()>> {
        let constants = if self.reads_constants { constants_of(file) } else { Vec::new() };
        let mut filter = self.filter.take();
        let mut sent = Ok(ControlFlow::Continue(()));
        let input = Input { bytes, constants: &constants };
        let report = decoder.decode(
            input,
            filter.as_mut().map(|filter| filter as &mut dyn ashiato_event::decode::RowFilter),
            &mut |batch| {
                sent = self.forward(batch);
                match &sent {
                    Ok(flow) => *flow,
                    Err(_) => ControlFlow::Break(()),
                }
            },
        );
        self.filter = filter;
        let report = report.map_err(|error| DataFusionError::ArrowError(Box::new(error), None))?;
        let flow = sent?;
        self.shared.progress.done(file.size);
        self.count(file, report);
        // A query that was stopped reads no further, also where no row of its files is wanted and none is sent.
        Ok(if self.send.is_closed() { ControlFlow::Break(()) } else { flow })
    }

    /// Projects a batch and sends it; `Break` when nobody listens or enough rows were sent.
    fn forward(&mut self, batch: RecordBatch) -> Result<ControlFlow<()>> {
        let mut batch = self.projector.project_batch(&batch)?;
        if let Some(left) = self.fetch {
            let rows = batch.num_rows().min(left);
            batch = batch.slice(0, rows);
            self.fetch = Some(left - rows);
            self.shared.rows_sent(rows);
        }
        let rows = batch.num_rows();
        let listening = rows == 0 || self.send.blocking_send(Ok(batch)).is_ok();
        let enough = self.fetch == Some(0) || self.shared.has_enough();
        Ok(if listening && !enough { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    }

    fn unreadable(&self, file: &LogFile, reason: String) -> ControlFlow<()> {
        self.shared.progress.done(file.size);
        self.shared.coverage.add(|coverage| coverage.damaged.push(Damaged { name: file.name(), reason }));
        ControlFlow::Continue(())
    }

    fn count(&self, file: &LogFile, report: FileReport) {
        let is_other = match report.format {
            Format::Digest => true,
            Format::Unknown => !file.promises_a_log() || has_no_records(&report),
            _ => false,
        };
        self.shared.coverage.add(|coverage| {
            coverage.bytes_stored += report.stored_bytes;
            coverage.bytes_text += report.text_bytes;
            if is_other {
                coverage.files_of_other_kinds += 1;
                return;
            }
            coverage.files_read += 1;
            coverage.files_without_needle += u64::from(report.skipped_by_needle);
            coverage.records += report.records;
            coverage.records_refused += report.refused;
            coverage.event_times = hull(coverage.event_times, report.event_times);
            coverage.delivered = hull(coverage.delivered, super::prune::delivered(file));
            if let Some(damage) = report.damage {
                let reason = format!("{} at byte {}", damage.reason, damage.byte);
                coverage.damaged.push(Damaged { name: file.name(), reason });
            }
            let first = report.refusals.first();
            if let Some(refusal) = first {
                let more = match report.refused {
                    0 | 1 => String::new(),
                    refused => format!(" (and {} more records)", refused - 1),
                };
                let reason = format!("record {} at byte {}: {}{more}", refusal.record, refusal.byte, refusal.reason);
                coverage.damaged.push(Damaged { name: file.name(), reason });
            }
        });
    }
}

/// Whether a file is whole JSON that is no log: a manifest, a configuration.
fn has_no_records(report: &FileReport) -> bool {
    report.damage.as_ref().is_some_and(|damage| damage.reason == "no CloudTrail records")
}

type Get = std::result::Result<Fetched, String>;

/// Begins to fetch. What is there at once, in a store of this process, costs no other thread anything.
fn begun(
    runtime: &tokio::runtime::Handle,
    get: impl Future<Output = Get> + Send + 'static,
) -> Either<Ready<Get>, impl Future<Output = Get>> {
    let mut get = Box::pin(get);
    match runtime.block_on(async { futures::poll!(get.as_mut()) }) {
        Poll::Ready(got) => Either::Left(ready(got)),
        Poll::Pending => {
            let task = runtime.spawn(get);
            Either::Right(async { task.await.unwrap_or_else(|stopped| Err(stopped.to_string())) })
        }
    }
}

async fn fetch(origin: Origin) -> Get {
    match origin {
        Origin::Object { store, path, .. } => fetch_object(store.as_ref(), &path).await,
        Origin::Local(path) => {
            tokio::fs::read(&path).await.map(|bytes| Fetched::Bytes(bytes.into())).map_err(|error| error.to_string())
        }
    }
}

/// Reads a file into a reused buffer. One byte more is asked for than the listing found: where that does not come, the
/// file ends there, which spares the calls that ask for its size and its end. They cost as much as a small file's
/// bytes do. A file that has grown or shrunk since is read as it is now.
fn read_local(path: &std::path::Path, size: u64, buffer: &mut Vec<u8>) -> std::io::Result<()> {
    let size = usize::try_from(size).unwrap_or(usize::MAX - 1);
    let mut file = std::fs::File::open(path)?;
    if buffer.len() <= size {
        buffer.resize(size + 1, 0);
    }
    let read = match file.read(&mut buffer[..=size]) {
        // Nothing was read: what follows begins at the start.
        Err(error) if error.kind() == std::io::ErrorKind::Interrupted => 0,
        read => read?,
    };
    buffer.truncate(read);
    if read != size {
        file.read_to_end(buffer)?;
    }
    Ok(())
}

/// Reads the first bytes of an open file into a reused buffer.
fn read_first(mut file: std::fs::File, bytes: u64, buffer: &mut Vec<u8>) -> std::io::Result<()> {
    buffer.resize(usize::try_from(bytes).map_err(std::io::Error::other)?, 0);
    file.read_exact(buffer)
}

/// The values of the columns that tell of the file: name, time and size, then those of its folder.
fn constants_of(file: &LogFile) -> Vec<Option<String>> {
    let modified = chrono::DateTime::from_timestamp_millis(file.modified);
    let modified = modified.map(|time| time.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string());
    let told = [Some(file.name()), modified, Some(file.size.to_string())];
    told.into_iter().chain(file.partition.iter().cloned()).collect()
}
