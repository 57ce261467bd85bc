//! Trails: what the journal holds, as log files in buckets, and signed digests over them.
//!
//! A record's way: [`plan`] reads the journal, asks each trail's selectors, writes log files into the [`spool`] and
//! plans them in the transaction that moves its offset on; [`deliver`] puts planned files and digests into their
//! buckets, in [`lanes`] that wait for none but themselves, again and again until they are there; [`digests`] makes,
//! once an hour is over, the digest of what was delivered in it. Each step, done again after a crash, does the same: no
//! record is lost and none is in two files. What the clock says decides of none of that: records are told apart by
//! their numbers.
//!
//! Beside them and never in their way, [`groups`] reads the journal for log groups, and [`tell`] tells topics of files.

mod clock;
mod damaged;
mod deliver;
mod digests;
mod due;
mod encrypted;
mod facts;
mod groups;
mod own_records;
mod log_role;
mod keys;
mod lanes;
mod plan;
mod put;
mod selected;
mod spool;
mod tell;
mod waits;

use ashiato_meta::trail_files::TrailFile;
use ashiato_meta::trail_status::Delivered;
use ashiato_meta::trails::Trail;
use ashiato_meta::{Millis, consumer_offsets, trail_files};
use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, Interval, MissedTickBehavior};

use crate::state::State;

pub(crate) use encrypted::may_encrypt;
pub(crate) use groups::{Destination, Refusal, TOLD_MILLIS, stream_name};
pub(crate) use keys::ensure_key;
pub(crate) use own_records::set_up;

/// The service that deliveries are made by.
const CLOUDTRAIL: &str = "cloudtrail.amazonaws.com";

/// What is set about trails.
#[derive(Debug, Clone)]
pub struct TrailSettings {
    /// What this server is called among those that share a state: its journal is its own.
    pub server: String,
    /// How often log files are made.
    pub delivery_every: Duration,
    /// How much time a digest is of.
    pub digest_every: Duration,
}

impl Default for TrailSettings {
    fn default() -> TrailSettings {
        TrailSettings {
            server: "ashiato".to_string(),
            delivery_every: Duration::from_secs(300),
            digest_every: Duration::from_secs(3600),
        }
    }
}

/// The server's part in trails.
#[derive(Debug)]
pub struct Trails {
    settings: TrailSettings,
    spool: Arc<spool::Spool>,
    damaged: damaged::Damaged,
    /// Who plans, plans alone.
    planning: Mutex<()>,
    lanes: lanes::Lanes,
    /// When which bucket was last looked at, as records tell it.
    looks: std::sync::Mutex<HashMap<String, Instant>>,
    log_roles: log_role::LogRoles,
    groups: groups::LogGroups,
    /// Topics that could not be told.
    untold: waits::Waits,
}

/// Why a step failed. It is done again.
#[derive(Debug)]
pub struct Failed(String);

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

impl Failed {
    fn of(doing: &str) -> impl FnOnce(&dyn std::fmt::Display) -> Failed + '_ {
        move |why| Failed(format!("{doing}: {why}"))
    }
}

impl From<ashiato_meta::Error> for Failed {
    fn from(error: ashiato_meta::Error) -> Failed {
        Failed(error.to_string())
    }
}

impl From<ashiato_trail::error::Error> for Failed {
    fn from(error: ashiato_trail::error::Error) -> Failed {
        Failed(error.to_string())
    }
}

/// What the name of a reader of a journal begins with that makes log files; the server's follows.
const CONSUMER: &str = "trails of ";

/// The server whose reader of its journal is called so, where it is one of a server's.
pub(crate) fn server_of(consumer: &str) -> Option<&str> {
    consumer.strip_prefix(CONSUMER)
}

/// How often it is looked whether something waits to be delivered.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked for what nobody needs any more.
const TIDY_EVERY: Duration = Duration::from_secs(3600);
/// How long what is known of a log file is kept after all is done with it: the file itself is in its bucket, its hash in a
/// digest. For as long a topic that cannot be told of it is tried again.
const FILES_KEPT_MILLIS: i64 = 7 * 24 * 3_600_000;
/// How long the deletion of a trail waits for what is still to be delivered.
const FINISH_WITHIN: Duration = Duration::from_secs(10);

