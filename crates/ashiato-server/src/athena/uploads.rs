//! What one query puts into stores. What is neither completed nor given up when its query is stopped, fails or runs into
//! a limit is given up here, where a store would keep its parts for ever; what cannot be taken back is awaited.

use ashiato_engine::{Change, Leftovers};
use async_trait::async_trait;
use object_store::path::Path;
use object_store::{Error, MultipartUpload, PutPayload, PutResult, Result, UploadPart};
use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

/// What of a query's uploads has not ended, and whether there was one.
#[derive(Debug, Clone)]
pub(crate) struct Uploads {
    leftovers: Leftovers,
    has_put: Arc<AtomicBool>,
    /// Not the query's own: those may be busy, and do nothing more for a query that was stopped.
    threads: Handle,
}

impl Uploads {
    /// None yet. To be called on the server's threads, which then give up what is left.
    pub(crate) fn new() -> Uploads {
        let threads = Handle::current();
        Uploads { leftovers: Leftovers::on(threads.clone()), has_put: Arc::default(), threads }
    }

    /// Where the query's session counts what it leaves.
    pub(crate) fn leftovers(&self) -> &Leftovers {
        &self.leftovers
    }

    /// Whether the query has put anything, or may have.
    pub(crate) fn has_put(&self) -> bool {
        self.has_put.load(Ordering::Relaxed)
    }

    /// Puts an object. Whoever stops waiting does not stop the store: the query ends when that has answered.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn put(
        &self,
        putting: impl Future<Output = Result<PutResult>> + Send + 'static,
    ) -> Result<PutResult> {
        self.has_put.store(true, Ordering::Relaxed);
        let change = self.leftovers.change().ok_or_else(ended)?;
        let put = self.threads.spawn(async move {
            let _change = change;
            putting.await
        });
        put.await.unwrap_or_else(|error| Err(stopped(error)))
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
        let change = self.leftovers.change().ok_or_else(ended)?;
        let (uploads, location) = (self.clone(), location.clone());
        let begun = self.threads.spawn(async move {
            let parts = beginning.await?;
            let (sent, gone) = mpsc::channel(1);
            Ok(Watched { begun: Some(Begun { parts, sent, gone, location, _change: change }), uploads })
        });
        match begun.await {
            Ok(watched) => watched.map(|watched| Box::new(watched) as _),
            Err(error) => Err(stopped(error)),
        }
    }

    /// Done when every upload has ended, and what the query had written for nothing is taken away.
    pub(crate) async fn settled(&self) {
        self.leftovers.settled().await;
    }
}

fn stopped(error: tokio::task::JoinError) -> Error {
    Error::Generic { store: "S3", source: Box::new(error) }
}

/// An upload that gives itself up when it is dropped before its end.
struct Watched {
    /// `None` once it has ended.
    begun: Option<Begun>,
    uploads: Uploads,
}

struct Begun {
    parts: Box<dyn MultipartUpload>,
    /// Held by each part on its way: nothing is ever sent, and `gone` ends when the last of them has gone.
    sent: mpsc::Sender<Infallible>,
    gone: mpsc::Receiver<Infallible>,
    location: Path,
    _change: Change,
}

impl Begun {
    /// A part that arrives after the upload was given up could bring it back: it is given up when all have gone.
    async fn give_up(self) {
        let Begun { mut parts, sent, mut gone, location, _change } = self;
        drop(sent);
        gone.recv().await;
        if let Err(error) = parts.abort().await {
            tracing::warn!(%location, %error, "give up an upload: its parts may be left in the store");
        }
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

    /// Once it is asked for, it goes on, whoever waits; one that fails is given up.
    async fn complete(&mut self) -> Result<PutResult> {
        let mut begun = self.begun.take().ok_or_else(ended)?;
        self.uploads.has_put.store(true, Ordering::Relaxed);
        let completed = self.uploads.threads.spawn(async move {
            let completed = begun.parts.complete().await;
            if completed.is_err() {
                begun.give_up().await;
            }
            completed
        });
        completed.await.unwrap_or_else(|error| Err(stopped(error)))
    }

    /// One that has ended, or whose completion failed, needs no more.
    async fn abort(&mut self) -> Result<()> {
        if let Some(begun) = &mut self.begun {
            begun.parts.abort().await?;
        }
        self.begun = None;
        Ok(())
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if let Some(begun) = self.begun.take() {
            self.uploads.threads.spawn(begun.give_up());
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
        assert_eq!(stored.aborted.load(Relaxed), 0, "a part is on its way");
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
        assert!(upload.put_part(PutPayload::new()).await.is_err() && upload.complete().await.is_err());
        upload.abort().await.expect("there is nothing left of it");
        drop(upload);
        let mut upload = begun(&uploads, &stored).await;
        upload.abort().await.expect("it is given up");
        drop(upload);
        uploads.settled().await;
        assert_eq!(stored.aborted.load(Relaxed), 1);
    }

    #[tokio::test]
    async fn an_object_is_put_whoever_waits() {
        let (uploads, answer, asked) = (Uploads::new(), Arc::new(Notify::new()), Arc::new(Notify::new()));
        let is_put = Arc::new(AtomicUsize::new(0));
        let putting = {
            let (answer, asked, is_put) = (Arc::clone(&answer), Arc::clone(&asked), Arc::clone(&is_put));
            async move {
                asked.notify_one();
                answer.notified().await;
                is_put.fetch_add(1, Relaxed);
                Ok(PutResult { e_tag: None, version: None })
            }
        };
        let waiting = uploads.clone();
        let waits = tokio::spawn(async move { waiting.put(putting).await });
        asked.notified().await;
        waits.abort();
        answer.notify_one();
        uploads.settled().await;
        assert_eq!((is_put.load(Relaxed), uploads.has_put()), (1, true));
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
