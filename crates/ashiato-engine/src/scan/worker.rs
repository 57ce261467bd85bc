//! The work of one partition of a scan: take files off the shared queue, read them, decode them, hand batches on.

use super::filter::ScanFilter;
use super::needles::Late;
use super::shared::Shared;
use crate::coverage::{Damaged, hull};
use crate::source::{Fetched, LogFile, ObjectBytes, Origin, fetch_object};
use arrow::array::RecordBatch;
use arrow::error::ArrowError;
use ashiato_event::decode::{DecodePlan, Decoder, FileReport, Input, RowFilter};
use ashiato_event::layout::Format;
use bytes::{Buf, Bytes};
use datafusion::error::{DataFusionError, Result};
use datafusion::physical_expr::projection::Projector;
use futures::StreamExt;
use futures::future::{Either, Ready, ready};
use futures::stream::FuturesOrdered;
use std::collections::VecDeque;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::task::Poll;
use tokio::sync::mpsc::Sender;

/// Objects that one thread asks a store for ahead of decoding, and at most how many bytes of them.
const AHEAD_OBJECTS: usize = 16;
const AHEAD_BYTES: u64 = 32 << 20;

/// The longest file, as it is stored, that is held whole. A longer one is decoded while it is read.
const HELD_BYTES_MAX: u64 = 16 << 20;
const STREAM_BUFFER_BYTES: usize = 256 << 10;

type RowFilterOf<'f> = Option<&'f mut dyn RowFilter>;
type EmitTo<'e> = &'e mut dyn FnMut(RecordBatch) -> ControlFlow<()>;

/// Where batches go.
pub(crate) enum Outlet {
    /// To another thread, which may have gone.
    Channel(Sender<Result<RecordBatch>>),
    /// To whoever runs the worker, after each file.
    Queue(VecDeque<RecordBatch>),
}

/// What one partition needs to decode files.
pub(crate) struct Worker {
    pub(crate) shared: Arc<Shared>,
    pub(crate) plan: Arc<DecodePlan>,
    /// What the plan is to seek besides, known when the first row is asked for.
    pub(crate) late: Option<Late>,
    pub(crate) filter: Option<ScanFilter>,
    pub(crate) projector: Projector,
    pub(crate) outlet: Outlet,
    pub(crate) fetch: Option<usize>,
    pub(crate) runtime: tokio::runtime::Handle,
    /// Whether the plan asks for a value of the file.
    pub(crate) reads_constants: bool,
}

impl Worker {
    /// What decodes for it. Made when the first row is asked for.
    pub(crate) fn decoder(&self) -> Decoder {
        Decoder::new(match &self.late {
            Some(late) => Arc::new(DecodePlan { prefilter: late.prefilter(), ..DecodePlan::clone(&self.plan) }),
            None => Arc::clone(&self.plan),
        })
    }

    /// Decodes files that were taken off the queue together, on a thread that may wait.
    pub(crate) fn run_files(
        &mut self,
        decoder: &mut Decoder,
        files: &[LogFile],
        buffer: &mut Vec<u8>,
    ) -> Result<ControlFlow<()>> {
        match files.first().map(|file| &file.origin) {
            Some(Origin::Object { .. }) => self.run_objects(decoder, files, buffer),
            _ => self.run_local(decoder, files, buffer),
        }
    }

