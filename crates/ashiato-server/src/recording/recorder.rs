//! Writes records into the journal.

use ashiato_event::record::Record;
use ashiato_meta::AccountId;
use ashiato_trail::journal::{Journal, Kind, Recovered, Reserved, Settings};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::event::{self, Answered, Setting};
use super::heard::{Heard, Who};
use super::own::{self, By, OwnCall, OwnEvent};
use super::regions::Regions;
use super::signing_in::{self, ChangedPassword, SigningIn};
use super::sources::TrustedProxies;
use crate::access::issuer;
use crate::history::PerSecond;
use crate::state::State;

/// What is set about recording.
#[derive(Debug, Clone)]
pub struct RecordingSettings {
    /// Proxies whose word on where a request came from is taken.
    pub trusted_proxies: TrustedProxies,
    /// The VPC endpoint that every call comes through, as records name it.
    pub vpc_endpoint_id: Option<String>,
    /// Requests of nobody that are refused and recorded a second; further ones are throttled.
    pub refused_strangers_per_second: u32,
    /// The regions that there are.
    pub regions: Regions,
}

impl Default for RecordingSettings {
    fn default() -> RecordingSettings {
        RecordingSettings {
            trusted_proxies: TrustedProxies::default(),
            vpc_endpoint_id: None,
            refused_strangers_per_second: 50,
            regions: Regions::default(),
        }
    }
}

/// Where calls are recorded. Its clones record into the same journal.
#[derive(Clone)]
pub struct Recorder {
    /// `None`: nothing is recorded.
    journal: Option<Arc<Journal>>,
    /// The last record could not be written: until one can, no call is answered.
    is_refusing: Arc<AtomicBool>,
    strangers: Arc<PerSecond>,
    pub(crate) settings: RecordingSettings,
}

/// No record is longer: what would be is cut (`ashiato_event::record`).
const RECORD_BYTES_MAX: usize = 256 << 10;

/// A call may be answered: there is room for its record.
#[derive(Debug)]
pub(crate) struct Admitted(Option<Reserved>);

/// A record that could not be kept: its call must not be answered as if nothing were wrong.
#[derive(Debug)]
pub(crate) struct Unrecorded(pub(crate) String);

impl fmt::Display for Unrecorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "record what was done: {}", self.0)
    }
}

impl Recorder {
    /// One that records nothing.
    pub fn off(settings: RecordingSettings) -> Recorder {
        Recorder::into(None, settings)
    }

    /// One that records into the journal in a folder, which holds at most so many bytes that wait for their readers. A
    /// journal that is made begins with the number `first`.
    ///
    /// # Errors
    /// Where the journal cannot be opened, or is damaged.
    pub fn open(
        folder: &Path,
        waiting_bytes_max: u64,
        first: u64,
        settings: RecordingSettings,
    ) -> Result<(Recorder, Recovered), ashiato_trail::journal::Error> {
        let usual = Settings::default();
        let segment_bytes = usual.segment_bytes.min(waiting_bytes_max / 4);
        let (journal, recovered) =
            Journal::open(folder, Settings { segment_bytes, unread_bytes_max: waiting_bytes_max, first, ..usual })?;
        Ok((Recorder::into(Some(Arc::new(journal)), settings), recovered))
    }

    fn into(journal: Option<Arc<Journal>>, settings: RecordingSettings) -> Recorder {
        let strangers = Arc::new(PerSecond::new(settings.refused_strangers_per_second));
        Recorder { journal, is_refusing: Arc::default(), strangers, settings }
    }

    /// The journal that is recorded into.
    pub fn journal(&self) -> Option<&Arc<Journal>> {
        self.journal.as_ref()
    }

    /// Whether another call may be answered: room in the journal for what it does is set aside. It is asked once it is
    /// known that whoever calls may, for whoever reaches the port could set all of it aside. Where the last record
    /// could not be written, an empty one is tried first, which every reader passes over.
    pub(crate) async fn admit(&self) -> Option<Admitted> {
        let Some(journal) = &self.journal else { return Some(Admitted(None)) };
        if self.is_refusing.load(Ordering::Acquire) {
            let can_write = journal.append(Bytes::new()).await.is_ok();
            self.is_refusing.store(!can_write, Ordering::Release);
            if !can_write {
                return None;
            }
        }
        journal.reserve(RECORD_BYTES_MAX).map(|reserved| Admitted(Some(reserved)))
    }

