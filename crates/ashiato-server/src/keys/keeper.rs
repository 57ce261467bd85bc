//! Keys out of the state, and what is done with their material.

use ashiato_meta::kms_keys::{self, KeyState, KmsKey};
use ashiato_meta::kms_materials::{self, Material};
use ashiato_meta::{AccountId, Kind, MasterKeys, Millis, Store, Tx};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Mutex;
use uuid::Uuid;

use super::envelope::{EncryptionContext, Named, open, seal};
use crate::chance;
use crate::recording::Recorder;
use crate::state::Kept;

const DAY_MILLIS: i64 = 24 * 3600 * 1000;

/// Where keys are, and what unseals them.
#[derive(Debug, Clone)]
pub(crate) struct Keeper {
    pub(super) meta: Store,
    pub(super) master: MasterKeys,
    pub(super) account: AccountId,
    /// Who is told of what is done without being asked for. Empty: nothing is recorded.
    pub(super) recorder: Arc<RwLock<Option<Recorder>>>,
    /// Who renews material, renews alone.
    pub(super) renewing: Arc<Mutex<()>>,
}

/// Why a key did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failed {
    /// There is none of this ARN.
    NoKey(String),
    /// The key of this ARN is disabled.
    Disabled(String),
    /// The key of this ARN waits for its end.
    PendingDeletion(String),
    /// The ciphertext is none of the key's, was changed, or is bound to another context.
    Ciphertext,
    /// The state could not be used.
    State(String),
}

impl From<ashiato_meta::Error> for Failed {
    fn from(error: ashiato_meta::Error) -> Failed {
        let causes = std::iter::successors(std::error::Error::source(&error), |cause| cause.source());
        let below = causes.map(|cause| format!(": {cause}")).collect::<String>();
        Failed::State(format!("{error}{below}"))
    }
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failed::NoKey(arn) => write!(f, "Key '{arn}' does not exist"),
            Failed::Disabled(arn) => write!(f, "{arn} is disabled."),
            Failed::PendingDeletion(arn) => write!(f, "{arn} is pending deletion."),
            Failed::Ciphertext => f.write_str("the ciphertext is not one of the key in this context"),
            Failed::State(why) => f.write_str(why),
        }
    }
}

impl Failed {
    /// S3's code for it, where it is not the server's own fault.
    pub(crate) fn s3_code(&self) -> Option<&'static str> {
        match self {
            Failed::NoKey(_) => Some("KMS.NotFoundException"),
            Failed::Disabled(_) => Some("KMS.DisabledException"),
            Failed::PendingDeletion(_) => Some("KMS.KMSInvalidStateException"),
            Failed::Ciphertext | Failed::State(_) => None,
        }
    }

    /// KMS's own.
    pub(crate) fn kms_code(&self) -> Option<&'static str> {
        match self {
            Failed::NoKey(_) => Some("NotFoundException"),
            Failed::Disabled(_) => Some("DisabledException"),
            Failed::PendingDeletion(_) => Some("KMSInvalidStateException"),
            Failed::Ciphertext => Some("InvalidCiphertextException"),
            Failed::State(_) => None,
        }
    }
}

/// Refuses a key that must not encrypt or decrypt now.
pub(crate) fn expect_usable(key: &KmsKey) -> Result<(), Failed> {
    match key.state {
        KeyState::Enabled => Ok(()),
        KeyState::Disabled => Err(Failed::Disabled(key.arn.clone())),
        KeyState::PendingDeletion => Err(Failed::PendingDeletion(key.arn.clone())),
    }
}

impl Keeper {
    pub(crate) fn of(kept: &Kept) -> Keeper {
        Keeper {
            meta: kept.meta.clone(),
            master: kept.keys.clone(),
            account: kept.account.clone(),
            recorder: Arc::default(),
            renewing: Arc::default(),
        }
    }

    /// Says where renewed and removed keys are recorded, also by what was cloned from this.
    pub(crate) fn record_with(&self, recorder: Recorder) {
        *self.recorder.write().unwrap_or_else(PoisonError::into_inner) = Some(recorder);
    }

    /// The key of an ARN.
    pub(crate) async fn key(&self, arn: &str, now: Millis) -> Result<KmsKey, Failed> {
        kms_keys::get(&mut self.meta.read().await?, arn, now).await.map_err(|error| match error.kind {
            Kind::NotFound => Failed::NoKey(arn.to_string()),
            _ => error.into(),
        })
    }

