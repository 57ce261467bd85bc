//! What reading a folder of logs costs, from nothing but decompression up to every column.
//!
//! `floor [--threads N] [--mode MODE] [--repeat N] [--batch ROWS] DIR` reads every file under DIR and prints one line of JSON with CPU
//! seconds, wall seconds, bytes and rows. `decompress`, the mode unless told, is libdeflate into a reused buffer and
//! nothing else: the floor that benchmarks are measured against. The others decode:
//!
//! - `count`: records
//! - `needle=TEXT`: all columns of the records with this access key
//! - `columns=a,b,c`: these members, as strings
//! - `root`: the event names of what the root user did
//! - `errors`: event name, error code and message of the calls that failed
//! - `buckets`: the request parameters of calls to S3
//! - `athena`, `lake`: every column of these tables

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use arrow::array::{AsArray, BooleanArray, RecordBatch};
use arrow::compute::is_not_null;
use arrow::compute::kernels::cmp;
use arrow::datatypes::{DataType, Field};
use arrow::error::ArrowError;
use ashiato_event::decode::{DecodePlan, Decoder, FieldRequest, Input, RowFilter, ValueSource};
use ashiato_event::needle::{Needle, Prefilter};
use ashiato_event::schema;

/// The allocator of the `ashiato` command: what it costs to build batches depends on it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => {
            for _ in 0..arguments.repeat {
                run(&arguments);
            }
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("floor: {message}");
            ExitCode::from(2)
        }
    }
}

struct Arguments {
    threads: usize,
    repeat: usize,
    mode: String,
    task: Task,
    files: Vec<PathBuf>,
}

#[derive(Clone)]
enum Task {
    Decompress,
    Decode { plan: Arc<DecodePlan>, keeps: Option<Keeps> },
}

impl Arguments {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
        let (mut threads, mut repeat, mut batch) = (1, 1, DecodePlan::default().batch_records);
        let (mut mode, mut folder) = ("decompress".to_owned(), None);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} needs a value"));
            let number = |text: String| text.parse::<usize>().map_err(|_| format!("{text} is no number"));
            match word.as_str() {
                "--threads" => threads = number(value()?)?.max(1),
                "--repeat" => repeat = number(value()?)?,
                "--batch" => batch = number(value()?)?,
                "--mode" => mode = value()?,
                _ => folder = Some(PathBuf::from(word)),
            }
        }
        let folder = folder.ok_or("which folder?")?;
        let mut files = Vec::new();
        walk(&folder, &mut files).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Arguments { threads, repeat, task: task(&mode, batch)?, mode, files })
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn text_member(path: &[&str]) -> FieldRequest {
    let name = path.join(".");
    let path = path.iter().map(|name| (*name).to_owned()).collect();
    FieldRequest { source: ValueSource::Member(path), field: Arc::new(Field::new(name, DataType::Utf8View, true)) }
}

/// All of a plan, but for what is the same in every mode.
fn filtered(path: &[&str], needle: Needle, keeps: Keeps, output: Vec<FieldRequest>) -> (DecodePlan, Option<Keeps>) {
    let prefilter = Prefilter { all_of: vec![vec![needle]] };
    (DecodePlan { filter: vec![text_member(path)], output, prefilter, ..DecodePlan::default() }, Some(keeps))
}

fn equality(path: &[&str], value: &str, output: Vec<FieldRequest>) -> (DecodePlan, Option<Keeps>) {
    filtered(path, Needle::Value(value.to_owned()), Keeps::Equal(value.to_owned()), output)
}

fn task(mode: &str, batch_records: usize) -> Result<Task, String> {
    let all = |output| (DecodePlan { output, ..DecodePlan::default() }, None);
    let members = |names: &str| names.split(',').map(|name| text_member(&[name])).collect();
    let athena = || FieldRequest::whole_schema(&schema::athena());
    let (plan, keeps) = match mode.split_once('=').unwrap_or((mode, "")) {
        ("decompress", _) => return Ok(Task::Decompress),
        ("count", _) => all(Vec::new()),
        ("athena", _) => all(athena()),
        ("lake", _) => all(FieldRequest::whole_schema(&schema::lake())),
        ("needle", value) => equality(&["useridentity", "accesskeyid"], value, athena()),
        ("root", _) => equality(&["useridentity", "type"], "Root", members("eventname")),
        ("errors", _) => {
            let needle = Needle::Key("errorcode".to_owned());
            filtered(&["errorcode"], needle, Keeps::Present, members("eventname,errorcode,errormessage"))
        }
        ("buckets", _) => equality(&["eventsource"], "s3.amazonaws.com", members("requestparameters")),
        ("columns", names) => all(members(names)),
        _ => return Err(format!("there is no mode {mode}")),
    };
    Ok(Task::Decode { plan: Arc::new(DecodePlan { batch_records, ..plan }), keeps })
}

