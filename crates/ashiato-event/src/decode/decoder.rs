//! The decoder that callers hold, one a thread.

use std::io::BufRead;
use std::ops::ControlFlow;
use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::error::ArrowError;
use libdeflater::Decompressor;

use super::file::{FileState, Sinks};
use super::rows::Rows;
use super::{DecodePlan, FileReport, Input, RowFilter};
use crate::needle::Search;
use crate::scan::{LongContainer, Places, Reached, Span};
use crate::simd::Isa;
use crate::source::{Compression, Stored, Stream, StreamFault, inflate_whole};

/// Decodes files one after the other with reused memory. One a thread.
pub struct Decoder {
    work: Result<Work, String>,
    decompressor: Decompressor,
    /// Decompressed text, used again for each file. Its length is what was ever needed.
    text: Vec<u8>,
}

/// What of a plan is prepared once, and the rows in the making.
pub(crate) struct Work {
    pub(crate) plan: Arc<DecodePlan>,
    pub(crate) isa: Isa,
    /// Shared, so that a pass can hold on to it while it changes the rest.
    pub(crate) search: Arc<Search>,
    pub(crate) filter: Rows,
    pub(crate) output: Rows,
    /// The places of the filter's columns.
    pub(crate) filter_places: Places,
    /// The same, with the same slots, and those of the output's columns.
    pub(crate) places: Places,
    /// Records are walked for all places before the filter is asked, as it accepted most of the last ones.
    pub(crate) fused: bool,
    /// Memory for the spans of records that wait, used again for each window. Empty.
    pub(crate) spans: Vec<Span>,
}

impl Work {
    fn new(plan: Arc<DecodePlan>, isa: Isa) -> Result<Work, ArrowError> {
        let search = Search::new(isa, &plan.prefilter);
        let mut places = Places::new();
        let filter = Rows::new(isa, &plan.filter, &mut places)?;
        let filter_places = places.clone();
        let mut output = Rows::new(isa, &plan.output, &mut places)?;
        // A walk also notes the places of the filter's columns.
        output.columns.fit(places.slots());
        Ok(Work {
            isa,
            // A record that holds the needles is likely accepted.
            fused: search.is_active(),
            search: Arc::new(search),
            filter,
            output,
            filter_places,
            places,
            spans: Vec::new(),
            plan,
        })
    }

    /// Whether a filter is asked. One without columns could not tell records apart: then all are kept.
    fn filters(&self) -> bool {
        !self.plan.filter.is_empty()
    }
}

impl Decoder {
    /// A decoder for any number of files.
    pub fn new(plan: Arc<DecodePlan>) -> Decoder {
        Decoder::with_isa(plan, Isa::detect())
    }

    /// A decoder for one instruction set, for tests that compare them.
    fn with_isa(plan: Arc<DecodePlan>, isa: Isa) -> Decoder {
        // A type that cannot be decoded to is told by the first file, so that making a decoder does not fail.
        let work = Work::new(plan, isa).map_err(|error| error.to_string());
        Decoder { work, decompressor: Decompressor::new(), text: Vec::new() }
    }

    /// Decodes one file. Full batches go to `emit`, which may stop the reading at once by breaking; rows that do not
    /// fill a batch stay for the next file or [`Decoder::finish`].
    ///
    /// Damaged input is no error but stands in the report. An error comes from the filter, or from a plan whose columns
    /// cannot be decoded to: an unknown type, a member that may not be NULL, a value that the file does not bring.
    pub fn decode(
        &mut self,
        input: Input<'_>,
        filter: Option<&mut dyn RowFilter>,
        emit: &mut dyn FnMut(RecordBatch) -> ControlFlow<()>,
    ) -> Result<FileReport, ArrowError> {
        Ok(self.read(input, None, filter, emit)?.unwrap_or_default())
    }

    /// Decodes one file as [`Decoder::decode`] does, where its text can be had whole and has at most so many bytes: so
    /// much `emit` must be ready to take. Gives nothing, and nothing was done, where it cannot.
    pub fn decode_whole(
        &mut self,
        input: Input<'_>,
        text_bytes_max: usize,
        filter: Option<&mut dyn RowFilter>,
        emit: &mut dyn FnMut(RecordBatch) -> ControlFlow<()>,
    ) -> Result<Option<FileReport>, ArrowError> {
        self.read(input, Some(text_bytes_max), filter, emit)
    }

