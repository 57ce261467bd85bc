//! The topic that a trail tells of its files.

use ashiato_meta::trails::Trail;
use ashiato_meta::{Kind, Tx, topics};
use ashiato_policy::arn::{Arn, is_account_id};

use super::fault::failed;
use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::{
    INSUFFICIENT_SNS_TOPIC_POLICY_EXCEPTION, INVALID_SNS_TOPIC_NAME_EXCEPTION,
};
use crate::context::Context;
use crate::topics::{Service, denial};

/// Source: CloudTrail API Reference, CreateTrail.
const CHARS_MAX: usize = 256;

/// The ARN of a topic that is given by its ARN, or by its name in this region; `InvalidSnsTopicNameException` where it is
/// neither.
pub(super) fn arn(ctx: &Context, given: &str) -> Result<String, Error> {
    let invalid = || INVALID_SNS_TOPIC_NAME_EXCEPTION.because(format!("The SNS topic name {given} is not valid."));
    if given.chars().count() > CHARS_MAX {
        return Err(invalid());
    }
    if !given.starts_with("arn:") {
        let name = Some(given).filter(|name| is_name(name)).ok_or_else(invalid)?;
        return Ok(Arn::new("sns", &ctx.region, ctx.state.kept.account.as_str(), name).to_string());
    }
    let arn = Arn::parse(given).map_err(|_| invalid())?;
    let is_of_topics = arn.service == "sns" && !arn.region.is_empty() && is_account_id(&arn.account);
    match is_of_topics && is_name(&arn.resource) {
        true => Ok(given.to_string()),
        false => Err(invalid()),
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| char.is_ascii_alphanumeric() || char == '-' || char == '_')
}

/// Refuses a topic that is not there, or whose policy keeps CloudTrail from it, as the one does that topics begin with.
pub(super) async fn check(tx: &mut Tx, ctx: &Context, trail: &Trail) -> Result<(), Error> {
    let Some(arn) = &trail.topic_arn else { return Ok(()) };
    let refused = || {
        let why = "SNS Topic does not exist or the topic policy is incorrect!";
        INSUFFICIENT_SNS_TOPIC_POLICY_EXCEPTION.because(why)
    };
    let topic = topics::get(tx, arn).await.map_err(|error| match error.kind {
        Kind::NotFound => refused(),
        _ => failed(error),
    })?;
    let by = Service::cloud_trail(&trail.arn, trail.account.as_str());
    match denial(&by, &topic, ctx.now).map_err(|why| Error::internal(why.to_string()))? {
        None => Ok(()),
        Some(_) => Err(refused()),
    }
}
