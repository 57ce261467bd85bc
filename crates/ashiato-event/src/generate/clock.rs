//! Times as CloudTrail writes them, appended digit by digit: this runs several times for each record.

use crate::civil::{DAY_SECONDS, date};

/// `2023-07-10T12:25:04Z`.
pub(super) fn iso(out: &mut Vec<u8>, time: i64) {
    let (year, month, day) = date(time.div_euclid(DAY_SECONDS));
    let second = time.rem_euclid(DAY_SECONDS);
    four_digits(out, year);
    out.push(b'-');
    two_digits(out, i64::from(month));
    out.push(b'-');
    two_digits(out, i64::from(day));
    out.push(b'T');
    two_digits(out, second / 3600);
    out.push(b':');
    two_digits(out, second / 60 % 60);
    out.push(b':');
    two_digits(out, second % 60);
    out.push(b'Z');
}

/// `Jul 10, 2023, 12:25:04 PM`, as responses hold times.
pub(super) fn american(out: &mut Vec<u8>, time: i64) {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = date(time.div_euclid(DAY_SECONDS));
    let second = time.rem_euclid(DAY_SECONDS);
    let hour = second / 3600;
    out.extend_from_slice(MONTHS[usize::from(month) - 1].as_bytes());
    out.push(b' ');
    number(out, u64::from(day));
    out.extend_from_slice(b", ");
    four_digits(out, year);
    out.extend_from_slice(b", ");
    number(out, ((hour + 11) % 12 + 1).unsigned_abs());
    out.push(b':');
    two_digits(out, second / 60 % 60);
    out.push(b':');
    two_digits(out, second % 60);
    out.extend_from_slice(if hour < 12 { b" AM" } else { b" PM" });
}

/// `2023/07/10`.
pub(super) fn day_path(out: &mut Vec<u8>, time: i64) {
    let (year, month, day) = date(time.div_euclid(DAY_SECONDS));
    four_digits(out, year);
    out.push(b'/');
    two_digits(out, i64::from(month));
    out.push(b'/');
    two_digits(out, i64::from(day));
}

/// A whole number.
pub(super) fn number(out: &mut Vec<u8>, number: u64) {
    if number >= 10 {
        self::number(out, number / 10);
    }
    out.push(b'0' + (number % 10) as u8);
}

fn four_digits(out: &mut Vec<u8>, year: i32) {
    two_digits(out, i64::from(year) / 100);
    two_digits(out, i64::from(year) % 100);
}

fn two_digits(out: &mut Vec<u8>, number: i64) {
    out.push(b'0' + (number / 10 % 10) as u8);
    out.push(b'0' + (number % 10) as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(write: impl Fn(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn times() {
        let noon = 1_688_991_904;
        assert_eq!(text(|out| iso(out, noon)), "2023-07-10T12:25:04Z");
        assert_eq!(text(|out| american(out, noon)), "Jul 10, 2023, 12:25:04 PM");
        assert_eq!(text(|out| american(out, noon - 12 * 3600)), "Jul 10, 2023, 12:25:04 AM");
        assert_eq!(text(|out| american(out, noon + 3600)), "Jul 10, 2023, 1:25:04 PM");
        assert_eq!(text(|out| day_path(out, noon)), "2023/07/10");
        assert_eq!(text(|out| number(out, 40_907)), "40907");
    }
}
