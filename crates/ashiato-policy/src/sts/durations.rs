//! For how long credentials last.

use crate::Error;

const HOUR: u32 = 3600;
const DAY: u32 = 24 * HOUR;

/// Of AssumeRole: 15 minutes to the role's maximum, one hour unless said; one hour at most where a role's session
/// assumes the next.
pub fn role_session_seconds(asked: Option<u32>, role_max: u32, is_chained: bool) -> Result<u32, Error> {
    let seconds = within(asked, HOUR, 12 * HOUR)?;
    if seconds > role_max {
        return Err(Error::invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role."));
    }
    if is_chained && seconds > HOUR {
        return Err(Error::invalid(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        ));
    }
    Ok(seconds)
}

/// Of GetSessionToken: 15 minutes to 36 hours, 12 hours unless said; the root's last an hour at most.
pub fn session_token_seconds(asked: Option<u32>, is_root: bool) -> Result<u32, Error> {
    let seconds = within(asked, 12 * HOUR, DAY + 12 * HOUR)?;
    Ok(if is_root { seconds.min(HOUR) } else { seconds })
}

/// Of GetFederationToken: 15 minutes to 36 hours, 12 hours unless said; the root's last an hour at most.
pub fn federation_token_seconds(asked: Option<u32>, is_root: bool) -> Result<u32, Error> {
    session_token_seconds(asked, is_root)
}

fn within(asked: Option<u32>, default: u32, most: u32) -> Result<u32, Error> {
    let Some(seconds) = asked else { return Ok(default) };
    let (bound, limit) = match seconds {
        _ if seconds < 900 => ("greater than or equal to", 900),
        _ if seconds > most => ("less than or equal to", most),
        _ => return Ok(seconds),
    };
    Err(Error::invalid(format!(
        "1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: Member must \
         have value {bound} {limit}"
    )))
}
