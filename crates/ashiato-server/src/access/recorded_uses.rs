//! What a service does with a key for a caller, as it is recorded: a call of KMS by the caller, through a service that is not
//! named.
//!
//! Source: AWS CloudTrail User Guide, "How AWS CloudTrail uses AWS KMS", the example of an object that is read.

use serde_json::{Value, json};

use super::{Caller, KeyRefusal, KeyUse};
use crate::keys::{EncryptionContext, key_resource};
use crate::recording::{By, OwnCall, Unrecorded};

impl Caller {
    pub(super) async fn record_use(
        &self,
        arn: &str,
        operation: KeyUse,
        context: &EncryptionContext,
        outcome: &Result<(), KeyRefusal>,
    ) -> Result<(), Unrecorded> {
        // Who is nobody reaches no key.
        let Some(credential) = &self.credential else { return Ok(()) };
        let error = match outcome {
            Ok(()) => None,
            Err(refusal) => match told(refusal) {
                Some(told) => Some(told),
                // The server's own fault says nothing of the key.
                None => return Ok(()),
            },
        };
        let own = OwnCall {
            by: By::Caller(credential),
            source: "kms.amazonaws.com",
            name: operation.as_str(),
            region: arn.split(':').nth(3).unwrap_or_default().to_string(),
            is_read_only: true,
            is_data: false,
            asked: asked(arn, operation, context),
            answered: None,
            additional: None,
            error,
            resources: vec![key_resource(arn, self.state.kept.account.as_str())],
        };
        self.state.recorder.record_own(&self.state, own).await
    }
}

/// What KMS is asked.
pub(crate) fn asked(arn: &str, operation: KeyUse, context: &EncryptionContext) -> Value {
    match operation {
        KeyUse::GenerateDataKey => json!({ "encryptionContext": context, "keySpec": "AES_256", "keyId": arn }),
        KeyUse::Decrypt => json!({ "encryptionContext": context, "encryptionAlgorithm": "SYMMETRIC_DEFAULT" }),
    }
}

/// Code and sentence of a refusal, as KMS would answer it.
fn told(refusal: &KeyRefusal) -> Option<(String, String)> {
    let (code, sentence) = match refusal {
        KeyRefusal::Denied(sentence) => ("AccessDenied", sentence.clone()),
        KeyRefusal::Failed(failed) => (failed.kms_code()?, failed.to_string()),
    };
    Some((code.to_string(), sentence))
}
