//! DeleteTopic: one that is not there is no error.

use ashiato_meta::{tags, topics};

use super::failure::{invalid, of_state};
use super::named;
use crate::aws::Error;
use crate::aws::generated::sns::DeleteTopicInput;
use crate::context::Context;

pub(super) async fn delete_topic(ctx: &Context, input: DeleteTopicInput) -> Result<(), Error> {
    if input.topic_arn.splitn(6, ':').count() < 6 {
        return Err(invalid("TopicArn Reason: An ARN must have at least 6 elements"));
    }
    let mut tx = named::write(ctx).await?;
    topics::delete(&mut tx, &input.topic_arn).await.map_err(of_state)?;
    tags::clear(&mut tx, &input.topic_arn).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}
