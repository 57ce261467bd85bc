//! Subscribe: an endpoint of HTTP is asked whether it wants to be; a queue is asked nothing.

use ashiato_meta::topic_subscriptions::{self, Subscription};
use uuid::Uuid;

use super::failure::{invalid, of_message, of_state};
use super::{attributes, filter_policy, named};
use crate::aws::Error;
use crate::aws::generated::sns::{SubscribeInput, SubscribeResponse};
use crate::chance;
use crate::context::Context;
use crate::topics;

pub(super) async fn subscribe(ctx: &Context, input: SubscribeInput) -> Result<SubscribeResponse, Error> {
    let endpoint = input.endpoint.unwrap_or_default();
    check(&input.protocol, &endpoint)?;
    let given = input.attributes.unwrap_or_default();
    for (name, value) in &given {
        attributes::check_of_subscription(name, value)?;
    }
    filter_policy::check(&given, "Attributes Reason: ")?;
    // A key is made on the first message, which takes long: not while the state is held.
    topics::ready(&ctx.state).await.map_err(of_message)?;
    let mut tx = named::write(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let earlier = topic_subscriptions::of_topic(&mut tx, &topic.arn).await.map_err(of_state)?;
    let earlier = earlier.into_iter().find(|one| one.protocol == input.protocol && one.endpoint == endpoint);
    let is_new = earlier.is_none();
    let subscription = earlier.unwrap_or_else(|| Subscription {
        arn: format!("{}:{}", topic.arn, Uuid::new_v4()),
        topic: topic.arn,
        place: named::place(ctx),
        is_confirmed: (input.protocol == "sqs").into(),
        protocol: input.protocol,
        endpoint,
        attributes: attributes::write(&given),
        token: token(),
        created: ctx.state.now(),
    });
    if is_new {
        filter_policy::check_room(&mut tx, &given, &subscription).await?;
        topic_subscriptions::create(&mut tx, &subscription).await.map_err(of_state)?;
    } else if !given.is_empty() {
        let mut kept = attributes::read(&subscription.attributes)?;
        kept.remove(topics::ENDS_SIGNED);
        if kept != given {
            return Err(invalid("Attributes Reason: Subscription already exists with different attributes"));
        }
    }
    if subscription.is_confirmed == 0 {
        topics::confirmation(&mut tx, &ctx.state, &subscription).await.map_err(of_message)?;
    }
    tx.commit().await.map_err(of_state)?;
    let is_told = subscription.is_confirmed != 0 || input.return_subscription_arn == Some(true);
    let arn = if is_told { subscription.arn } else { "pending confirmation".to_string() };
    Ok(SubscribeResponse { subscription_arn: Some(arn) })
}

fn check(protocol: &str, endpoint: &str) -> Result<(), Error> {
    let schemes: &[&str] = match protocol {
        "http" => &["http://"],
        "https" => &["https://"],
        // A queue is named by its URL: what ARN of a queue is where, this server cannot know.
        "sqs" => &["http://", "https://"],
        _ => return Err(invalid(format!("Does not support this protocol string: {protocol}"))),
    };
    let is_url = endpoint.parse::<http::Uri>().is_ok_and(|uri| uri.host().is_some_and(|host| !host.is_empty()));
    match is_url && schemes.iter().any(|scheme| endpoint.starts_with(scheme)) {
        true => Ok(()),
        false => Err(invalid("Endpoint must match the specified protocol")),
    }
}

/// What only the endpoint is told: 64 random bytes.
fn token() -> String {
    chance::bytes::<64>().iter().map(|byte| format!("{byte:02x}")).collect()
}
