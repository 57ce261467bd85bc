//! What KMS does because its time has come, as it is recorded: material renewed, keys removed.
//!
//! Source: KMS Developer Guide, "RotateKey" and "DeleteKey" among the examples of log entries.

use ashiato_event::record::Resource;
use ashiato_meta::Millis;
use ashiato_meta::kms_keys::KmsKey;
use chrono::DateTime;
use serde_json::json;
use std::sync::PoisonError;

use super::{Failed, Keeper};
use crate::recording::OwnEvent;

impl Keeper {
    /// Records that a key has another material now.
    pub(super) async fn record_rotation(&self, key: &KmsKey, now: Millis) -> Result<(), Failed> {
        let details = json!({ "rotationType": "AUTOMATIC", "keyOrigin": "AWS_KMS", "keyId": key.id });
        self.record(key, ("RotateKey", details, None), now).await
    }

    /// Records that a key is gone.
    pub(super) async fn record_deletion(&self, key: &KmsKey, now: Millis) -> Result<(), Failed> {
        let answered = Some(json!({ "keyId": key.arn }));
        self.record(key, ("DeleteKey", json!({ "keyId": key.id }), answered), now).await
    }

    async fn record(
        &self,
        key: &KmsKey,
        (name, details, answered): (&'static str, serde_json::Value, Option<serde_json::Value>),
        now: Millis,
    ) -> Result<(), Failed> {
        let recorder = self.recorder.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(recorder) = recorder else { return Ok(()) };
        let own = OwnEvent {
            source: "kms.amazonaws.com",
            name,
            region: key.place.as_str().rsplit('/').next().unwrap_or_default(),
            answered,
            resource: key_resource(&key.arn, self.account.as_str()),
            details,
        };
        let now =
            DateTime::from_timestamp_millis(now.0).ok_or_else(|| Failed::State(format!("{} is no moment", now.0)))?;
        recorder.record_event(own, &self.account, now).await.map_err(|why| Failed::State(why.to_string()))
    }
}

/// A key, as records name it.
pub(crate) fn key_resource(arn: &str, account: &str) -> Resource {
    Resource {
        account_id: Some(account.to_string()),
        kind: "AWS::KMS::Key".to_string(),
        arn: Some(arn.to_string()),
        arn_prefix: None,
    }
}