    fn read(
        &mut self,
        input: Input<'_>,
        whole_only: Option<usize>,
        filter: Option<&mut dyn RowFilter>,
        emit: &mut dyn FnMut(RecordBatch) -> ControlFlow<()>,
    ) -> Result<Option<FileReport>, ArrowError> {
        let work = prepared(&mut self.work, input.constants)?;
        let compression = Compression::of(input.bytes);
        let mut file = FileState::new(compression, input.bytes.len());
        let filter: Option<&mut dyn RowFilter> = match filter {
            Some(filter) if work.filters() => Some(filter),
            _ => None,
        };
        let mut sinks = Sinks { filter, emit, constants: input.constants };
        let limits = work.plan.limits;
        if compression == Compression::Plain && whole_only.is_none_or(|most| input.bytes.len() <= most) {
            file.window(work, &mut sinks, input.bytes, true)?;
            return Ok(Some(file.finish()));
        }
        let whole_max = limits
            .whole_text_bytes_max
            .min(usize::try_from(limits.text_bytes_max).unwrap_or(usize::MAX))
            .min(whole_only.unwrap_or(usize::MAX));
        if compression == Compression::Gzip
            && let Some(length) = inflate_whole(&mut self.decompressor, input.bytes, whole_max, &mut self.text)
        {
            file.window(work, &mut sinks, &self.text[..length], true)?;
            return Ok(Some(file.finish()));
        }
        if whole_only.is_some() {
            return Ok(None);
        }
        match Stream::new(compression, Stored::new(input.bytes), input.bytes.len() as u64) {
            Ok(stream) => decode_windows(work, &mut file, &mut sinks, stream, &mut self.text)?,
            Err(fault) => file.report.damaged(fault.byte, fault.reason),
        }
        Ok(Some(file.finish()))
    }

    /// Decodes one file as [`Decoder::decode`] does, while it is read: for files that are too long to be held whole.
    /// What cannot be read is damage where it stands.
    pub fn decode_stream(
        &mut self,
        stored: impl BufRead,
        stored_bytes: u64,
        constants: &[Option<String>],
        filter: Option<&mut dyn RowFilter>,
        emit: &mut dyn FnMut(RecordBatch) -> ControlFlow<()>,
    ) -> Result<FileReport, ArrowError> {
        let mut stored = Stored::new(stored);
        let compression = stored.peek().map(Compression::of);
        let stored_as = usize::try_from(stored_bytes).unwrap_or(usize::MAX);
        let mut file = FileState::new(compression.as_ref().copied().unwrap_or_default(), stored_as);
        let compression = match compression {
            Ok(compression) => compression,
            Err(error) => {
                file.report.damaged(0, error.to_string());
                return Ok(file.finish());
            }
        };
        let Decoder { work, text, .. } = self;
        let work = prepared(work, constants)?;
        let filter: Option<&mut dyn RowFilter> = match filter {
            Some(filter) if work.filters() => Some(filter),
            _ => None,
        };
        let mut sinks = Sinks { filter, emit, constants };
        match Stream::new(compression, stored, stored_bytes) {
            Ok(stream) => decode_windows(work, &mut file, &mut sinks, stream, text)?,
            Err(fault) => file.report.damaged(fault.byte, fault.reason),
        }
        Ok(file.finish())
    }

    /// The rows still pending, if any. The decoder can go on afterwards.
    pub fn finish(&mut self) -> Option<RecordBatch> {
        let output = &mut self.work.as_mut().ok()?.output;
        (output.rows() > 0).then(|| output.finish())
    }
}

/// What a file is decoded with, once it is known that it can be.
fn prepared<'w>(work: &'w mut Result<Work, String>, constants: &[Option<String>]) -> Result<&'w mut Work, ArrowError> {
    let work = work.as_mut().map_err(|error| ArrowError::InvalidArgumentError(error.clone()))?;
    work.filter.check_constants(constants)?;
    work.output.check_constants(constants)?;
    Ok(work)
}

/// Decodes text that comes in pieces. What is left of a window after its last whole record begins the next one.
fn decode_windows(
    work: &mut Work,
    file: &mut FileState,
    sinks: &mut Sinks<'_>,
    mut stream: Stream<'_>,
    text: &mut Vec<u8>,
) -> Result<(), ArrowError> {
    let mut limits = work.plan.limits;
    if file.report.compression == Compression::Plain {
        // What lies there as text is as long as it is, and no trap.
        limits.text_bytes_max = u64::MAX;
    }
    let mut window = limits.window_bytes.max(1);
    let mut kept = 0usize;
    loop {
        if text.len() < window {
            text.resize(window, 0);
        }
        let room = usize::try_from(limits.text_bytes_max.saturating_sub(file.read_bytes())).unwrap_or(usize::MAX);
        let end = window.min(kept.saturating_add(room).saturating_add(1));
        let (filled, fault) = stream.fill(&mut text[kept..end]);
        let length = kept + filled;
        let fault = match fault {
            Err(fault) => Some(fault),
            Ok(()) if filled > room => Some(too_long(limits.text_bytes_max, file.report.stored_bytes)),
            Ok(()) => None,
        };
        let last = fault.is_some() || kept + filled < end;
        file.streamed(filled);
        if let Some(StreamFault { byte, reason }) = fault {
            file.report.damaged(byte, reason);
        }
        let consumed = file.window(work, sinks, &text[..length], last)?;
        if last || file.is_stopped() {
            return Ok(());
        }
        if consumed == 0 && length == window {
            if window >= limits.record_bytes_max {
                match pass_long_record(work, file, &mut stream, text, length, limits.text_bytes_max) {
                    Some(rest) => kept = rest,
                    None => {
                        file.ends_here();
                        return Ok(());
                    }
                }
                continue;
            }
            window = window.saturating_mul(2).min(limits.record_bytes_max);
        }
        text.copy_within(consumed..length, 0);
        kept = length - consumed;
    }
}