impl Trails {
    /// With the spool in this folder.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn open(spool: &Path, settings: TrailSettings) -> io::Result<Trails> {
        Ok(Trails {
            settings,
            spool: Arc::new(spool::Spool::open(spool)?),
            damaged: damaged::Damaged::default(),
            planning: Mutex::default(),
            lanes: lanes::Lanes::default(),
            looks: std::sync::Mutex::default(),
            log_roles: log_role::LogRoles::default(),
            groups: groups::LogGroups::default(),
            untold: waits::Waits::default(),
        })
    }

    /// What this server is called.
    pub(crate) fn server(&self) -> &str {
        &self.settings.server
    }

    /// The name under which this server's place in its journal is kept.
    fn consumer(&self) -> String {
        format!("{CONSUMER}{}", self.settings.server)
    }

    /// Whether a bucket is looked at before something is put there: once for all that is delivered at a time.
    fn looks_at(&self, bucket: &str) -> bool {
        let mut looks = self.looks.lock().unwrap_or_else(PoisonError::into_inner);
        looks.retain(|_, last| last.elapsed() < self.settings.delivery_every);
        let is_due = !looks.contains_key(bucket);
        if is_due {
            looks.insert(bucket.to_string(), Instant::now());
        }
        is_due
    }

    /// Makes this server known to those that share the state, and removes what an earlier run left in the spool and planned
    /// nothing with.
    ///
    /// # Errors
    /// Where the state or the spool cannot be read.
    pub async fn begin(&self, state: &State) -> Result<(), Failed> {
        let mut tx = state.kept.meta.write().await?;
        // Its place in the journal, where it has none yet.
        consumer_offsets::advance(&mut tx, &self.consumer(), 0).await?;
        tx.commit().await?;
        self.clear_spool(state).await
    }

    /// The files that are planned and whose bytes are not in the spool.
    ///
    /// # Errors
    /// Where the state or the spool cannot be read.
    pub(crate) async fn missing(&self, state: &State) -> Result<Vec<TrailFile>, Failed> {
        let mut tx = state.kept.meta.read().await?;
        let mut missing = trail_files::planned(&mut tx, &self.settings.server, u32::MAX).await?;
        let mut failure = None;
        missing.retain(|file| match self.spool.has(&spool::name_of(file)) {
            Ok(is_there) => !is_there,
            Err(why) => {
                failure = Some(why);
                false
            }
        });
        match failure {
            Some(why) => Err(Failed::of("look into the spool")(&why)),
            None => Ok(missing),
        }
    }

    /// Where the spool is.
    pub(crate) fn spool_folder(&self) -> &Path {
        self.spool.folder()
    }

    /// Plans what the journal holds, and gives log groups what they take of it, so that what is changed next about a trail
    /// holds from here on.
    ///
    /// # Errors
    /// Where the journal, the spool or the state cannot be used.
    pub async fn settle(&self, state: &State) -> Result<(), Failed> {
        let planned = self.plan(state).await;
        groups::read_on(self, state).await.and(planned)
    }

    async fn plan(&self, state: &State) -> Result<(), Failed> {
        let _alone = self.planning.lock().await;
        plan::plan(self, state).await
    }

    /// Delivers what is planned of a trail that is about to be deleted, and its last digests, as far as that can be done at
    /// once: with the trail goes the rest.
    ///
    /// # Errors
    /// Where the spool or the state cannot be used.
    pub async fn finish_trail(&self, state: &Arc<State>, trail: &Trail) -> Result<(), Failed> {
        let all = async {
            deliver::once(self, state, Delivered::LogFile, Some(&trail.arn)).await?;
            tell::topics(self, state).await?;
            digests::make_last(self, state, trail).await?;
            deliver::once(self, state, Delivered::Digest, Some(&trail.arn)).await
        };
        tokio::time::timeout(FINISH_WITHIN, all).await.unwrap_or(Ok(()))
    }

    /// Plans, makes digests and delivers, until it is dropped. Each goes on by itself: a bucket that takes its time holds up
    /// neither planning nor digests.
    pub async fn keep_up(&self, state: &Arc<State>) {
        // What waited when the server last went has waited long enough.
        let every = |period: Duration| looks(Instant::now(), period);
        let look_every = LOOK_EVERY.min(self.settings.delivery_every);
        let planning = async {
            let mut looks = every(look_every);
            let mut planned = None::<Instant>;
            loop {
                looks.tick().await;
                let is_filling = state.recorder.journal().is_some_and(|journal| journal.is_filling());
                if !is_filling && planned.is_some_and(|planned| planned.elapsed() < self.settings.delivery_every) {
                    continue;
                }
                planned = Some(Instant::now());
                note("plan log files", self.plan(state).await);
            }
        };
        let digests = async {
            let mut looks = every(look_every);
            loop {
                looks.tick().await;
                note("make digests", digests::make_due(self, state).await);
            }
        };
        let log_files = deliver::keep_up(self, state, Delivered::LogFile, every(look_every));
        let of_digests = deliver::keep_up(self, state, Delivered::Digest, every(look_every));
        futures::join!(planning, digests, log_files, of_digests);
    }

    /// Tells log groups and topics, and forgets what nobody needs any more, until it is dropped.
    pub async fn keep_telling(&self, state: &Arc<State>) {
        let every = |period: Duration| looks(Instant::now(), period);
        let groups = async {
            let mut looks = every(LOOK_EVERY);
            loop {
                looks.tick().await;
                note("tell log groups", groups::read_on(self, state).await);
            }
        };
        let topics = async {
            let mut looks = every(LOOK_EVERY);
            loop {
                looks.tick().await;
                note("tell topics", tell::topics(self, state).await);
            }
        };
        let tidying = async {
            let mut looks = every(TIDY_EVERY);
            loop {
                looks.tick().await;
                note("tidy up trails", self.tidy_up(state).await);
            }
        };
        futures::join!(groups, topics, tidying);
    }

    /// Forgets log files that are told, and that a digest has covered for long; and removes from the spool those of
    /// trails that were deleted at another server.
    ///
    /// # Errors
    /// Where the state or the spool cannot be used.
    pub async fn tidy_up(&self, state: &State) -> Result<(), Failed> {
        let forgotten = self.forget_files(state).await;
        self.clear_spool(state).await.and(forgotten)
    }

    async fn forget_files(&self, state: &State) -> Result<(), Failed> {
        let before = Millis(state.now().0 - FILES_KEPT_MILLIS);
        let mut tx = state.kept.meta.write().await?;
        let files = trail_files::forget(&mut tx, before).await?;
        tx.commit().await?;
        if files > 0 {
            tracing::debug!(files, "old log files are forgotten");
        }
        Ok(())
    }

    /// Plans and delivers all that waits, also what failed a moment ago and would be tried later.
    ///
    /// # Errors
    /// Where the journal, the spool or the state cannot be used.
    pub async fn deliver_now(&self, state: &Arc<State>) -> Result<(), Failed> {
        self.lanes.forget();
        self.groups.end_waits();
        self.untold.end(std::time::Instant::now());
        self.settle(state).await?;
        deliver::once(self, state, Delivered::LogFile, None).await?;
        tell::topics(self, state).await?;
        digests::make_due(self, state).await?;
        deliver::once(self, state, Delivered::Digest, None).await
    }

    /// What is left to do when the server stops: everything that was recorded is planned.
    pub async fn finish(&self, state: &State) {
        note("plan log files", self.settle(state).await);
    }
}

/// When something is looked at, the first time at `first`. What took longer than a period is not made up for.
fn looks(first: Instant, period: Duration) -> Interval {
    let mut looks = tokio::time::interval_at(first, period);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    looks
}

fn note(doing: &str, done: Result<(), Failed>) {
    if let Err(error) = done {
        tracing::error!(%error, "{doing}");
    }
}
