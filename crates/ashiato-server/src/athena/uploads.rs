//! The uploads of one query. Each ends with it: what is neither completed nor given up when its query is stopped, fails
//! or runs into a limit is given up here, where a store would keep its parts for ever.

use async_trait::async_trait;
use object_store::path::Path;
use object_store::{Error, MultipartUpload, PutPayload, PutResult, Result, UploadPart};
use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, watch};

/// What of a query's uploads has not ended.
#[derive(Clone)]
pub(crate) struct Uploads {
    open: Arc<watch::Sender<usize>>,
    /// Not the query's own: those may be busy, and do nothing more for a query that was stopped.
    threads: Handle,
}

impl fmt::Debug for Uploads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Uploads").field("open", &*self.open.borrow()).finish_non_exhaustive()
    }
}

impl Uploads {
    /// None yet. To be called on the server's threads, which then give up what is left.
    pub(crate) fn new() -> Uploads {
        Uploads { open: Arc::new(watch::Sender::new(0)), threads: Handle::current() }
    }

    /// Begins one. Whoever stops waiting for the answer leaves no upload that nobody knows of: it is given up when the
    /// answer comes.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn begin(
        &self,
        location: &Path,
        beginning: impl Future<Output = Result<Box<dyn MultipartUpload>>> + Send + 'static,
    ) -> Result<Box<dyn MultipartUpload>> {
        let open = Open::new(&self.open);
        let (threads, location) = (self.threads.clone(), location.clone());
        let begun = self.threads.spawn(async move {
            let parts = beginning.await?;
            let (sent, gone) = mpsc::channel(1);
            Ok(Watched { begun: Some(Begun { parts, sent, gone, location, open }), threads })
        });
        match begun.await {
            Ok(watched) => watched.map(|watched| Box::new(watched) as _),
            Err(error) => Err(Error::Generic { store: "S3", source: Box::new(error) }),
        }
    }

    /// Done when every upload has ended.
    pub(crate) async fn settled(&self) {
        // The sender is this one's: it does not go away meanwhile.
        let _ = self.open.subscribe().wait_for(|open| *open == 0).await;
    }
}

/// Counts an upload for as long as it is there.
struct Open(Arc<watch::Sender<usize>>);

impl Open {
    fn new(open: &Arc<watch::Sender<usize>>) -> Open {
        open.send_modify(|open| *open += 1);
        Open(Arc::clone(open))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.send_modify(|open| *open -= 1);
    }
}

/// An upload that gives itself up when it is dropped before its end.
struct Watched {
    /// `None` once it has ended.
    begun: Option<Begun>,
    threads: Handle,
}

struct Begun {
    parts: Box<dyn MultipartUpload>,
    /// Held by each part on its way: nothing is ever sent, and `gone` ends when the last of them has gone.
    sent: mpsc::Sender<Infallible>,
    gone: mpsc::Receiver<Infallible>,
    location: Path,
    open: Open,
}

impl Begun {
    /// A part that arrives after the upload was given up could bring it back: it is given up when all have gone.
    async fn give_up(self) {
        let Begun { mut parts, sent, mut gone, location, open } = self;
        drop(sent);
        gone.recv().await;
        if let Err(error) = parts.abort().await {
            tracing::warn!(%location, %error, "give up an upload: its parts may be left in the store");
        }
        drop(open);
    }
}

fn ended() -> Error {
    Error::Generic { store: "S3", source: "the upload has ended".into() }
}

impl fmt::Debug for Watched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watched").field("parts", &self.begun.as_ref().map(|begun| &begun.parts)).finish()
    }
}

#[async_trait]
impl MultipartUpload for Watched {
    fn put_part(&mut self, data: PutPayload) -> UploadPart {
        let Some(begun) = &mut self.begun else { return Box::pin(async { Err(ended()) }) };
        let (part, sent) = (begun.parts.put_part(data), begun.sent.clone());
        Box::pin(async move {
            let done = part.await;
            drop(sent);
            done
        })
    }

    async fn complete(&mut self) -> Result<PutResult> {
        let completed = self.begun.as_mut().ok_or_else(ended)?.parts.complete().await?;
        self.begun = None;
        Ok(completed)
    }

    async fn abort(&mut self) -> Result<()> {
        self.begun.as_mut().ok_or_else(ended)?.parts.abort().await?;
        self.begun = None;
        Ok(())
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if let Some(begun) = self.begun.take() {
            self.threads.spawn(begun.give_up());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
    use tokio::sync::Notify;

    /// A store's side of an upload, whose parts wait until they are let through.
    #[derive(Debug, Clone, Default)]
    struct Stored {
        way: Arc<Notify>,
        aborted: Arc<AtomicUsize>,
    }

    #[async_trait]
    impl MultipartUpload for Stored {
        fn put_part(&mut self, _: PutPayload) -> UploadPart {
            let way = Arc::clone(&self.way);
            Box::pin(async move {
                way.notified().await;
                Ok(())
            })
        }

        async fn complete(&mut self) -> Result<PutResult> {
            Ok(PutResult { e_tag: None, version: None })
        }

        async fn abort(&mut self) -> Result<()> {
            self.aborted.fetch_add(1, Relaxed);
            Ok(())
        }
    }

    async fn begun(uploads: &Uploads, stored: &Stored) -> Box<dyn MultipartUpload> {
        let stored = stored.clone();
        uploads.begin(&Path::from("k"), async move { Ok(Box::new(stored) as _) }).await.expect("it begins")
    }

    #[tokio::test]
    async fn one_that_is_dropped_is_given_up_when_its_parts_have_gone() {
        let (uploads, stored) = (Uploads::new(), Stored::default());
        let mut upload = begun(&uploads, &stored).await;
        let part = tokio::spawn(upload.put_part(PutPayload::new()));
        drop(upload);
        tokio::task::yield_now().await;
        assert_eq!((stored.aborted.load(Relaxed), *uploads.open.borrow()), (0, 1), "a part is on its way");
        part.abort();
        uploads.settled().await;
        assert_eq!(stored.aborted.load(Relaxed), 1);
    }

    #[tokio::test]
    async fn one_that_ended_is_left_alone() {
        let (uploads, stored) = (Uploads::new(), Stored::default());
        let mut upload = begun(&uploads, &stored).await;
        stored.way.notify_one();
        upload.put_part(PutPayload::new()).await.expect("it is sent");
        upload.complete().await.expect("it completes");
        assert!(upload.put_part(PutPayload::new()).await.is_err() && upload.abort().await.is_err());
        drop(upload);
        let mut upload = begun(&uploads, &stored).await;
        upload.abort().await.expect("it is given up");
        drop(upload);
        uploads.settled().await;
        assert_eq!(stored.aborted.load(Relaxed), 1);
    }

    #[tokio::test]
    async fn an_answer_that_nobody_waits_for_leaves_nothing() {
        let (uploads, stored) = (Uploads::new(), Stored::default());
        let (answer, asked) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let beginning = {
            let (stored, answer, asked) = (stored.clone(), Arc::clone(&answer), Arc::clone(&asked));
            async move {
                asked.notify_one();
                answer.notified().await;
                Ok(Box::new(stored) as _)
            }
        };
        let (waiting, location) = (uploads.clone(), Path::from("k"));
        let waits = tokio::spawn(async move { waiting.begin(&location, beginning).await.map(drop) });
        asked.notified().await;
        waits.abort();
        answer.notify_one();
        uploads.settled().await;
        assert_eq!(stored.aborted.load(Relaxed), 1);
    }
}