    /// The ARN of the key that a ciphertext names, in a region. `None`: it is no ciphertext.
    pub(crate) fn key_of(&self, ciphertext: &[u8], region: &str) -> Option<String> {
        let id = Named::of(ciphertext)?.key_id;
        Some(format!("arn:aws:kms:{region}:{}:key/{id}", self.account.as_str()))
    }

    /// Stores a new key and its first material.
    pub(crate) async fn create(&self, tx: &mut Tx, key: &KmsKey) -> Result<(), Failed> {
        kms_keys::create(tx, key).await?;
        self.renew(tx, key, 1, key.created).await?;
        Ok(())
    }

    /// Encrypts under a key's newest material, which is renewed first where its time has come.
    pub(crate) async fn encrypt(
        &self,
        key: &KmsKey,
        context: &EncryptionContext,
        plaintext: &[u8],
        now: Millis,
    ) -> Result<Vec<u8>, Failed> {
        expect_usable(key)?;
        let mut material = kms_materials::get(&mut self.meta.read().await?, &self.master, &key.arn, None).await?;
        if next_rotation(key, material.created).is_some_and(|due| due <= now) {
            material = self.rotate(key, now).await?;
        }
        let number = u32::try_from(material.number).map_err(|why| Failed::State(why.to_string()))?;
        let named = Named { key_id: id(key)?, number };
        Ok(seal(&material.bytes, named, context, plaintext))
    }

    /// Decrypts what a key encrypted.
    pub(crate) async fn decrypt(
        &self,
        key: &KmsKey,
        context: &EncryptionContext,
        ciphertext: &[u8],
    ) -> Result<Vec<u8>, Failed> {
        expect_usable(key)?;
        let named = Named::of(ciphertext).filter(|named| id(key).is_ok_and(|id| id == named.key_id));
        let number = Some(i64::from(named.ok_or(Failed::Ciphertext)?.number)).filter(|number| *number > 0);
        let mut tx = self.meta.read().await?;
        let material = kms_materials::get(&mut tx, &self.master, &key.arn, Some(number.ok_or(Failed::Ciphertext)?));
        let material = material.await.map_err(|error| match error.kind {
            Kind::NotFound => Failed::Ciphertext,
            _ => error.into(),
        })?;
        open(&material.bytes, context, ciphertext).ok_or(Failed::Ciphertext)
    }

    /// When a key's material is renewed next.
    pub(crate) async fn next_rotation(&self, key: &KmsKey) -> Result<Option<Millis>, Failed> {
        let material = kms_materials::get(&mut self.meta.read().await?, &self.master, &key.arn, None).await?;
        Ok(next_rotation(key, material.created))
    }

    /// Of two that rotate at once, the second finds the first's.
    ///
    /// The renewal is recorded before the transaction that makes it, not in it: nobody else could write to the state
    /// while the journal is synced. And not after it: a crash between the two would leave a renewal that is in no
    /// record. One that comes after the record leaves a key whose time has come still; it is renewed when it is next
    /// used, and that is recorded again.
    async fn rotate(&self, key: &KmsKey, now: Millis) -> Result<Material, Failed> {
        let _alone = self.renewing.lock().await;
        // Other servers that share the state wait for the end of this transaction, which writes nothing.
        let mut turn = self.meta.read().await?;
        turn.alone_with(&format!("rotation of {}", key.arn)).await?;
        let newest = kms_materials::get(&mut turn, &self.master, &key.arn, None).await?;
        if next_rotation(key, newest.created).is_none_or(|due| due > now) {
            return Ok(newest);
        }
        self.record_rotation(key, now).await?;
        let mut tx = self.meta.write().await?;
        let material = self.renew(&mut tx, key, newest.number + 1, now).await?;
        tx.commit().await?;
        Ok(material)
    }

    async fn renew(&self, tx: &mut Tx, key: &KmsKey, number: i64, created: Millis) -> Result<Material, Failed> {
        let material = Material { number, created, bytes: chance::bytes::<32>().to_vec() };
        kms_materials::create(tx, &self.master, &key.arn, &material, chance::bytes()).await?;
        Ok(material)
    }
}

/// The later of the material's beginning and the rotation's, and the days after it.
fn next_rotation(key: &KmsKey, material_created: Millis) -> Option<Millis> {
    let (days, begun) = (key.rotation_days?, key.rotation_begun?);
    Some(Millis(begun.0.max(material_created.0) + days * DAY_MILLIS))
}

fn id(key: &KmsKey) -> Result<Uuid, Failed> {
    Uuid::parse_str(&key.id).map_err(|why| Failed::State(format!("the id of key {}: {why}", key.arn)))
}
