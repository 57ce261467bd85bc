//! What all requests share.

use ashiato_meta::{AccountId, MasterKeys, Millis};
use ashiato_trail::journal::Journal;
use ashiato_trail::log_events::LogEvents;
use chrono::{DateTime, Utc};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::watch;

use crate::access::{Cache, Grants, StoredKeys, Uses};
use crate::athena::{Athena, QuerySettings};
use crate::buckets::{Objects, UploadNotes};
use crate::history::EventHistory;
use crate::http::{Limits, Metrics};
use crate::keys::Keeper;
use crate::monitoring::Monitoring;
use crate::recording::{Recorder, RecordingSettings};
use crate::services::s3::Port;
use crate::signature::Credentials;
use crate::signin::SignIn;
use crate::topics::Topics;
use crate::trails::Trails;

/// What a server stands on: what it keeps and where.
#[derive(Debug)]
pub struct Kept {
    /// The account that the server serves.
    pub account: AccountId,
    /// The control plane's state: identities, queries, the catalog, trails, keys, log groups, topics, alarms.
    pub meta: ashiato_meta::Store,
    /// The keys that secrets are sealed with in it.
    pub keys: MasterKeys,
    /// Buckets and objects.
    pub objects: Objects,
    /// What log groups hold.
    pub log_events: Arc<LogEvents>,
}

impl Kept {
    /// Where access keys are looked up that the state holds.
    pub fn credentials(&self) -> Arc<dyn Credentials> {
        Arc::new(StoredKeys::new(self))
    }
}

/// The server's state. Built once, before it listens.
pub struct State {
    /// What is kept, and where.
    pub kept: Kept,
    /// What runs and what waits of Athena's queries.
    pub athena: Athena,
    /// Where access keys are looked up.
    pub credentials: Arc<dyn Credentials>,
    /// What a client may cost.
    pub limits: Limits,
    /// The time; tests choose it.
    pub clock: fn() -> DateTime<Utc>,
    /// Where calls are recorded.
    pub(crate) recorder: Recorder,
    /// What makes log files of the records, where calls are recorded.
    pub trails: Option<Trails>,
    /// What is at hand of topics.
    pub topics: Topics,
    /// What is at hand of metrics and alarms.
    pub monitoring: Monitoring,
    /// Where recorded calls are found, where they are recorded.
    pub history: Option<EventHistory>,
    /// What encrypts and decrypts with keys.
    pub(crate) keys: Keeper,
    /// What is at hand for those who sign in.
    pub(crate) signin: SignIn,
    /// What S3 requests are answered by.
    pub(crate) s3: Port,
    /// What `/metrics` tells.
    pub metrics: Metrics,
    /// The policies of those who called lately.
    pub(crate) grants: Cache<Arc<Grants>>,
    /// When the use of keys was last noted.
    pub(crate) uses: Uses,
    is_ready: AtomicBool,
    is_stopping: watch::Sender<bool>,
}

impl State {
    /// A state that is not ready yet, and that records nothing until it is given a [`Recorder`].
    pub fn new(kept: Kept, credentials: Arc<dyn Credentials>, limits: Limits, queries: QuerySettings) -> State {
        let keys = Keeper::of(&kept);
        if let Some(objects) = kept.objects.embedded() {
            objects.set_vault(Arc::new(keys.clone()));
        }
        if let Objects::External(store, _) = &kept.objects {
            let (meta, server) = (kept.meta.clone(), queries.server.clone());
            store.note_uploads(UploadNotes { meta, server, clock: Utc::now });
        }
        let athena = Athena::new(kept.meta.clone(), kept.objects.buckets(), queries);
        State {
            s3: Port::of(&kept),
            keys,
            kept,
            signin: SignIn::new(&limits.guesses),
            metrics: Metrics::new(&athena),
            athena,
            credentials,
            limits,
            recorder: Recorder::off(RecordingSettings::default()),
            trails: None,
            topics: Topics::default(),
            monitoring: Monitoring::default(),
            history: None,
            clock: Utc::now,
            grants: Cache::new(),
            uses: Uses::default(),
            is_ready: AtomicBool::new(false),
            is_stopping: watch::Sender::new(false),
        }
    }

    /// Has calls recorded from now on, and what is done without being asked for.
    pub fn record_with(&mut self, recorder: Recorder) {
        self.keys.record_with(recorder.clone());
        self.recorder = recorder;
    }

    /// The journal that calls are recorded in; `None` where they are not.
    pub fn journal(&self) -> Option<&Arc<Journal>> {
        self.recorder.journal()
    }

    /// The number of the last record that is durable; 0 where nothing is recorded.
    pub fn recorded_through(&self) -> u64 {
        self.recorder.journal().map_or(0, |journal| journal.committed_through())
    }

    /// To be called after every committed change of users, groups, roles, keys or policies: what was known of them no
    /// longer holds.
    pub fn identities_changed(&self) {
        self.credentials.forget();
        self.grants.forget();
    }

    /// Does what is to be done again and again for queries and keys; never ends.
    pub async fn keep_up(&self, clock: fn() -> DateTime<Utc>) {
        futures::future::join(self.athena.keep_up(clock), self.keys.keep_up(clock)).await;
    }

    /// Has requests answered that wait for something to happen: the server is told to stop.
    pub fn stop_waiting(&self) {
        self.is_stopping.send_replace(true);
    }

    /// Done when the server is told to stop.
    pub(crate) async fn stopping(&self) {
        let mut is_stopping = self.is_stopping.subscribe();
        // What sends it is in the state, and so as long there as this.
        let _ = is_stopping.wait_for(|is_stopping| *is_stopping).await;
    }

    /// Ends the queries under way, after the time that they have, and lets go of what is kept. Nothing is served after
    /// it.
    pub async fn close(&self) {
        self.set_ready(false);
        self.athena.stop(self.limits.stop_timeout, self.clock).await;
        if let Some(trails) = &self.trails {
            trails.finish(self).await;
        }
        if let Some(history) = &self.history {
            history.finish(self).await;
        }
        self.kept.meta.close().await;
    }

    /// The time, as the state keeps it.
    pub fn now(&self) -> Millis {
        Millis((self.clock)().timestamp_millis())
    }

    /// Says whether `/health` answers that requests may come.
    pub fn set_ready(&self, is_ready: bool) {
        self.is_ready.store(is_ready, Ordering::Release);
    }

    /// Whether requests may come.
    pub fn is_ready(&self) -> bool {
        self.is_ready.load(Ordering::Acquire)
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("limits", &self.limits)
            .field("is_ready", &self.is_ready())
            .finish_non_exhaustive()
    }
}
