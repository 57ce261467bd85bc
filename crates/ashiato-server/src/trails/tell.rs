//! Tells of delivered log files: a message to the trail's topic, and the events to its log group.
//!
//! Neither holds up the files. What fails is told by GetTrailStatus; the next file is tried anew.

use ashiato_meta::Millis;
use ashiato_meta::trail_files::TrailFile;
use ashiato_meta::trail_status::{self, Delivered};
use ashiato_meta::trails::Trail;
use chrono::{DateTime, Utc};
use serde_json::json;
use std::sync::Arc;

use super::Failed;
use super::facts::Facts;
use super::log_role::expect_may_write;
use super::spool::name_of;
use super::{Trails, unpacked};
use crate::logs;
use crate::state::State;
use crate::topics;

/// A log event holds no more. Source: AWS CloudTrail User Guide, "Sending events to CloudWatch Logs".
const LOG_EVENT_BYTES_MAX: usize = 256 << 10;

/// Tells of a file that is in its bucket, and in the spool still.
pub(super) async fn tell(
    own: &Trails,
    state: &Arc<State>,
    (trail, file): (&Trail, &TrailFile),
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    if let Some(topic) = &trail.topic_arn {
        let message = json!({ "s3Bucket": file.bucket, "s3ObjectKey": [file.object_key] }).to_string();
        let published = topics::publish(state, topic, None, &message).await;
        noted(state, (trail, Delivered::Notification), now, published.map(drop).map_err(|why| with_causes(&why)))
            .await?;
    }
    if let Some(group) = &trail.log_group_arn {
        let done = into_group(own, state, (trail, group), file, now).await;
        noted(state, (trail, Delivered::Logs), now, done).await?;
    }
    Ok(())
}

async fn into_group(
    own: &Trails,
    state: &Arc<State>,
    (trail, group): (&Trail, &str),
    file: &TrailFile,
    now: DateTime<Utc>,
) -> Result<(), String> {
    // arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*
    let parts: Vec<&str> = group.split(':').collect();
    let [_, _, _, region, _, "log-group", name, ..] = parts[..] else {
        return Err(format!("{group} is no log group"));
    };
    let spool = Arc::clone(&own.spool);
    let of = name_of(file);
    let records = tokio::task::spawn_blocking(move || {
        let gzip = spool.get(&of).map_err(|why| format!("read a log file in the spool: {why}"))?;
        unpacked(&gzip)
    });
    let mut events = Vec::new();
    for record in records.await.map_err(|why| why.to_string())?? {
        let facts = Facts::of(&record).map_err(|why| format!("read a record: {why}"))?;
        let time = facts.time().ok_or("a record has no time")?;
        if record.len() <= LOG_EVENT_BYTES_MAX {
            events.push((time, record));
        }
    }
    events.sort_by_key(|(time, _)| *time);
    let stream = format!("{}_CloudTrail_{}", file.account.as_str(), file.region);
    let arn = format!("{}:log-stream:{stream}", group.trim_end_matches(":*"));
    expect_may_write(&own.log_roles, state, trail, arn, (file.is_of_deliveries == 0, now)).await?;
    logs::deliver(state, region, (name, &stream), events).await.map_err(|why| with_causes(&why))
}

fn with_causes(why: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(why.source(), |cause| cause.source());
    causes.fold(why.to_string(), |text, cause| format!("{text}: {cause}"))
}

async fn noted(
    state: &State,
    (trail, what): (&Trail, Delivered),
    now: DateTime<Utc>,
    outcome: Result<(), String>,
) -> Result<(), Failed> {
    let at = Millis(now.timestamp_millis());
    let mut tx = state.kept.meta.write().await?;
    match outcome {
        Ok(()) => trail_status::succeeded(&mut tx, &trail.arn, what, at).await?,
        Err(why) => {
            tracing::warn!(trail = trail.arn, why, "a trail's delivery could not be told of");
            trail_status::failed(&mut tx, &trail.arn, what, at, &why).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
