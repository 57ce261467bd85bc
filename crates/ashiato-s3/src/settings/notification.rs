//! Who is told of a bucket's changes.

use ashiato_objects::Store;
use s3s::S3Result;
use s3s::dto::*;

use crate::documents;

const NOTIFICATION: &str = "notification";

pub(crate) fn notification(store: &Store, bucket: &str) -> S3Result<GetBucketNotificationConfigurationOutput> {
    let kept: Option<NotificationConfiguration> = documents::get(store, bucket, NOTIFICATION)?;
    let kept = kept.unwrap_or_default();
    Ok(GetBucketNotificationConfigurationOutput {
        event_bridge_configuration: kept.event_bridge_configuration,
        lambda_function_configurations: kept.lambda_function_configurations,
        queue_configurations: kept.queue_configurations,
        topic_configurations: kept.topic_configurations,
    })
}

/// Each configuration without an id gets one, as S3 gives it.
pub(crate) async fn put_notification(
    store: &Store,
    input: PutBucketNotificationConfigurationInput,
) -> S3Result<PutBucketNotificationConfigurationOutput> {
    let mut given = input.notification_configuration;
    let mut count = 0;
    let mut named = |id: &mut Option<String>| {
        count += 1;
        id.get_or_insert_with(|| format!("configuration-{count}"));
    };
    given.lambda_function_configurations.iter_mut().flatten().for_each(|one| named(&mut one.id));
    given.queue_configurations.iter_mut().flatten().for_each(|one| named(&mut one.id));
    given.topic_configurations.iter_mut().flatten().for_each(|one| named(&mut one.id));
    documents::put(store, &input.bucket, NOTIFICATION, &given).await?;
    Ok(PutBucketNotificationConfigurationOutput::default())
}
