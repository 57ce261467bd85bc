//! What a subscription is confirmed by, and who may end it.

use ashiato_meta::topic_subscriptions::{self, Subscription};
use ashiato_meta::{Result as MetaResult, Tx};
use serde_json::Value;
use std::collections::BTreeMap;
use subtle::ConstantTimeEq;

use crate::aws::Error;

/// Kept among the attributes of a subscription that signed requests alone end. Clients neither set nor read it there.
pub(crate) const ENDS_SIGNED: &str = "AuthenticateOnUnsubscribe";

/// Who may end a subscription, beside those whom policies let.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MayEnd {
    /// Whoever knows its ARN, as its endpoint does.
    Anybody,
    /// Nobody.
    NobodyElse,
}

/// The subscription of a topic whose endpoint was told this token. `None`: none was.
pub(crate) async fn of_token(tx: &mut Tx, topic: &str, token: &str) -> MetaResult<Option<Subscription>> {
    let all = topic_subscriptions::of_topic(tx, topic).await?;
    Ok(all.into_iter().find(|one| bool::from(one.token.as_bytes().ct_eq(token.as_bytes()))))
}

/// Confirms a subscription. Who may end it, once that is nobody else, stays so when it is confirmed again.
pub(crate) async fn confirm(tx: &mut Tx, mut subscription: Subscription, may_end: MayEnd) -> Result<(), Error> {
    subscription.is_confirmed = 1;
    if may_end == MayEnd::NobodyElse {
        let mut attributes = attributes(&subscription)?;
        attributes.insert(ENDS_SIGNED.to_string(), "true".to_string());
        subscription.attributes = Value::from_iter(attributes).to_string();
    }
    topic_subscriptions::update(tx, &subscription).await.map_err(of_state)
}

/// Whether signed requests alone end it. Queues' are such ones. Source: the API reference of Unsubscribe.
pub(super) fn ends_signed(subscription: &Subscription) -> Result<bool, Error> {
    Ok(subscription.protocol == "sqs" || attributes(subscription)?.contains_key(ENDS_SIGNED))
}

/// The state's error, where nothing is missing.
pub(super) fn of_state(error: ashiato_meta::Error) -> Error {
    Error::internal(match &error.source {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    })
}

fn attributes(subscription: &Subscription) -> Result<BTreeMap<String, String>, Error> {
    serde_json::from_str(&subscription.attributes)
        .map_err(|why| Error::internal(format!("read the attributes of subscription {}: {why}", subscription.arn)))
}
