//! Whether the journal in the data folder is the one that the state is about.
//!
//! The state knows by numbers how far a server's journal is read, and takes a number for the same record for ever. So two
//! servers must not go by one name, and a journal that is lost, is another's or is older than the state must not be gone on
//! with in silence: records would be taken for ones that are delivered already.

use ashiato_meta::{consumer_offsets, servers, trail_files};
use std::path::{Path, PathBuf};

use super::{StartError, private_file};
use crate::chance;
use crate::state::{Kept, State};

const ID_FILE: &str = "server.id";
const WAY_ON: &str = "--accept-lost-journal";

/// What is done where records are lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// The server does not start.
    Refused,
    /// It goes on without them.
    Accepted,
}

/// Takes the server's name among those that share the state, for this data folder and from then on.
///
/// # Errors
/// Where another data folder has the name, unless that is accepted to be lost.
pub async fn claim_name(kept: &Kept, data: &Path, name: &str, loss: Loss) -> Result<(), StartError> {
    let id = folder_id(data)?;
    let failed = |why| StartError::because("look for the server's name", why);
    let now = ashiato_meta::Millis(chrono::Utc::now().timestamp_millis());
    let mut tx = kept.meta.write().await.map_err(failed)?;
    let others = servers::claim(&mut tx, name, &id, now).await.map_err(failed)?;
    match (others, loss) {
        (None, _) => {}
        (Some(_), Loss::Refused) => {
            return Err(StartError::new(format!(
                "the server name {name} is that of another data folder than {}: give this server a name of its own \
                 (--server-name). Where that folder is lost, start once with {WAY_ON}",
                data.display()
            )));
        }
        (Some(_), Loss::Accepted) => servers::hand_over(&mut tx, name, &id, now).await.map_err(failed)?,
    }
    tx.commit().await.map_err(failed)
}

/// What the folder is known by, made when it is new.
fn folder_id(data: &Path) -> Result<String, StartError> {
    let path = data.join(ID_FILE);
    let shown = path.display();
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(text.trim().to_string()),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
            let id = uuid::Uuid::from_bytes(chance::bytes()).to_string();
            let written = private_file::write(&path, &format!("{id}\n"));
            written.map_err(|why| StartError::because(format!("write {shown}"), why))?;
            Ok(id)
        }
        Err(why) => Err(StartError::because(format!("read {shown}"), why)),
    }
}

/// Where the journal and what was read of it do not meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// What is wrong, and the way on.
    pub message: String,
    /// The number that all readers are to have passed when the server goes on.
    passed: u64,
    /// Whether the journal that is there can be gone on with.
    is_usable: bool,
}

/// Holds the journal that was opened against what its readers have passed. `None`: they meet.
///
/// # Errors
/// The state's.
pub async fn unmet(state: &State, server: &str) -> Result<Option<Unmet>, StartError> {
    let Some(journal) = state.recorder.journal() else { return Ok(None) };
    let readers = readers(state, server).await?;
    let (first, through) = (journal.first(), journal.committed_through());
    let is_met = |passed: u64| passed <= through && passed + 1 >= first;
    let Some((reader, passed)) = readers.iter().find(|(_, passed)| !is_met(*passed)) else { return Ok(None) };
    let highest = readers.iter().map(|(_, passed)| *passed).max().unwrap_or(0);
    let is_usable = highest <= through;
    let holds = if first > through { "no record".to_string() } else { format!("records {first} to {through}") };
    let message = format!(
        "the journal holds {holds}, and the next for {reader} is {}: the journal is lost, another's or older than the \
         state, or the other way round. Bring back what belongs together; where that is lost, start once with {WAY_ON}: what \
         was recorded and not yet delivered then stays lost",
        passed + 1
    );
    Ok(Some(Unmet { message, passed: if is_usable { highest.max(first - 1) } else { highest }, is_usable }))
}