/// Passes over a record that fills the whole window: it costs itself and nothing that follows. Gives how many bytes of
/// the text after it stand at the buffer's start, or nothing where the text ends before it does.
#[cold]
fn pass_long_record(
    work: &Work,
    file: &mut FileState,
    stream: &mut Stream<'_>,
    text: &mut [u8],
    mut length: usize,
    text_bytes_max: u64,
) -> Option<usize> {
    let reason = format!("a record of more than {length} bytes");
    let mut at = text[..length].iter().position(|byte| !b", \n\r\t".contains(byte)).unwrap_or(length);
    if text.get(at) != Some(&b'{') {
        file.report.damaged(file.offset(), reason);
        return None;
    }
    file.report.refuse(file.report.records, file.offset() + at as u64, reason);
    file.report.records += 1;
    let mut record = LongContainer::default();
    let mut is_last = false;
    loop {
        let (is_end, next) = match record.read(work.isa, &text[at..length], is_last) {
            Reached::End(end) => (true, at + end),
            Reached::Beyond(rest) => (false, at + rest),
        };
        text.copy_within(next..length, 0);
        file.offset += next as u64;
        let kept = length - next;
        if is_end {
            return Some(kept);
        }
        let (filled, fault) = stream.fill(&mut text[kept..]);
        file.streamed(filled);
        let fault = match fault {
            Err(fault) => Some(fault),
            Ok(()) if file.read_bytes() > text_bytes_max => Some(too_long(text_bytes_max, file.report.stored_bytes)),
            Ok(()) if is_last => Some(StreamFault { byte: file.offset(), reason: "the text ends in it".to_string() }),
            Ok(()) => None,
        };
        if let Some(StreamFault { byte, reason }) = fault {
            file.report.damaged(byte, reason);
            return None;
        }
        is_last = filled == 0;
        (at, length) = (0, kept + filled);
    }
}

