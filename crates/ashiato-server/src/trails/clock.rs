//! The clock of the machine, where it is behind what digests are of already: set back, or ahead before.
//!
//! Nothing is lost by that. Files are dated after the last digest, and the next one is made when the clock has come so far
//! again; until then GetTrailStatus says why there is none.

use ashiato_meta::trail_status::{self, Delivered};
use ashiato_meta::trails::Trail;
use ashiato_meta::{Kind, Millis, trail_periods};
use chrono::{DateTime, SecondsFormat};

use super::Failed;
use crate::state::State;

/// Servers that share a state differ by as much.
const TOLERATED_MILLIS: i64 = 60_000;
/// What the error begins with.
const BEHIND: &str = "ClockBehind";

/// Tells by the trail's status that the clock is behind, and takes that back when it no longer is.
pub(super) async fn watch(state: &State, trail: &Trail) -> Result<(), Failed> {
    let mut tx = state.kept.meta.read().await?;
    let Some(floor) = trail_periods::floor(&mut tx, &trail.arn).await? else { return Ok(()) };
    let told = trail_status::get(&mut tx, &trail.arn).await?.digest.error;
    drop(tx);
    let now = state.now();
    let is_behind = floor.0 - now.0 > TOLERATED_MILLIS;
    let is_told = told.is_some_and(|told| told.starts_with(BEHIND));
    if is_behind == is_told {
        return Ok(());
    }
    let mut tx = state.kept.meta.write().await?;
    let noted = if is_behind {
        let why = format!("{BEHIND}: the server's clock is at {}; digests go on from {}", text(now), text(floor));
        tracing::warn!(trail = trail.arn, why, "the clock was set back");
        trail_status::failed(&mut tx, &trail.arn, Delivered::Digest, now, &why).await
    } else {
        trail_status::mended(&mut tx, &trail.arn, Delivered::Digest).await
    };
    match noted {
        Ok(()) => Ok(tx.commit().await?),
        // The trail was deleted meanwhile.
        Err(error) if error.kind == Kind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn text(at: Millis) -> String {
    let moment = DateTime::from_timestamp_millis(at.0);
    moment.map_or_else(|| format!("{} ms", at.0), |moment| moment.to_rfc3339_opts(SecondsFormat::Secs, true))
}