/// Who reads the journal, and how far each is.
async fn readers(state: &State, server: &str) -> Result<Vec<(String, u64)>, StartError> {
    let failed = |why| StartError::because("look how far the journal is read", why);
    let mut tx = state.kept.meta.read().await.map_err(failed)?;
    let own = format!(" of {server}");
    let offsets = consumer_offsets::list(&mut tx).await.map_err(failed)?;
    let mut readers: Vec<(String, u64)> = offsets
        .into_iter()
        .filter(|(name, _)| name.ends_with(&own))
        .map(|(name, number)| (format!("the {name}"), u64::try_from(number).unwrap_or(0)))
        .collect();
    if readers.is_empty() {
        readers.push((format!("the trails{own}"), 0));
    }
    readers.extend(state.history.as_ref().map(|history| ("event history".to_string(), history.through())));
    Ok(readers)
}

impl State {
    /// Goes on though records are lost: with the journal that is there where its readers can go on in it, and else with
    /// another one, which begins after all that they have passed. That of before is kept beside it; where, is told.
    ///
    /// # Errors
    /// Where the journal cannot be moved or opened, or the state not be written. `open` opens one that begins with a number.
    pub async fn go_on_without<E>(
        &mut self,
        unmet: &Unmet,
        (server, journal): (&str, &Path),
        open: impl FnOnce(u64) -> Result<crate::recording::Recorder, E>,
    ) -> Result<Option<PathBuf>, StartError>
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let failed = |why| StartError::because("move the journal's readers on", why);
        let mut aside = None;
        if !unmet.is_usable {
            let to = journal.with_file_name(format!("journal-before-{}", unmet.passed + 1));
            self.record_with(crate::recording::Recorder::off(self.recorder.settings.clone()));
            std::fs::rename(journal, &to)
                .map_err(|why| StartError::because(format!("move {} aside", journal.display()), why))?;
            let opened = open(unmet.passed + 1).map_err(|why| StartError::because("open the journal", why))?;
            self.record_with(opened);
            aside = Some(to);
        }
        let mut tx = self.kept.meta.write().await.map_err(failed)?;
        let passed = i64::try_from(unmet.passed).unwrap_or(i64::MAX);
        let own = format!(" of {server}");
        let mut names: Vec<String> =
            consumer_offsets::list(&mut tx).await.map_err(failed)?.into_iter().map(|(name, _)| name).collect();
        names.retain(|name| name.ends_with(&own));
        names.push(format!("trails{own}"));
        for name in names {
            consumer_offsets::advance(&mut tx, &name, passed).await.map_err(failed)?;
        }
        tx.commit().await.map_err(failed)?;
        if let Some(history) = &self.history {
            let passed_over = history.pass_over(unmet.passed).await;
            passed_over.map_err(|why| StartError::because("move event history on", why))?;
        }
        Ok(aside)
    }

    /// Looks whether what this server planned to deliver is in its spool, and gives up what is not.
    ///
    /// # Errors
    /// Where something is not, unless that is accepted; those of the state and the spool.
    pub async fn check_spool(&self, loss: Loss) -> Result<Vec<String>, StartError> {
        let Some(trails) = &self.trails else { return Ok(Vec::new()) };
        let failed = |why| StartError::because("look for log files that are yet to be delivered", why);
        let missing = trails.missing(self).await.map_err(|why| StartError::new(why.to_string()))?;
        let Some(first) = missing.first().filter(|_| loss == Loss::Refused) else {
            let mut tx = self.kept.meta.write().await.map_err(failed)?;
            for file in &missing {
                trail_files::abandon(&mut tx, file).await.map_err(failed)?;
            }
            tx.commit().await.map_err(failed)?;
            return Ok(missing.into_iter().map(|file| file.object_key).collect());
        };
        Err(StartError::new(format!(
            "{} planned log files are not in the folder {} from which they are delivered, the first of them {}. Bring them \
             back; where they are lost, start once with {WAY_ON}",
            missing.len(),
            trails.spool_folder().display(),
            first.object_key
        )))
    }
}