fn too_long(text_bytes_max: u64, stored_bytes: u64) -> StreamFault {
    let reason = format!("the text is longer than {text_bytes_max} bytes, the limit for one file");
    StreamFault { byte: stored_bytes, reason }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::io::Read;

    use super::*;
    use crate::needle::{Needle, Prefilter};
    use crate::schema;

    /// All that a decoder gives for some bytes.
    fn decoded(isa: Isa, plan: &DecodePlan, bytes: &[u8]) -> (FileReport, Vec<RecordBatch>) {
        let mut decoder = Decoder::with_isa(Arc::new(plan.clone()), isa);
        let mut batches = Vec::new();
        let mut emit = |batch| {
            batches.push(batch);
            ControlFlow::Continue(())
        };
        let report = decoder.decode(Input { bytes, constants: &[] }, None, &mut emit).expect("decoding");
        batches.extend(decoder.finish());
        (report, batches)
    }

    /// Text that is dense in what the scans look for.
    fn dense_text() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "{\"eventName\":\"",
            "\",\"userIdentity\":{\"arn\":\"",
            "\"},\"resources\":[{\"ARN\":\"",
            "\"}]",
            "}",
            "{",
            "[",
            "]",
            "\"",
            "\\",
            "\\\"",
            "\\\\",
            "\\u0041",
            ",",
            ":",
            " ",
            "\n",
            "null",
            "true",
            "12",
            "x",
            "é",
            "a value of some length that goes on over the end of a block of sixty-four bytes",
        ]);
        prop::collection::vec(piece, 0..60).prop_map(|pieces| format!("{{\"Records\":[{}]}}", pieces.concat()))
    }

    /// All that a decoder gives for a file that is read in pieces of so many bytes.
    fn streamed(plan: &DecodePlan, bytes: &[u8], piece: usize) -> (FileReport, Vec<RecordBatch>) {
        let mut decoder = Decoder::new(Arc::new(plan.clone()));
        let mut batches = Vec::new();
        let mut emit = |batch| {
            batches.push(batch);
            ControlFlow::Continue(())
        };
        let stored = std::io::BufReader::with_capacity(piece, bytes);
        let report = decoder.decode_stream(stored, bytes.len() as u64, &[], None, &mut emit).expect("decoding");
        batches.extend(decoder.finish());
        (report, batches)
    }

    /// One after the other, each compressed by itself where it is.
    fn stored(texts: &[String], compression: Compression) -> Vec<u8> {
        let stored = texts.iter().map(|text| match compression {
            Compression::Plain => text.clone().into_bytes(),
            Compression::Zstd => zstd::encode_all(text.as_bytes(), 1).expect("memory takes it"),
            Compression::Gzip => {
                let mut gzip = flate2::bufread::GzEncoder::new(text.as_bytes(), flate2::Compression::fast());
                let mut bytes = Vec::new();
                gzip.read_to_end(&mut bytes).expect("memory takes it");
                bytes
            }
        });
        stored.flatten().collect()
    }

    /// Bytes, and then an error.
    struct Failing<'a>(&'a [u8]);

    impl Read for Failing<'_> {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            match self.0.read(out)? {
                0 => Err(std::io::Error::other("the disk is gone")),
                count => Ok(count),
            }
        }
    }

    #[test]
    fn what_was_read_before_a_disk_failed_counts() {
        let plan =
            DecodePlan { output: super::super::FieldRequest::whole_schema(&schema::lake()), ..DecodePlan::default() };
        let text = r#"{"Records":[{"eventVersion":"1.11","eventName":"A"},{"eventVersion":"1.11","eventName":"#;
        for compression in [Compression::Plain, Compression::Gzip, Compression::Zstd] {
            let bytes = stored(&[text.to_owned()], compression);
            let mut decoder = Decoder::new(Arc::new(plan.clone()));
            let failing = std::io::BufReader::new(Failing(&bytes));
            let mut emit = |_| ControlFlow::Continue(());
            let report = decoder.decode_stream(failing, 1 << 30, &[], None, &mut emit).expect("decoding");
            let damage = report.damage.expect("damage");
            assert_eq!((report.rows, damage.byte, damage.reason.as_str()), (1, bytes.len() as u64, "the disk is gone"));
        }
        let mut decoder = Decoder::new(Arc::new(plan));
        let failing = std::io::BufReader::new(Failing(b""));
        let mut emit = |_| ControlFlow::Continue(());
        let report = decoder.decode_stream(failing, 1 << 30, &[], None, &mut emit).expect("decoding");
        assert_eq!(report.damage.expect("damage").reason, "the disk is gone");
    }

    /// Members are gone through one after the other, not one within the other.
    #[test]
    fn a_hundred_thousand_gzip_members_are_one_text() {
        let plan =
            DecodePlan { output: super::super::FieldRequest::whole_schema(&schema::lake()), ..DecodePlan::default() };
        let mut bytes = stored(&["{\"Records\":[".to_owned()], Compression::Gzip);
        bytes.extend(stored(&["{\"eventName\":\"A\"},".to_owned()], Compression::Gzip).repeat(100_000));
        bytes.extend(stored(&["{\"eventName\":\"B\"}]}".to_owned()], Compression::Gzip));
        let (report, _) = streamed(&plan, &bytes, 8 << 10);
        assert_eq!((report.rows, report.damage), (100_001, None));
    }

    proptest! {
        /// A file that is read in pieces gives what it gives when it lies in memory, wherever it is cut off.
        #[test]
        fn a_stream_reads_the_same(
            texts in prop::collection::vec(dense_text(), 1..4),
            compression in prop::sample::select(vec![Compression::Plain, Compression::Gzip, Compression::Zstd]),
            kept in 0.0..1.2,
            piece in 1..40_usize,
        ) {
            let mut plan = DecodePlan { output: super::super::FieldRequest::whole_schema(&schema::lake()), ..DecodePlan::default() };
            // Compressed files are streamed in both cases then.
            plan.limits.whole_text_bytes_max = 0;
            let mut bytes = stored(&texts, compression);
            bytes.truncate((bytes.len() as f64 * kept) as usize);
            prop_assert_eq!(streamed(&plan, &bytes, piece), decoded(Isa::detect(), &plan, &bytes));
        }

        #[test]
        fn every_instruction_set_reads_the_same(text in dense_text()) {
            let mut plan = DecodePlan { output: super::super::FieldRequest::whole_schema(&schema::lake()), ..DecodePlan::default() };
            for needles in [Vec::new(), vec![vec![Needle::Key("arn".to_owned()), Needle::Value("x".to_owned())]]] {
                plan.prefilter = Prefilter { all_of: needles };
                let mut all = Isa::available().into_iter().map(|isa| decoded(isa, &plan, text.as_bytes()));
                let best = all.next().expect("one is always there");
                prop_assert!(all.all(|other| other == best));
            }
        }
    }
}
