//! Keys that a service uses for a caller: what S3 does with the key of an object, the caller must be let do.

use ashiato_meta::kms_keys::KmsKey;
use ashiato_meta::{Kind, Millis, Place, kms_aliases};
use ashiato_policy::arn::Arn;
use ashiato_policy::evaluate::Principal;
use std::borrow::Cow;

use super::{Caller, Check};
use crate::keys::{EncryptionContext, Failed, context_keys, expect_usable};

/// What a service does with a key for a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyUse {
    /// A new key for data.
    GenerateDataKey,
    /// A key for data that was made earlier.
    Decrypt,
}

impl KeyUse {
    /// KMS's name of the operation.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            KeyUse::GenerateDataKey => "GenerateDataKey",
            KeyUse::Decrypt => "Decrypt",
        }
    }
}

/// Why a caller may not use a key.
#[derive(Debug)]
pub(crate) enum KeyRefusal {
    /// It is not let; the sentence of the denial.
    Denied(String),
    /// The key is not there, or must not be used.
    Failed(Failed),
}

impl Caller {
    /// The ARN of the key that is named, in the region of the request, by its id, its ARN, its alias or the ARN of that.
    pub(crate) async fn key_arn(&self, given: &str) -> Result<String, KeyRefusal> {
        let (account, region) = (&self.state.kept.account, self.keys.region.as_str());
        let arn = |resource: &str| Arn::new("kms", region, account.as_str(), resource).to_string();
        let named = match given.starts_with("arn:") {
            true => given.to_string(),
            false if given.starts_with("alias/") => arn(given),
            false => return Ok(arn(&format!("key/{given}"))),
        };
        let Some((place, alias)) = named.split_once(":alias/") else { return Ok(named) };
        let missing = || KeyRefusal::Failed(Failed::NoKey(named.clone()));
        let region = place.strip_suffix(&format!(":{}", account.as_str())).and_then(|start| start.rsplit(':').next());
        let place = Place::new(account, region.ok_or_else(missing)?);
        let failed = |error: ashiato_meta::Error| KeyRefusal::Failed(error.into());
        let mut tx = self.state.kept.meta.read().await.map_err(failed)?;
        let found = kms_aliases::get(&mut tx, &place, alias).await;
        found.map(|alias| alias.key_arn).map_err(|error| match error.kind {
            Kind::NotFound => missing(),
            _ => failed(error),
        })
    }

    /// Whether a service may do this with a key for it: the key is there and in use, and its policy lets the caller. It
    /// is recorded, as a call that the service made of KMS.
    pub(crate) async fn use_key(
        &self,
        service: &str,
        arn: &str,
        operation: KeyUse,
        context: &EncryptionContext,
    ) -> Result<(), KeyRefusal> {
        let decided = self.decide_use(service, arn, operation, context).await;
        match self.record_use(arn, operation, context, &decided).await {
            Ok(()) => decided,
            Err(unrecorded) => Err(KeyRefusal::Failed(Failed::State(unrecorded.to_string()))),
        }
    }

    async fn decide_use(
        &self,
        service: &str,
        arn: &str,
        operation: KeyUse,
        context: &EncryptionContext,
    ) -> Result<(), KeyRefusal> {
        let now = Millis(self.keys.now.timestamp_millis());
        let key = self.state.keys.key(arn, now).await.map_err(KeyRefusal::Failed)?;
        if self.principal == Principal::Anonymous {
            return Err(KeyRefusal::Denied("Access Denied".to_string()));
        }
        let check = Check {
            action: format!("kms:{}", operation.as_str()),
            resource: key.arn.clone(),
            keys: self.of_key(&key, service, context),
        };
        match self.denial_of_key(&check, &key.policy) {
            Ok(None) => expect_usable(&key).map_err(KeyRefusal::Failed),
            Ok(Some(sentence)) => Err(KeyRefusal::Denied(sentence)),
            Err(error) => {
                let logged = error.logged.clone().unwrap_or_else(|| error.to_string());
                Err(KeyRefusal::Failed(Failed::State(logged)))
            }
        }
    }

    /// Source: KMS Developer Guide, "AWS KMS condition keys".
    fn of_key(&self, key: &KmsKey, service: &str, context: &EncryptionContext) -> Vec<(Cow<'static, str>, String)> {
        let region = key.place.as_str().rsplit('/').next().unwrap_or_default();
        let mut keys = context_keys(context);
        keys.extend([
            ("kms:viaservice".into(), format!("{service}.{region}.amazonaws.com")),
            ("kms:keyspec".into(), key.spec.clone()),
            ("kms:keyusage".into(), key.key_usage.clone()),
            ("kms:keyorigin".into(), "AWS_KMS".to_string()),
        ]);
        keys.extend(self.principal.account().map(|account| ("kms:calleraccount".into(), account.to_string())));
        keys
    }
}