    fn run_local(&mut self, decoder: &mut Decoder, files: &[LogFile], buffer: &mut Vec<u8>) -> Result<ControlFlow<()>> {
        for file in files {
            let Origin::Local(path) = &file.origin else { continue };
            let flow = if file.size > HELD_BYTES_MAX {
                match std::fs::File::open(path) {
                    Ok(open) => self.decode_stream(decoder, file, open)?,
                    Err(error) => self.unreadable(file, error.to_string()),
                }
            } else {
                match read_local(path, file.size, buffer) {
                    Ok(()) => self.decode(decoder, file, buffer)?,
                    Err(error) => self.unreadable(file, error.to_string()),
                }
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
                Ok(Fetched::Stream(stream)) => {
                    let chunks = Chunks { runtime: runtime.clone(), stream, chunk: Bytes::new() };
                    self.decode_stream(decoder, file, chunks)?
                }
                Ok(Fetched::File(open, bytes)) if bytes > HELD_BYTES_MAX => {
                    self.decode_stream(decoder, file, open.take(bytes))?
                }
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
        let flow = self.decoded(decoder, file, |decoder, constants, filter, emit| {
            decoder.decode(Input { bytes, constants }, filter, emit).map(Some)
        })?;
        Ok(flow.unwrap_or(ControlFlow::Continue(())))
    }

    /// Decodes a file whose text can be had whole and is short enough. Nothing, and nothing was done, where it cannot.
    pub(crate) fn decode_whole(
        &mut self,
        decoder: &mut Decoder,
        file: &LogFile,
        bytes: &[u8],
        text_bytes_max: usize,
    ) -> Result<Option<ControlFlow<()>>> {
        self.decoded(decoder, file, |decoder, constants, filter, emit| {
            decoder.decode_whole(Input { bytes, constants }, text_bytes_max, filter, emit)
        })
    }

    /// Decodes a file while it is read.
    fn decode_stream(&mut self, decoder: &mut Decoder, file: &LogFile, stored: impl Read) -> Result<ControlFlow<()>> {
        let stored = BufReader::with_capacity(STREAM_BUFFER_BYTES, stored);
        let flow = self.decoded(decoder, file, |decoder, constants, filter, emit| {
            decoder.decode_stream(stored, file.size, constants, filter, emit).map(Some)
        })?;
        Ok(flow.unwrap_or(ControlFlow::Continue(())))
    }

    /// Decodes a file in one of these ways; nothing where that cannot be.
    fn decoded(
        &mut self,
        decoder: &mut Decoder,
        file: &LogFile,
        decode: impl FnOnce(
            &mut Decoder,
            &[Option<String>],
            RowFilterOf<'_>,
            EmitTo<'_>,
        ) -> std::result::Result<Option<FileReport>, ArrowError>,
    ) -> Result<Option<ControlFlow<()>>> {
        let constants = if self.reads_constants { constants_of(file) } else { Vec::new() };
        let mut filter = self.filter.take();
        let mut sent = Ok(ControlFlow::Continue(()));
        let row_filter = filter.as_mut().map(|filter| filter as &mut dyn RowFilter);
        let report = decode(decoder, &constants, row_filter, &mut |batch| {
            sent = self.forward(batch);
            match &sent {
                Ok(flow) => *flow,
                Err(_) => ControlFlow::Break(()),
            }
        });
        self.filter = filter;
        let report = report.map_err(|error| DataFusionError::ArrowError(Box::new(error), None))?;
        let flow = sent?;
        let Some(report) = report else { return Ok(None) };
        self.shared.progress.done(file.size);
        self.count(file, report);
        // A query that was stopped reads no further, also where no row of its files is wanted and none is sent.
        let is_alone = matches!(&self.outlet, Outlet::Channel(send) if send.is_closed());
        Ok(Some(if is_alone { ControlFlow::Break(()) } else { flow }))
    }

    /// Projects a batch and sends it; `Break` when nobody listens or enough rows were sent.
    pub(crate) fn forward(&mut self, batch: RecordBatch) -> Result<ControlFlow<()>> {
        let mut batch = self.projector.project_batch(&batch)?;
        if let Some(left) = self.fetch {
            let rows = batch.num_rows().min(left);
            batch = batch.slice(0, rows);
            self.fetch = Some(left - rows);
            self.shared.rows_sent(rows);
        }
        let rows = batch.num_rows();
        let listening = match &mut self.outlet {
            _ if rows == 0 => true,
            Outlet::Channel(send) => send.blocking_send(Ok(batch)).is_ok(),
            Outlet::Queue(batches) => {
                batches.push_back(batch);
                true
            }
        };
        let enough = self.fetch == Some(0) || self.shared.has_enough();
        Ok(if listening && !enough { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    }

    pub(crate) fn unreadable(&self, file: &LogFile, reason: String) -> ControlFlow<()> {
        self.shared.progress.done(file.size);
        self.shared.file_counted();
        self.shared.coverage.add(|coverage| coverage.damaged.push(Damaged { name: file.name(), reason }));
        ControlFlow::Continue(())
    }

    fn count(&self, file: &LogFile, report: FileReport) {
        let is_other = match report.format {
            Format::Digest => true,
            Format::Unknown => !file.promises_a_log() || has_no_records(&report),
            _ => false,
        };
        self.shared.file_counted();
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

/// An object's bytes as they come, for a thread that may wait.
struct Chunks {
    runtime: tokio::runtime::Handle,
    stream: ObjectBytes,
    /// What came and is not yet read.
    chunk: Bytes,
}

impl Read for Chunks {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while self.chunk.is_empty() {
            match self.runtime.block_on(self.stream.next()) {
                Some(chunk) => self.chunk = chunk.map_err(std::io::Error::other)?,
                None => return Ok(0),
            }
        }
        let count = self.chunk.len().min(out.len());
        self.chunk.split_to(count).copy_to_slice(&mut out[..count]);
        Ok(count)
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
        Origin::Object { store, path, .. } => fetch_object(store.as_ref(), &path, HELD_BYTES_MAX).await,
        Origin::Local(path) => {
            tokio::fs::read(&path).await.map(|bytes| Fetched::Bytes(bytes.into())).map_err(|error| error.to_string())
        }
    }
}

/// Reads a file into a reused buffer. One byte more is asked for than the listing found: where that does not come, the
/// file ends there, which spares the calls that ask for its size and its end. They cost as much as a small file's
/// bytes do. A file that has grown or shrunk since is read as it is now.
pub(crate) fn read_local(path: &std::path::Path, size: u64, buffer: &mut Vec<u8>) -> std::io::Result<()> {
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
