//! Times in conditions: ISO 8601 as the W3C's profile has it, or seconds since 1970.

/// The seconds since 1970 that a text names, with their fraction, or `None`.
///
/// `2026-11-26`, `2026-11-26T09:00Z`, `2026-11-26T09:00:30.5+09:00`, `1795683630`.
pub(super) fn seconds(text: &str) -> Option<f64> {
    if let Ok(epoch) = text.parse::<f64>() {
        return epoch.is_finite().then_some(epoch).filter(|_| !text.contains('-') || text.starts_with('-'));
    }
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let mut fields = date.splitn(3, '-');
    let year = digits(fields.next()?, 4, 9999)?;
    let month = digits(fields.next()?, 2, 12).filter(|month| *month >= 1)?;
    let day = fields.next().map_or(Some(1), |day| digits(day, 2, days_in(year, month))).filter(|day| *day >= 1)?;
    let midnight = (days_from_1970(year, month, day) * 86_400) as f64;
    match time {
        None => Some(midnight),
        Some(time) => Some(midnight + time_of_day(time)?),
    }
}

/// The seconds of `hh:mm[:ss[.fraction]]` with `Z` or an offset, in UTC.
fn time_of_day(text: &str) -> Option<f64> {
    let (clock, offset_seconds) = match text.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, 0),
        None => {
            let sign_at = text.rfind(['+', '-'])?;
            let (clock, offset) = text.split_at(sign_at);
            let (hours, minutes) = offset[1..].split_once(':')?;
            let seconds = digits(hours, 2, 23)? * 3600 + digits(minutes, 2, 59)? * 60;
            (clock, if offset.starts_with('-') { -seconds } else { seconds })
        }
    };
    let mut fields = clock.splitn(3, ':');
    let hours = digits(fields.next()?, 2, 23)?;
    let minutes = digits(fields.next()?, 2, 59)?;
    let seconds = match fields.next() {
        None => 0.0,
        Some(text) => {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
            let is_fraction = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
            let fraction: f64 = is_fraction.then(|| format!("0.{fraction}").parse().ok())??;
            digits(whole, 2, 60)? as f64 + fraction
        }
    };
    Some((hours * 3600 + minutes * 60 - offset_seconds) as f64 + seconds)
}

fn digits(text: &str, count: usize, most: i64) -> Option<i64> {
    let all_digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|value| all_digits && *value <= most)
}

fn days_in(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days of the proleptic Gregorian calendar, counted in years that begin in March so that the leap day is the last.
fn days_from_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}
