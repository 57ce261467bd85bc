//! The keys of encrypted objects: each body's data key is one of KMS's, made and opened here for the object store.

use ashiato_meta::Millis;
use ashiato_objects::{DataKey, Error, Kind, Sealing, Vault, WrappedKey};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{Failed, Keeper};
use crate::chance;

#[async_trait]
impl Vault for Keeper {
    async fn make(&self, sealing: &Sealing, now: DateTime<Utc>) -> Result<(DataKey, WrappedKey), Error> {
        let now = Millis(now.timestamp_millis());
        let key = self.key(&sealing.key, now).await.map_err(refused)?;
        let bytes = chance::bytes::<32>();
        let wrapped = self.encrypt(&key, &sealing.context, &bytes, now).await.map_err(refused)?;
        Ok((DataKey::new(&bytes)?, WrappedKey::new(sealing.clone(), &wrapped)))
    }

    async fn open(&self, wrapped: &WrappedKey, now: DateTime<Utc>) -> Result<DataKey, Error> {
        let Sealing { key, context } = &wrapped.sealing;
        let key = self.key(key, Millis(now.timestamp_millis())).await.map_err(refused)?;
        DataKey::new(&self.decrypt(&key, context, &wrapped.wrapped()?).await.map_err(refused)?)
    }
}

fn refused(failed: Failed) -> Error {
    let kind = match failed {
        Failed::NoKey(_) => Kind::KeyMissing,
        Failed::Disabled(_) => Kind::KeyDisabled,
        Failed::PendingDeletion(_) => Kind::KeyPendingDeletion,
        Failed::Ciphertext => Kind::Corrupt,
        Failed::State(_) => Kind::Disk,
    };
    Error::new(kind, failed.to_string())
}
