//! Writes records into the journal.

use ashiato_trail::journal::Journal;
use bytes::Bytes;
use std::fmt;

use super::event::{self, Answered, Setting};
use super::heard::{Heard, Who};
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
}

/// Where calls are recorded.
pub struct Recorder {
    /// `None`: nothing is recorded.
    journal: Option<Journal>,
    pub(crate) settings: RecordingSettings,
}

/// A record that could not be kept: its call must not be answered as if nothing were wrong.
#[derive(Debug)]
pub(crate) struct Unrecorded(pub(crate) String);

impl Recorder {
    /// Into a journal; without one nothing is recorded.
    pub fn new(journal: Option<Journal>, settings: RecordingSettings) -> Recorder {
        Recorder { journal, settings }
    }

    /// The journal that is recorded into.
    pub fn journal(&self) -> Option<&Journal> {
        self.journal.as_ref()
    }

    /// Whether another call may be answered: what it does will find room in the journal.
    pub(crate) fn has_room(&self) -> bool {
        self.journal.as_ref().is_none_or(Journal::has_room)
    }

    /// Makes the record of a call durable.
    pub(crate) async fn record(&self, state: &State, heard: Heard, answered: Answered) -> Result<(), Unrecorded> {
        let Some(journal) = &self.journal else { return Ok(()) };
        let issuer = self.issuer(state, &heard).await;
        let setting = Setting {
            account: state.kept.account.as_str(),
            vpc_endpoint_id: self.settings.vpc_endpoint_id.as_deref(),
            now: (state.clock)(),
        };
        let Some(record) = event::of(heard, issuer.as_ref(), &answered, &setting) else { return Ok(()) };
        let json = record.to_json().map_err(|why| Unrecorded(format!("write a record: {why}")))?;
        match journal.append(Bytes::from(json)).await {
            Ok(_) => Ok(()),
            Err(why) => Err(Unrecorded(why.to_string())),
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
