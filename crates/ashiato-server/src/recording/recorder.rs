//! Writes records into the journal.

use ashiato_trail::journal::{Journal, Kind, Recovered, Settings};
use bytes::Bytes;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::event::{self, Answered, Setting};
use super::heard::{Heard, Who};
use super::regions::Regions;
use super::sources::TrustedProxies;
use crate::access::{Issuer, issuer};
use crate::state::State;

/// What is set about recording.
#[derive(Debug, Clone, Default)]
pub struct RecordingSettings {
    /// Proxies whose word on where a request came from is taken.
    pub trusted_proxies: TrustedProxies,
    /// The VPC endpoint that every call comes through, as records name it.
    pub vpc_endpoint_id: Option<String>,
    /// The regions that there are.
    pub regions: Regions,
}

/// Where calls are recorded.
pub struct Recorder {
    /// `None`: nothing is recorded.
    journal: Option<Arc<Journal>>,
    /// The last record could not be written: until one can, no call is answered.
    is_refusing: AtomicBool,
    pub(crate) settings: RecordingSettings,
}

/// Room for the records of the calls that are being answered: two of the largest for each thread there may be.
const ROOM_BYTES: u64 = 16 << 20;

/// A record that could not be kept: its call must not be answered as if nothing were wrong.
#[derive(Debug)]
pub(crate) struct Unrecorded(pub(crate) String);

impl Recorder {
    /// One that records nothing.
    pub fn off(settings: RecordingSettings) -> Recorder {
        Recorder { journal: None, is_refusing: AtomicBool::new(false), settings }
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
        let journal = Some(Arc::new(journal));
        Ok((Recorder { journal, is_refusing: AtomicBool::new(false), settings }, recovered))
    }

    /// The journal that is recorded into.
    pub fn journal(&self) -> Option<&Arc<Journal>> {
        self.journal.as_ref()
    }

    /// Whether another call may be answered: what it does will find room in the journal. Where the last record found
    /// none, an empty one is tried first, which every reader passes over.
    pub(crate) async fn has_room(&self) -> bool {
        let Some(journal) = &self.journal else { return true };
        if self.is_refusing.load(Ordering::Acquire) {
            let can_write = journal.append(Bytes::new()).await.is_ok();
            self.is_refusing.store(!can_write, Ordering::Release);
        }
        !self.is_refusing.load(Ordering::Acquire) && journal.has_room_for(ROOM_BYTES.min(journal.room_bytes_max() / 4))
    }

    /// Makes the record of a call durable.
    pub(crate) async fn record(&self, state: &State, heard: Heard, answered: Answered) -> Result<(), Unrecorded> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let issuer = self.issuer(state, &heard).await;
        let setting = Setting {
            account: state.kept.account.as_str(),
            vpc_endpoint_id: self.settings.vpc_endpoint_id.as_deref(),
            regions: &self.settings.regions,
            now: (state.clock)(),
        };
        let Some(record) = event::of(heard, issuer.as_ref(), &answered, &setting) else { return Ok(()) };
        let json = record.to_json().map_err(|why| Unrecorded(format!("write a record: {why}")))?;
        match journal.append(Bytes::from(json)).await {
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

    /// The user or role that a session is of.
    async fn issuer(&self, state: &State, heard: &Heard) -> Option<Issuer> {
        match &heard.who {
            Who::Known(credential) if credential.session_token.is_some() => issuer(state, &credential.identity).await,
            _ => None,
        }
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder").field("is_on", &self.journal.is_some()).field("settings", &self.settings).finish()
    }
}
