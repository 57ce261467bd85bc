//! Trails: what the journal holds, as log files in buckets, and signed digests over them.
//!
//! A record's way: [`plan`] reads the journal, asks each trail's selectors, writes log files into the [`spool`] and plans
//! them in the transaction that moves its offset on; [`deliver`] puts planned files and digests into their buckets, again
//! and again until they are there; [`digests`] makes, once an hour is over, the digest of what was delivered in it. Each
//! step, done again after a crash, does the same: no record is lost and none is in two files.

mod deliver;
mod digests;
mod encrypted;
mod facts;
mod groups;
mod keys;
mod plan;
mod selected;
mod spool;
mod tell;
mod waits;

use ashiato_meta::{Millis, trail_files};
use chrono::{DateTime, Utc};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, MissedTickBehavior};

use crate::state::State;

pub(crate) use encrypted::may_encrypt;
pub(crate) use groups::{Destination, Refusal, TOLD_MILLIS, stream_name};
pub(crate) use keys::ensure_key;

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
    /// Who plans, plans alone.
    planning: Mutex<()>,
    waits: deliver::Waits,
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

/// How often it is looked whether something waits to be delivered.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often it is looked for what nobody needs any more.
const TIDY_EVERY: Duration = Duration::from_secs(3600);
/// How long what is known of a log file is kept after all is done with it: the file itself is in its bucket, its hash in a
/// digest. For as long a topic that cannot be told of it is tried again.
const FILES_KEPT_MILLIS: i64 = 7 * 24 * 3_600_000;

impl Trails {
    /// With the spool in this folder.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn open(spool: &Path, settings: TrailSettings) -> io::Result<Trails> {
        Ok(Trails {
            settings,
            spool: Arc::new(spool::Spool::open(spool)?),
            planning: Mutex::default(),
            waits: deliver::Waits::default(),
            groups: groups::LogGroups::default(),
            untold: waits::Waits::default(),
        })
    }

    /// The name under which this server's place in its journal is kept.
    fn consumer(&self) -> String {
        format!("trails of {}", self.settings.server)
    }

    /// Removes what an earlier run left in the spool and planned nothing with.
    ///
    /// # Errors
    /// Where the state or the spool cannot be read.
    pub async fn begin(&self, state: &State) -> Result<(), Failed> {
        let mut tx = state.kept.meta.read().await?;
        let planned = trail_files::planned(&mut tx, &self.settings.server, u32::MAX).await?;
        let names = planned.iter().map(spool::name_of).collect();
        self.spool.keep_only(&names).map_err(|why| Failed::of("clear the spool")(&why))
    }

    /// Plans what the journal holds, and gives log groups what they take of it, so that what is changed next about a trail
    /// holds from here on.
    ///
    /// # Errors
    /// Where the journal, the spool or the state cannot be used.
    pub async fn settle(&self, state: &State) -> Result<(), Failed> {
        let planned = {
            let _alone = self.planning.lock().await;
            plan::plan(self, state).await
        };
        groups::read_on(self, state).await.and(planned)
    }

    /// Delivers what is planned and can be delivered at once, and tells of it.
    ///
    /// # Errors
    /// Where the spool or the state cannot be used.
    pub async fn deliver(&self, state: &Arc<State>) -> Result<(), Failed> {
        deliver::files(self, state, (state.clock)()).await?;
        tell::topics(self, state, (state.clock)()).await
    }

    /// Delivers, until it is dropped.
    pub async fn keep_up(&self, state: &Arc<State>, clock: fn() -> DateTime<Utc>) {
        let mut looks = tokio::time::interval(LOOK_EVERY.min(self.settings.delivery_every));
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut planned = Instant::now();
        loop {
            looks.tick().await;
            if planned.elapsed() >= self.settings.delivery_every {
                planned = Instant::now();
                note("plan log files", self.settle(state).await);
            }
            note("deliver log files", deliver::files(self, state, clock()).await);
            note("make digests", digests::make_due(self, state, clock()).await);
            note("deliver digests", deliver::digests(self, state, clock()).await);
        }
    }

    /// Tells log groups and topics, and forgets what nobody needs any more, until it is dropped.
    pub async fn keep_telling(&self, state: &Arc<State>, clock: fn() -> DateTime<Utc>) {
        let mut looks = tokio::time::interval(LOOK_EVERY);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut tidied: Option<Instant> = None;
        loop {
            looks.tick().await;
            note("tell log groups", groups::read_on(self, state).await);
            note("tell topics", tell::topics(self, state, clock()).await);
            if tidied.is_none_or(|tidied| tidied.elapsed() >= TIDY_EVERY) {
                tidied = Some(Instant::now());
                note("forget old log files", self.tidy_up(state).await);
            }
        }
    }

    /// Forgets log files that are told, and that a digest has covered for long.
    ///
    /// # Errors
    /// Where the state cannot be used.
    pub async fn tidy_up(&self, state: &State) -> Result<(), Failed> {
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
        let now = (state.clock)();
        self.waits.forget();
        self.groups.end_waits();
        self.untold.end(std::time::Instant::now());
        self.settle(state).await?;
        deliver::files(self, state, now).await?;
        tell::topics(self, state, now).await?;
        digests::make_due(self, state, now).await?;
        deliver::digests(self, state, now).await
    }

    /// What is left to do when the server stops: everything that was recorded is planned.
    pub async fn finish(&self, state: &State) {
        note("plan log files", self.settle(state).await);
    }
}

fn note(doing: &str, done: Result<(), Failed>) {
    if let Err(error) = done {
        tracing::error!(%error, "{doing}");
    }
}
