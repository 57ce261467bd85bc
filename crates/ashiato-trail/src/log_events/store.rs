//! All groups, each opened when it is first needed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Group, error};
use crate::error::Error;

/// The groups below a folder, by id.
#[derive(Debug)]
pub struct LogEvents {
    folder: PathBuf,
    /// A place for each group, so that opening one makes nobody wait who needs another.
    places: Mutex<HashMap<String, Place>>,
}

type Place = Arc<Mutex<Option<Arc<Group>>>>;

impl LogEvents {
    /// The groups below `folder`, of which none is opened yet.
    pub fn new(folder: &Path) -> LogEvents {
        LogEvents { folder: folder.to_path_buf(), places: Mutex::default() }
    }

    /// The group of an id, made where it is not there. One that failed is opened anew.
    ///
    /// # Errors
    /// `Invalid` where the id is no name of a folder; those of [`Group::open`].
    pub fn group(&self, id: &str) -> Result<Arc<Group>, Error> {
        let place = self.place(id)?;
        let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(group) = place.as_ref().filter(|group| !group.has_failed()) {
            return Ok(Arc::clone(group));
        }
        let group = Arc::new(Group::open(&self.folder.join(id))?);
        *place = Some(Arc::clone(&group));
        Ok(group)
    }

    /// Removes a group with all its events.
    ///
    /// # Errors
    /// Where its folder cannot be removed.
    pub fn remove(&self, id: &str) -> Result<(), Error> {
        let place = self.place(id)?;
        let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
        *place = None;
        let folder = self.folder.join(id);
        match std::fs::remove_dir_all(&folder) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(error::of("remove", &folder)(why)),
            _ => {}
        }
        self.places.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        Ok(())
    }

    fn place(&self, id: &str) -> Result<Place, Error> {
        let is_name = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !is_name {
            return Err(error::invalid(format!("the log group's id {id:?} is no name of a folder")));
        }
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Arc::clone(places.entry(id.to_string()).or_default()))
    }
}
