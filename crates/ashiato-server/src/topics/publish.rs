//! Publishing: what is to be delivered is stored with everything else of a transaction, or not at all.

use ashiato_meta::topic_deliveries::Delivery;
use ashiato_meta::topic_subscriptions::Subscription;
use ashiato_meta::{Tx, topic_deliveries, topic_subscriptions, topics};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

use super::filter::FilterPolicy;
use super::message::{self, Envelope, Notification, Post};
use super::policy::{self, Service};
use super::signer::signer;
use crate::state::State;

/// Why a message was not published.
#[derive(Debug)]
pub enum Failure {
    /// The state did not answer, or there is no such topic.
    State(ashiato_meta::Error),
    /// The topic's policy does not let the service: the sentence of the denial.
    Denied(String),
    /// What is kept of the topic cannot be read: why.
    Unreadable(String),
    /// The message could not be signed: why.
    Signing(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::State(error) => write!(f, "publish: {error}"),
            Failure::Denied(why) => f.write_str(why),
            Failure::Unreadable(why) => write!(f, "publish: {why}"),
            Failure::Signing(why) => write!(f, "sign a message: {why}"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<ashiato_meta::Error> for Failure {
    fn from(error: ashiato_meta::Error) -> Failure {
        Failure::State(error)
    }
}

/// Publishes a message for a service, as the topic's policy lets it. When this returns it is stored for every endpoint.
/// Tells the message's id.
///
/// # Errors
/// `Denied` where the policy does not; `NotFound` of the state where there is no such topic; the state's others.
pub async fn publish(
    state: &Arc<State>,
    by: &Service,
    topic_arn: &str,
    subject: Option<&str>,
    message: &str,
) -> Result<String, Failure> {
    let published =
        Notification { subject: subject.map(str::to_string), message: message.to_string(), ..Notification::default() };
    ready(state).await?;
    let mut tx = state.kept.meta.write().await?;
    let message_id = publish_for_service(&mut tx, state, by, topic_arn, &published).await?;
    tx.commit().await?;
    wake(state);
    Ok(message_id)
}

/// Sees to it that messages can be signed.
pub(crate) async fn ready(state: &State) -> Result<(), Failure> {
    signer(state).await.map(drop)
}

pub(crate) async fn publish_in(state: &State, topic_arn: &str, published: &Notification) -> Result<String, Failure> {
    // Made on the first message, which takes long: no transaction is held meanwhile.
    ready(state).await?;
    let mut tx = state.kept.meta.write().await?;
    let message_id = store_for_all(&mut tx, state, topic_arn, published).await?;
    tx.commit().await?;
    wake(state);
    Ok(message_id)
}

/// The same in the transaction of what the service has to tell: the message is sent if and only if that is committed.
/// Before it begins messages must be [`ready`]; once it is committed [`wake`] is to be called.
///
/// # Errors
/// The same.
pub(crate) async fn publish_for_service(
    tx: &mut Tx,
    state: &State,
    by: &Service,
    topic_arn: &str,
    published: &Notification,
) -> Result<String, Failure> {
    let topic = topics::get(tx, topic_arn).await?;
    if let Some(sentence) = policy::denial(by, &topic, (state.clock)())? {
        return Err(Failure::Denied(sentence));
    }
    let message_id = store_for_all(tx, state, topic_arn, published).await?;
    tracing::debug!(service = by.name(), topic_arn, message_id, "a service publishes");
    Ok(message_id)
}

/// Has what is stored delivered at once.
pub(crate) fn wake(state: &State) {
    state.topics.woken.notify_one();
}

/// Stores a message for each subscription of a topic. Tells the message's id.
async fn store_for_all(
    tx: &mut Tx,
    state: &State,
    topic_arn: &str,
    published: &Notification,
) -> Result<String, Failure> {
    // It is not made here: that takes a transaction of its own.
    let signer = state.topics.signer.get().ok_or_else(|| Failure::Signing("there is no key yet".into()))?;
    topics::get(tx, topic_arn).await?;
    let message_id = Uuid::new_v4().to_string();
    let public_url = state.topics.public_url();
    let envelope = Envelope { topic_arn, message_id: &message_id, time: (state.clock)(), public_url };
    for subscription in topic_subscriptions::of_topic(tx, topic_arn).await? {
        if subscription.is_confirmed == 0 || !wants(&subscription, published) {
            continue;
        }
        let told = (subscription.arn.as_str(), subscription.protocol.as_str(), is_raw(&subscription));
        let post = message::notification(&envelope, signer, published, told)
            .map_err(|error| Failure::Signing(error.to_string()))?;
        store(tx, state, &subscription, &post).await?;
    }
    Ok(message_id)
}

/// Asks an endpoint whether it wants to be subscribed: stored in the transaction that subscribes it.
pub(crate) async fn confirmation(tx: &mut Tx, state: &State, subscription: &Subscription) -> Result<(), Failure> {
    let signer = signer(state).await?;
    let message_id = Uuid::new_v4().to_string();
    let public_url = state.topics.public_url();
    let envelope =
        Envelope { topic_arn: &subscription.topic, message_id: &message_id, time: (state.clock)(), public_url };
    let post = message::subscription_confirmation(&envelope, signer, &subscription.token)
        .map_err(|error| Failure::Signing(error.to_string()))?;
    store(tx, state, subscription, &post).await?;
    // It looks again where it finds nothing yet.
    state.topics.woken.notify_one();
    Ok(())
}

async fn store(tx: &mut Tx, state: &State, subscription: &Subscription, post: &Post) -> Result<(), Failure> {
    let delivery = Delivery {
        id: Uuid::new_v4().to_string(),
        subscription: subscription.arn.clone(),
        topic: subscription.topic.clone(),
        endpoint: subscription.endpoint.clone(),
        post: match subscription.protocol.as_str() {
            "sqs" => serde_json::to_string(&to_queue(post)),
            _ => serde_json::to_string(post),
        }
        .map_err(|why| Failure::Signing(why.to_string()))?,
        tries: 0,
        due: state.now(),
    };
    Ok(topic_deliveries::create(tx, &delivery).await?)
}

/// The same for a queue of SQS's interface: a form.
fn to_queue(post: &Post) -> Post {
    let body = percent_encoding::utf8_percent_encode(&post.body, percent_encoding::NON_ALPHANUMERIC);
    let content_type = ("content-type".to_string(), "application/x-www-form-urlencoded".to_string());
    Post { headers: vec![content_type], body: format!("Action=SendMessage&Version=2012-11-05&MessageBody={body}") }
}

/// Whether the subscription's filter policy lets a message through. One that cannot be read, though it was checked when it
/// was set, filters nothing: too much is told rather than too little.
fn wants(subscription: &Subscription, published: &Notification) -> bool {
    let attributes = serde_json::from_str(&subscription.attributes).map_err(|why| why.to_string());
    match attributes.and_then(|attributes| FilterPolicy::of(&attributes)) {
        Ok(policy) => policy.is_none_or(|policy| policy.wants(published, &subscription.protocol)),
        Err(why) => {
            tracing::error!(subscription = subscription.arn, why, "a filter policy cannot be read");
            true
        }
    }
}

fn is_raw(subscription: &Subscription) -> bool {
    let attributes: Option<Value> = serde_json::from_str(&subscription.attributes).ok();
    attributes.is_some_and(|attributes| attributes["RawMessageDelivery"] == "true")
}
