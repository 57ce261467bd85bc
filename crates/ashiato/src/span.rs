//! Lengths of time on the command line: `2h`, `90m`, `1h30m`, `7d`.

use std::time::Duration;

const UNITS: [(char, u64); 5] = [('w', 7 * 86_400), ('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// Reads a length of time. The error is a sentence for the command line.
pub(crate) fn parse(text: &str) -> Result<Duration, String> {
    let wrong = || format!("'{text}' is not a length of time such as 90m, 2h, 1h30m or 7d");
    let mut seconds: u64 = 0;
    let mut number = String::new();
    for character in text.chars() {
        if character.is_ascii_digit() {
            number.push(character);
            continue;
        }
        let (_, unit) = UNITS.iter().find(|(letter, _)| *letter == character).ok_or_else(wrong)?;
        let amount: u64 = number.parse().map_err(|_| wrong())?;
        seconds = amount.checked_mul(*unit).and_then(|part| seconds.checked_add(part)).ok_or_else(wrong)?;
        number.clear();
    }
    // A thousand centuries: beyond any log, and far from where sums with a date would overflow.
    let within_reason = seconds <= 100_000 * 366 * 86_400;
    if text.is_empty() || !number.is_empty() || !within_reason {
        return Err(wrong());
    }
    Ok(Duration::from_secs(seconds))
}

/// Writes a length of time in whole units, the largest first: `1h30m`.
pub(crate) fn format(duration: Duration) -> String {
    let mut rest = duration.as_secs();
    let mut text = String::new();
    for (letter, unit) in UNITS.into_iter().filter(|(letter, _)| *letter != 'w') {
        if rest >= unit {
            text.push_str(&format!("{}{letter}", rest / unit));
            rest %= unit;
        }
    }
    if text.is_empty() { "0s".to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_and_written() {
        for (text, seconds, written) in [
            ("2h", 7_200, "2h"),
            ("90m", 5_400, "1h30m"),
            ("1h30m", 5_400, "1h30m"),
            ("7d", 604_800, "7d"),
            ("1w", 604_800, "7d"),
            ("0s", 0, "0s"),
            ("45s", 45, "45s"),
        ] {
            assert_eq!(parse(text), Ok(Duration::from_secs(seconds)), "{text}");
            assert_eq!(format(Duration::from_secs(seconds)), written);
        }
    }

    #[test]
    fn what_is_no_length_is_refused() {
        for text in ["", "2", "h", "2x", "2 h", "-2h", "1.5h", "99999999999999999999s", "9999999999999w", "2h3"] {
            let message = parse(text).expect_err(text);
            assert!(message.contains(&format!("'{text}'")), "{message}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(seconds in 0u64..10_000_000_000) {
            let duration = Duration::from_secs(seconds);
            proptest::prop_assert_eq!(parse(&format(duration)), Ok(duration));
        }

        #[test]
        fn no_text_is_a_panic(text: String) {
            let _ = parse(&text);
        }
    }
}
