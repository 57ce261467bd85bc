//! Filter policies of subscriptions: what is set is held against what SNS takes.

use ashiato_meta::Tx;
use ashiato_meta::topic_subscriptions::{self, Subscription};

use super::attributes::{self, Attributes};
use super::failure::{invalid, of_state};
use crate::aws::Error;
use crate::aws::generated::sns::errors::FILTER_POLICY_LIMIT_EXCEEDED_EXCEPTION;
use crate::topics::FilterPolicy;

/// Subscriptions of a topic that may have one.
const OF_TOPIC_MAX: usize = 200;

/// Refuses attributes whose filter policy SNS would not take: `before` stands before the sentence, as the operation has it.
pub(super) fn check(attributes: &Attributes, before: &str) -> Result<(), Error> {
    FilterPolicy::of(attributes).map(drop).map_err(|why| invalid(format!("{before}{why}")))
}

/// Refuses a filter policy of one subscription more than a topic may have.
pub(super) async fn check_room(tx: &mut Tx, wanted: &Attributes, subscription: &Subscription) -> Result<(), Error> {
    if !wanted.contains_key("FilterPolicy") {
        return Ok(());
    }
    let of_topic = topic_subscriptions::of_topic(tx, &subscription.topic).await.map_err(of_state)?;
    let mut others = 0;
    for other in of_topic.iter().filter(|other| other.arn != subscription.arn) {
        others += usize::from(attributes::read(&other.attributes)?.contains_key("FilterPolicy"));
    }
    match others < OF_TOPIC_MAX {
        true => Ok(()),
        false => Err(FILTER_POLICY_LIMIT_EXCEEDED_EXCEPTION
            .because(format!("The topic has {OF_TOPIC_MAX} filter policies already."))),
    }
}
