//! Tells the topics of trails of delivered log files.
//!
//! That a file is yet to be told stands in the state from the transaction on in which it is noted as delivered; it is taken
//! back in the transaction that stores the message for the topic's endpoints. So each file is told, also where the server
//! stops in between, and none is told twice by the topic; an endpoint may be posted a message twice.

use ashiato_meta::trail_files::{self, TrailFile};
use ashiato_meta::trail_status::{self, Delivered};
use ashiato_meta::trails::{self, Trail};
use ashiato_meta::{Kind, Millis};
use chrono::{DateTime, Utc};
use serde_json::json;
use std::time::Instant;

use super::{FILES_KEPT_MILLIS, Failed, Trails};
use crate::state::State;
use crate::topics::{self, Notification, Service};

/// How many files of one trail are told at a look: the others have their turn too.
const AT_ONCE: u32 = 100;

/// Tells what is yet to be told, of each trail by itself. What a topic does not take is tried again, ever later, until
/// nothing is known of the file any more.
pub(super) async fn topics(own: &Trails, state: &State) -> Result<(), Failed> {
    let now = (state.clock)();
    let server = &own.settings.server;
    let mut tx = state.kept.meta.read().await?;
    let untold = trail_files::untold_trails(&mut tx, server).await?;
    drop(tx);
    own.untold.keep_only(&untold.iter().map(String::as_str).collect());
    for arn in untold {
        if own.untold.is_waiting(&arn, Instant::now()) {
            continue;
        }
        let mut tx = state.kept.meta.read().await?;
        let trail = match trails::get(&mut tx, &arn).await {
            Ok(trail) => trail,
            Err(error) if error.kind == Kind::NotFound => continue,
            Err(error) => return Err(error.into()),
        };
        let files = trail_files::untold(&mut tx, server, &arn, AT_ONCE).await?;
        drop(tx);
        for file in files {
            let Err(why) = tell(state, &trail, &file, now).await else {
                own.untold.succeeded(&arn);
                continue;
            };
            own.untold.failed(&arn, Instant::now());
            untaken(state, &trail, &file, &why, now).await?;
            break;
        }
    }
    Ok(())
}

/// Tells the topic that the trail has now. The error is what GetTrailStatus tells.
async fn tell(state: &State, trail: &Trail, file: &TrailFile, now: DateTime<Utc>) -> Result<(), String> {
    let of_state = |error: ashiato_meta::Error| format!("InternalError: {error}");
    let message = json!({ "s3Bucket": file.bucket, "s3ObjectKey": [file.object_key] }).to_string();
    if let Some(topic) = &trail.topic_arn {
        // Before a transaction is begun: a key is made on the first message, which takes long.
        topics::ready(state).await.map_err(|why| code(&why))?;
        let mut tx = state.kept.meta.write().await.map_err(of_state)?;
        if !trail_files::told(&mut tx, file).await.map_err(of_state)? {
            return Ok(());
        }
        let by = Service::cloud_trail(&trail.arn, trail.account.as_str());
        let message = Notification { message, ..Notification::default() };
        topics::publish_for_service(&mut tx, state, &by, topic, &message).await.map_err(|why| code(&why))?;
        let at = Millis(now.timestamp_millis());
        trail_status::succeeded(&mut tx, &trail.arn, Delivered::Notification, at).await.map_err(of_state)?;
        tx.commit().await.map_err(of_state)?;
        topics::wake(state);
        return Ok(());
    }
    // The topic was taken from the trail meanwhile.
    let mut tx = state.kept.meta.write().await.map_err(of_state)?;
    trail_files::told(&mut tx, file).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}

/// Notes that a topic did not take a message. What has waited for too long is given up.
async fn untaken(state: &State, trail: &Trail, file: &TrailFile, why: &str, now: DateTime<Utc>) -> Result<(), Failed> {
    let at = Millis(now.timestamp_millis());
    let mut tx = state.kept.meta.write().await?;
    if file.delivered.is_some_and(|delivered| at.0 - delivered.0 > FILES_KEPT_MILLIS) {
        tracing::error!(trail = trail.arn, key = file.object_key, why, "a topic is never told of a log file");
        trail_files::told(&mut tx, file).await?;
    } else {
        tracing::warn!(trail = trail.arn, key = file.object_key, why, "a topic is not told of a log file");
    }
    match trail_status::failed(&mut tx, &trail.arn, Delivered::Notification, at, why).await {
        Err(error) if error.kind != Kind::NotFound => return Err(error.into()),
        _ => {}
    }
    tx.commit().await?;
    Ok(())
}

/// As SNS names what is wrong with the topic.
fn code(failure: &topics::Failure) -> String {
    match failure {
        topics::Failure::Denied(_) => "AuthorizationError".to_string(),
        topics::Failure::State(error) if error.kind == Kind::NotFound => "NotFound".to_string(),
        other => format!("InternalError: {other}"),
    }
}
