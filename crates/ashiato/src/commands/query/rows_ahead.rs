//! Rows asked for by a task of their own.
//!
//! A small query may do all its work where its stream is asked for rows. The thread that draws the progress and
//! hears Ctrl-C must not be the one that does it; and while one batch is written, the next is computed.

use arrow::array::RecordBatch;
use futures::{Stream, StreamExt};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// One batch in writing and one ready: more would only cost memory.
const BATCHES_READY: usize = 1;

/// The far end of a stream that a task reads.
pub(super) struct RowsAhead {
    batches: mpsc::Receiver<anyhow::Result<RecordBatch>>,
    task: Option<JoinHandle<()>>,
}

impl RowsAhead {
    /// Starts to read. Needs a runtime.
    pub(super) fn of(stream: impl Stream<Item = anyhow::Result<RecordBatch>> + Send + 'static) -> RowsAhead {
        let (sender, batches) = mpsc::channel(BATCHES_READY);
        let task = tokio::spawn(async move {
            let mut stream = std::pin::pin!(stream);
            while let Some(batch) = stream.next().await {
                if sender.send(batch).await.is_err() {
                    // Nobody wants more: the stream goes, and with it the work behind it.
                    return;
                }
            }
        });
        RowsAhead { batches, task: Some(task) }
    }

    /// The next batch; `None` once the stream has ended and is gone.
    pub(super) async fn next(&mut self) -> Option<anyhow::Result<RecordBatch>> {
        if let Some(batch) = self.batches.recv().await {
            return Some(batch);
        }
        // The channel also closes when the task dies, which must not pass for the answer's end.
        match self.task.take()?.await {
            Ok(()) => None,
            Err(fault) => Some(Err(anyhow::Error::new(fault).context("the query stopped on a fault of the engine"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::array::Int64Array;
    use futures::stream;
    use std::sync::Arc;

    fn batch(value: i64) -> RecordBatch {
        let column = Arc::new(Int64Array::from(vec![value]));
        RecordBatch::try_from_iter([("n", column as _)]).expect("one column")
    }

    #[tokio::test]
    async fn every_batch_arrives_in_order() {
        let mut rows = RowsAhead::of(stream::iter((0..50).map(|value| Ok(batch(value)))));
        for value in 0..50 {
            let arrived = rows.next().await.expect("there are more").expect("no batch fails");
            assert_eq!(arrived, batch(value));
        }
        assert!(rows.next().await.is_none());
        assert!(rows.next().await.is_none());
    }

    #[tokio::test]
    async fn a_panic_is_an_error_and_not_an_end() {
        let faulty = stream::iter(0..2).map(|value| match value {
            0 => Ok(batch(0)),
            _ => panic!("a fault"),
        });
        let mut rows = RowsAhead::of(faulty);
        assert!(rows.next().await.expect("the first batch").is_ok());
        let error = rows.next().await.expect("the fault").expect_err("a fault is no batch");
        assert!(error.to_string().contains("fault of the engine"), "{error}");
        assert!(rows.next().await.is_none());
    }
}
