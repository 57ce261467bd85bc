//! Publishing: what is to be delivered is stored with everything else of a transaction, or not at all.

use ashiato_meta::topic_deliveries::Delivery;
use ashiato_meta::topic_subscriptions::Subscription;
use ashiato_meta::{Tx, topic_deliveries, topic_subscriptions, topics};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

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

/// Publishes a message for another part of the server, whatever the topic's policy says. When this returns it is stored
/// for every endpoint. Tells the message's id.
///
/// # Errors
/// `NotFound` of the state where there is no such topic; the state's others.
pub async fn publish(
    state: &Arc<State>,
    topic_arn: &str,
    subject: Option<&str>,
    message: &str,
) -> Result<String, Failure> {
    publish_in(state, topic_arn, &notification(subject, message)).await
}

/// The same for a service, as the topic's policy lets it: for an alarm, [`Service::cloud_watch`].
///
/// # Errors
/// [`Failure::Denied`] where it does not; those of [`publish`].
pub async fn publish_as(
    by: &Service,
    state: &Arc<State>,
    topic_arn: &str,
    subject: Option<&str>,
    message: &str,
) -> Result<String, Failure> {
    ready(state).await?;
    let mut tx = state.kept.meta.write().await?;
    let message_id = publish_within(&mut tx, state, by, topic_arn, &notification(subject, message)).await?;
    tx.commit().await?;
    state.topics.wake();
    Ok(message_id)
}

/// The same in a transaction of the caller's, who sees to it before that messages can be signed ([`ready`]), and wakes who
/// posts them afterwards.
pub(crate) async fn publish_within(
    tx: &mut Tx,
    state: &State,
    by: &Service,
    topic_arn: &str,
    published: &Notification,
) -> Result<String, Failure> {
    let topic = topics::get(tx, topic_arn).await?;
    match policy::denial(by, &topic, (state.clock)())? {
        Some(sentence) => Err(Failure::Denied(sentence)),
        None => store_all(tx, state, topic_arn, published).await,
    }
}

fn notification(subject: Option<&str>, message: &str) -> Notification {
    Notification { subject: subject.map(str::to_string), message: message.to_string(), ..Notification::default() }
}

/// Sees to it that messages can be signed.
pub(crate) async fn ready(state: &State) -> Result<(), Failure> {
    signer(state).await.map(drop)
}

pub(crate) async fn publish_in(state: &State, topic_arn: &str, published: &Notification) -> Result<String, Failure> {
    // Made on the first message, which takes long: no transaction is held meanwhile.
    ready(state).await?;
    let mut tx = state.kept.meta.write().await?;
    topics::get(&mut tx, topic_arn).await?;
    let message_id = store_all(&mut tx, state, topic_arn, published).await?;
    tx.commit().await?;
    state.topics.wake();
    Ok(message_id)
}

/// Stores a message for every endpoint that is confirmed.
async fn store_all(
    tx: &mut Tx,
    state: &State,
    topic_arn: &str,
    published: &Notification,
) -> Result<String, Failure> {
    let signer = signer(state).await?;
    let message_id = Uuid::new_v4().to_string();
    let public_url = state.topics.public_url();
    let envelope = Envelope { topic_arn, message_id: &message_id, time: (state.clock)(), public_url };
    for subscription in topic_subscriptions::of_topic(tx, topic_arn).await? {
        if subscription.is_confirmed == 0 {
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
    state.topics.wake();
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

fn is_raw(subscription: &Subscription) -> bool {
    let attributes: Option<Value> = serde_json::from_str(&subscription.attributes).ok();
    attributes.is_some_and(|attributes| attributes["RawMessageDelivery"] == "true")
}