    /// Whether no call is answered now, because there is no room for its record.
    pub(crate) fn is_refusing(&self) -> bool {
        let is_full = |journal: &Arc<Journal>| journal.reserve(RECORD_BYTES_MAX).is_none();
        self.is_refusing.load(Ordering::Acquire) || self.journal.as_ref().is_some_and(is_full)
    }

    /// Whether the refusal of a stranger may be recorded now. Whoever reaches the port could fill the journal.
    pub(crate) fn has_room_for_stranger(&self) -> bool {
        self.strangers.take("", Instant::now())
    }

    /// Makes the record of a call durable.
    pub(crate) async fn record(
        &self,
        state: &State,
        (heard, answered): (Heard, Answered),
        admitted: Admitted,
    ) -> Result<(), Unrecorded> {
        if self.journal.is_none() {
            return Ok(());
        }
        let issuer = match &heard.who {
            Who::Known(credential) => issuer(state, credential).await,
            Who::Anonymous => None,
        };
        let setting = Setting {
            account: state.kept.account.as_str(),
            vpc_endpoint_id: self.settings.vpc_endpoint_id.as_deref(),
            regions: &self.settings.regions,
            now: (state.clock)(),
        };
        match event::of(heard, issuer.as_ref(), &answered, &setting) {
            Some(record) => self.append(record, admitted.0).await,
            None => Ok(()),
        }
    }

    /// Makes the record of a call durable that a service makes.
    pub(crate) async fn record_own(&self, state: &State, own: OwnCall<'_>) -> Result<(), Unrecorded> {
        if self.journal.is_none() {
            return Ok(());
        }
        let issuer = match &own.by {
            By::Caller(credential) => issuer(state, credential).await,
            By::Service(_) => None,
        };
        let now = (state.clock)();
        self.append(own::call(own, issuer.as_ref(), state.kept.account.as_str(), now), None).await
    }

    /// Makes the record durable of what a service does because its time has come.
    pub(crate) async fn record_event(
        &self,
        own: OwnEvent<'_>,
        account: &AccountId,
        now: DateTime<Utc>,
    ) -> Result<(), Unrecorded> {
        self.append(own::event(own, account.as_str(), now), None).await
    }

    /// Makes the record of an attempt to sign in durable.
    pub(crate) async fn record_signing_in(
        &self,
        state: &State,
        signing: SigningIn<'_>,
        admitted: Admitted,
    ) -> Result<(), Unrecorded> {
        self.append(signing_in::of(signing, state.kept.account.as_str(), (state.clock)()), admitted.0).await
    }

    /// Makes the record durable of a password that somebody had to change before they were let in.
    pub(crate) async fn record_changed_password(
        &self,
        state: &State,
        changed: ChangedPassword<'_>,
        admitted: Admitted,
    ) -> Result<(), Unrecorded> {
        let record = signing_in::changed_password(changed, state.kept.account.as_str(), (state.clock)());
        self.append(record, admitted.0).await
    }

    async fn append(&self, record: Record, room: Option<Reserved>) -> Result<(), Unrecorded> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let json = record.to_json().map_err(|why| Unrecorded(format!("write a record: {why}")))?;
        // A journal that has no room is none that cannot be written: this record is refused, and holds up no call.
        let room = room.or_else(|| journal.reserve(json.len()));
        let room = room.ok_or_else(|| Unrecorded("the journal has no room for a record".to_string()))?;
        match journal.append_reserved(Bytes::from(json), room).await {
            Ok(_) => Ok(()),
            Err(why) => {
                // What is wrong with this record alone holds up no other.
                if why.kind != Kind::Invalid {
                    self.is_refusing.store(true, Ordering::Release);
                }
                Err(Unrecorded(why.to_string()))
            }
        }
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder").field("is_on", &self.journal.is_some()).field("settings", &self.settings).finish()
    }
}
