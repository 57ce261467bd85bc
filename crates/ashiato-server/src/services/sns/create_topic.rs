//! CreateTopic: of one that is there, its ARN.

use ashiato_meta::topics::{self, Topic};
use ashiato_meta::{Kind, tags};

use super::failure::{invalid, of_state};
use super::{attributes, named, tagged};
use crate::aws::Error;
use crate::aws::generated::sns::{CreateTopicInput, CreateTopicResponse};
use crate::context::Context;

const NAME_MAX: usize = 256;

pub(super) async fn create_topic(ctx: &Context, input: CreateTopicInput) -> Result<CreateTopicResponse, Error> {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_name = (1..=NAME_MAX).contains(&input.name.len()) && input.name.bytes().all(is_letter);
    if !is_name {
        return Err(invalid("Topic Name"));
    }
    if input.data_protection_policy.is_some() {
        return Err(invalid("DataProtectionPolicy Reason: it is not supported by Ashiato"));
    }
    let given = input.attributes.unwrap_or_default();
    for (name, value) in &given {
        attributes::check_of_topic(name, value)?;
    }
    let new_tags = tagged::tags(input.tags.unwrap_or_default())?;
    let arn = format!("arn:aws:sns:{}:{}:{}", ctx.region, ctx.state.kept.account.as_str(), input.name);
    let mut tx = named::write(ctx).await?;
    match topics::get(&mut tx, &arn).await {
        Ok(earlier) => {
            let kept = attributes::read(&earlier.attributes)?;
            return match given.iter().all(|(name, value)| kept.get(name) == Some(value)) {
                true => Ok(CreateTopicResponse { topic_arn: Some(arn) }),
                false => Err(invalid("Attributes Reason: Topic already exists with different attributes")),
            };
        }
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(of_state(error)),
    }
    let topic = Topic {
        arn: arn.clone(),
        place: named::place(ctx),
        attributes: attributes::write(&given),
        created: ctx.state.now(),
    };
    topics::create(&mut tx, &topic).await.map_err(of_state)?;
    tags::put(&mut tx, &arn, &new_tags).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)?;
    Ok(CreateTopicResponse { topic_arn: Some(arn) })
}
