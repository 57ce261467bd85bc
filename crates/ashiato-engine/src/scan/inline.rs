//! A partition of a scan that decodes where its batches are asked for.
//!
//! A batch is then counted, filtered or grouped on the core whose cache it lies in, and no thread wakes another for it:
//! of a query over every column that was a tenth. What takes long is left to a thread of its own: objects, which must be
//! waited for, and files whose text is long or cannot be had whole, so that what they give is taken as it comes.

use super::worker::{Outlet, Worker, read_local};
use crate::coverage::AtWork;
use crate::source::{LogFile, Origin};
use arrow::array::RecordBatch;
use ashiato_event::decode::Decoder;
use datafusion::error::{DataFusionError, Result};
use futures::Stream;
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{self, Receiver};
use tokio::task::JoinHandle;

/// The longest file, as it is stored, that is read where its batches are asked for, and the longest text of one.
const FILE_BYTES_MAX: u64 = 1 << 20;
const TEXT_BYTES_MAX: usize = 32 << 20;

/// How long others wait for the thread.
const TURN: Duration = Duration::from_millis(5);

/// What decodes, and the files that it has taken off the queue.
struct Hands {
    worker: Worker,
    decoder: Decoder,
    buffer: Vec<u8>,
    files: std::vec::IntoIter<LogFile>,
    /// Dropped last, wherever the hands are then: only when nothing more is counted is the coverage final.
    _at_work: AtWork,
}

/// What came of a step.
enum Step {
    /// Perhaps batches.
    Done,
    /// These files are for another thread.
    Away(Vec<LogFile>),
    /// There is no more.
    Last,
}

enum State {
    /// Nothing was asked for yet.
    New(Worker, AtWork),
    Here(Box<Hands>),
    /// Another thread reads a file, and gives back the hands.
    Away(Receiver<Result<RecordBatch>>, JoinHandle<Result<Option<Box<Hands>>>>),
    /// Nothing comes after these.
    Ending(VecDeque<RecordBatch>),
}

/// The batches of a partition.
pub(super) fn batches(worker: Worker, at_work: AtWork) -> impl Stream<Item = Result<RecordBatch>> {
    futures::stream::try_unfold(State::New(worker, at_work), next)
}

/// The next batch, and what there is after it.
async fn next(mut state: State) -> Result<Option<(RecordBatch, State)>> {
    let mut turn = Instant::now();
    loop {
        state = match state {
            State::New(worker, at_work) => State::Here(Box::new(Hands::new(worker, at_work))),
            State::Here(mut hands) => {
                if let Some(batch) = hands.ready() {
                    return Ok(Some((batch, State::Here(hands))));
                }
                if turn.elapsed() > TURN {
                    tokio::task::yield_now().await;
                    turn = Instant::now();
                }
                match hands.step()? {
                    Step::Done => State::Here(hands),
                    Step::Away(files) => away(hands, files),
                    Step::Last => State::Ending(hands.rest()),
                }
            }
            State::Away(mut batches, task) => match batches.recv().await {
                Some(batch) => return Ok(Some((batch?, State::Away(batches, task)))),
                None => match task.await {
                    Ok(hands) => match hands? {
                        Some(hands) => State::Here(hands),
                        None => State::Ending(VecDeque::new()),
                    },
                    Err(stopped) => match stopped.try_into_panic() {
                        Ok(panic) => std::panic::resume_unwind(panic),
                        Err(stopped) => return Err(DataFusionError::External(Box::new(stopped))),
                    },
                },
            },
            State::Ending(mut batches) => {
                return Ok(batches.pop_front().map(|batch| (batch, State::Ending(batches))));
            }
        };
    }
}

/// Has another thread read some files.
fn away(mut hands: Box<Hands>, files: Vec<LogFile>) -> State {
    let (send, batches) = mpsc::channel(1);
    let task = tokio::task::spawn_blocking(move || {
        hands.worker.outlet = Outlet::Channel(send);
        let flow = hands.worker.run_files(&mut hands.decoder, &files, &mut hands.buffer)?;
        hands.worker.outlet = Outlet::Queue(VecDeque::new());
        Ok(flow.is_continue().then_some(hands))
    });
    State::Away(batches, task)
}

impl Hands {
    fn new(worker: Worker, at_work: AtWork) -> Hands {
        let decoder = worker.decoder();
        Hands { worker, decoder, buffer: Vec::new(), files: Vec::new().into_iter(), _at_work: at_work }
    }

    /// A batch that was decoded and not yet given.
    fn ready(&mut self) -> Option<RecordBatch> {
        match &mut self.worker.outlet {
            Outlet::Queue(batches) => batches.pop_front(),
            Outlet::Channel(_) => None,
        }
    }

    /// What was decoded last.
    fn rest(self) -> VecDeque<RecordBatch> {
        match self.worker.outlet {
            Outlet::Queue(batches) => batches,
            Outlet::Channel(_) => VecDeque::new(),
        }
    }

    /// Decodes one more file.
    fn step(&mut self) -> Result<Step> {
        let Some(file) = self.next_file() else {
            if let Some(batch) = self.decoder.finish() {
                let _ = self.worker.forward(batch)?;
            }
            return Ok(Step::Last);
        };
        let path = match &file.origin {
            Origin::Local(path) if file.size <= FILE_BYTES_MAX => path,
            Origin::Local(_) => return Ok(Step::Away(vec![file])),
            // Objects are fetched ahead of decoding, so all that were taken go together.
            Origin::Object { .. } => return Ok(Step::Away(std::iter::once(file).chain(self.files.by_ref()).collect())),
        };
        if let Err(error) = read_local(path, file.size, &mut self.buffer) {
            let _ = self.worker.unreadable(&file, error.to_string());
            return Ok(Step::Done);
        }
        let Hands { worker, decoder, buffer, .. } = self;
        Ok(match worker.decode_whole(decoder, &file, buffer, TEXT_BYTES_MAX)? {
            None => Step::Away(vec![file]),
            Some(ControlFlow::Continue(())) => Step::Done,
            Some(ControlFlow::Break(())) => Step::Last,
        })
    }

    fn next_file(&mut self) -> Option<LogFile> {
        if self.files.len() == 0 {
            self.files = self.worker.shared.next_run()?.into_iter();
        }
        self.files.next()
    }
}