/// Keeps the rows whose only filter column is a text.
#[derive(Clone)]
enum Keeps {
    /// This one.
    Equal(String),
    /// Any.
    Present,
}

impl RowFilter for Keeps {
    fn select(&mut self, columns: &RecordBatch) -> Result<BooleanArray, ArrowError> {
        match self {
            Keeps::Equal(text) => cmp::eq(columns.column(0), &arrow::array::StringViewArray::new_scalar(&*text)),
            Keeps::Present => is_not_null(columns.column(0)),
        }
    }
}

#[derive(Default)]
struct Totals {
    cpu_seconds: f64,
    stored_bytes: u64,
    text_bytes: u64,
    rows: u64,
    value_bytes: u64,
}

fn run(arguments: &Arguments) {
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    let totals: Vec<Totals> = std::thread::scope(|scope| {
        let work = || scope.spawn(|| worker(&arguments.task, &arguments.files, &next));
        let workers: Vec<_> = (0..arguments.threads).map(|_| work()).collect();
        workers.into_iter().map(|worker| worker.join().expect("a worker does not panic")).collect()
    });
    let wall = start.elapsed().as_secs_f64();
    let sum = |of: fn(&Totals) -> u64| totals.iter().map(of).sum::<u64>();
    let cpu: f64 = totals.iter().map(|totals| totals.cpu_seconds).sum();
    println!(
        "{{\"mode\":\"{}\",\"cpu_seconds\":{cpu:.4},\"wall_seconds\":{wall:.4},\"files\":{},\"stored_bytes\":{},\
         \"text_bytes\":{},\"rows\":{},\"value_bytes\":{}}}",
        arguments.mode,
        arguments.files.len(),
        sum(|totals| totals.stored_bytes),
        sum(|totals| totals.text_bytes),
        sum(|totals| totals.rows),
        sum(|totals| totals.value_bytes),
    );
}

fn worker(task: &Task, files: &[PathBuf], next: &AtomicUsize) -> Totals {
    let before = thread_cpu_seconds();
    let mut totals = Totals::default();
    let mut stored = Vec::new();
    let mut text = Vec::new();
    let mut decompressor = libdeflater::Decompressor::new();
    let (mut decoder, mut filter) = match task {
        Task::Decompress => (None, None),
        Task::Decode { plan, keeps } => (Some(Decoder::new(plan.clone())), keeps.clone()),
    };
    while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
        if let Err(error) = read(path, &mut stored) {
            eprintln!("floor: {}: {error}", path.display());
            continue;
        }
        totals.stored_bytes += stored.len() as u64;
        let Some(decoder) = &mut decoder else {
            totals.text_bytes += decompress(&mut decompressor, &stored, &mut text);
            continue;
        };
        let mut emit = |batch: RecordBatch| {
            totals.rows += batch.num_rows() as u64;
            totals.value_bytes += first_column_bytes(&batch);
            ControlFlow::Continue(())
        };
        let filter = filter.as_mut().map(|filter| filter as &mut dyn RowFilter);
        let input = Input { bytes: &stored, constants: &[] };
        match decoder.decode(input, filter, &mut emit) {
            Ok(report) => totals.text_bytes += report.text_bytes,
            Err(error) => eprintln!("floor: {}: {error}", path.display()),
        }
    }
    if let Some(batch) = decoder.as_mut().and_then(Decoder::finish) {
        totals.rows += batch.num_rows() as u64;
        totals.value_bytes += first_column_bytes(&batch);
    }
    totals.cpu_seconds = thread_cpu_seconds() - before;
    totals
}

fn read(path: &Path, into: &mut Vec<u8>) -> std::io::Result<()> {
    use std::io::Read;
    into.clear();
    fs::File::open(path)?.read_to_end(into).map(|_| ())
}

/// One gzip member, its length taken from its last bytes; anything else counts as nothing.
fn decompress(decompressor: &mut libdeflater::Decompressor, stored: &[u8], text: &mut Vec<u8>) -> u64 {
    let Some(length) = stored.last_chunk().map(|length| u32::from_le_bytes(*length) as usize) else { return 0 };
    if !stored.starts_with(&[0x1f, 0x8b]) {
        return 0;
    }
    if text.len() < length {
        text.resize(length, 0);
    }
    decompressor.gzip_decompress(stored, &mut text[..length]).unwrap_or(0) as u64
}

/// Something of each batch is looked at, as a query would.
fn first_column_bytes(batch: &RecordBatch) -> u64 {
    let first = batch.columns().first().and_then(|column| column.as_string_view_opt());
    first.map_or(0, |column| column.iter().flatten().map(|text| text.len() as u64).sum())
}

/// The time this thread was on a processor, which Linux counts in nanoseconds.
fn thread_cpu_seconds() -> f64 {
    let counted = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    counted.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok()).unwrap_or(0.0) / 1e9
}
