//! Another master key: all that is sealed in the state is sealed anew by it.
//!
//! The file holds both keys while that is done, so that whenever it is broken off a server starts, and a second run ends
//! what the first began.

use ashiato_meta::{Location, Store, access_keys, kms_materials, topics, trail_keys};

use super::{Folders, StartError, location, master_key, objects};
use crate::chance;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rotated {
    /// Secrets that were sealed anew.
    pub resealed: u64,
    /// The key is in its file, and the earlier ones are gone from it; otherwise it is given, and so are they.
    pub is_in_file: bool,
}

/// Seals all secrets of the state by a new key in the file, or by the first of the keys that are given. No server may have
/// the data folder open.
///
/// # Errors
/// Where a server has it open, there is no state or no key yet, or a secret is sealed by none of the keys.
pub async fn rotate_master_key(folders: &Folders) -> Result<Rotated, StartError> {
    let given = folders.master_key.as_deref().map(master_key::given).transpose()?;
    if let (Some(_), Some(keys)) = (&folders.state_url, &given) {
        // Neither the state nor the key is in the folder: servers that have both keys may go on meanwhile.
        return Ok(Rotated { resealed: reseal(&location(folders), keys).await?, is_in_file: false });
    }
    if !folders.data.is_dir() {
        return Err(StartError::new(format!("there is no folder {}", folders.data.display())));
    }
    let _alone = objects::lock(&folders.data)?;
    let location = location(folders);
    if let Location::Sqlite(path) = &location
        && !path.exists()
    {
        return Err(StartError::new(format!("there is no state in {}", folders.data.display())));
    }
    match given {
        None => in_file(folders, &location).await,
        Some(keys) => Ok(Rotated { resealed: reseal(&location, &keys).await?, is_in_file: false }),
    }
}

async fn in_file(folders: &Folders, location: &Location) -> Result<Rotated, StartError> {
    let path = master_key::file(&folders.data);
    let missing = || StartError::new(format!("there is no {}", path.display()));
    let earlier = master_key::read(&path)?.ok_or_else(missing)?;
    let keys = [vec![chance::bytes()], earlier].concat();
    master_key::write(&path, &keys)?;
    let resealed = reseal(location, &keys).await?;
    master_key::write(&path, &keys[..1])?;
    Ok(Rotated { resealed, is_in_file: true })
}

async fn reseal(location: &Location, keys: &[master_key::Key]) -> Result<u64, StartError> {
    let failed = |why| StartError::because("seal the secrets anew", why);
    let keys = master_key::master_keys(keys);
    let meta = Store::open(location).await.map_err(|why| StartError::because("open the state", why))?;
    let mut tx = meta.write().await.map_err(failed)?;
    let mut resealed = access_keys::reseal(&mut tx, &keys, chance::bytes).await.map_err(failed)?;
    resealed += kms_materials::reseal(&mut tx, &keys, chance::bytes).await.map_err(failed)?;
    resealed += trail_keys::reseal(&mut tx, &keys, chance::bytes).await.map_err(failed)?;
    resealed += topics::reseal(&mut tx, &keys, chance::bytes).await.map_err(failed)?;
    tx.commit().await.map_err(failed)?;
    meta.close().await;
    Ok(resealed)
}
