//! Numbers in the forms that a specifier asks for. Rounding is half up, on the decimal digits as they print.

use super::spec::Spec;

const PRECISION_UNLESS_TOLD: usize = 6;

/// `%d`.
pub(super) fn integer(value: i128, spec: &Spec) -> String {
    let digits = value.unsigned_abs().to_string();
    signed(value < 0, grouped(digits, spec), spec)
}

/// `%x` and `%o`: two's complement, so no sign.
pub(super) fn radix(digits: String, prefix: &str, spec: &Spec) -> String {
    let prefix = if spec.alternate { prefix } else { "" };
    let missing = if spec.zeros { spec.width.saturating_sub(digits.len() + prefix.len()) } else { 0 };
    format!("{prefix}{}{digits}", "0".repeat(missing))
}

/// `%f` of a double.
pub(super) fn fixed_double(value: f64, spec: &Spec) -> String {
    match not_a_number(value, spec) {
        Some(text) => text,
        None => fixed(&value.to_string(), spec),
    }
}

/// `%f` of a number's plain decimal digits.
pub(super) fn fixed(decimal: &str, spec: &Spec) -> String {
    let (negative, digits) = match decimal.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, decimal),
    };
    let rounded = round(digits, spec.precision.unwrap_or(PRECISION_UNLESS_TOLD));
    signed(negative, grouped(rounded, spec), spec)
}

/// `%e`: one digit before the point, an exponent of two digits at least.
pub(super) fn scientific(value: f64, spec: &Spec) -> String {
    if let Some(text) = not_a_number(value, spec) {
        return text;
    }
    let shortest = format!("{:e}", value.abs());
    let (mantissa, exponent) = shortest.split_once('e').unwrap_or((&shortest, "0"));
    let mut exponent: i32 = exponent.parse().unwrap_or(0);
    let mut mantissa = round(mantissa, spec.precision.unwrap_or(PRECISION_UNLESS_TOLD));
    if mantissa.starts_with("10") {
        // 9.99… was rounded up to 10.
        mantissa = round(&mantissa.replacen("10", "1", 1), spec.precision.unwrap_or(PRECISION_UNLESS_TOLD));
        exponent += 1;
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    signed(value.is_sign_negative(), format!("{mantissa}e{sign}{:02}", exponent.abs()), spec)
}

/// The text at the width of its specifier.
pub(super) fn pad(text: String, spec: &Spec) -> String {
    let missing = spec.width.saturating_sub(text.chars().count());
    let spaces = " ".repeat(missing);
    if spec.left { text + &spaces } else { spaces + &text }
}

fn not_a_number(value: f64, spec: &Spec) -> Option<String> {
    if value.is_nan() {
        return Some("NaN".to_string());
    }
    let no_zeros = Spec { plus: spec.plus, parentheses: spec.parentheses, ..Spec::default() };
    value.is_infinite().then(|| signed(value < 0.0, "Infinity".to_string(), &no_zeros))
}

/// Digits with or without a point, at exactly that many places after it.
fn round(digits: &str, places: usize) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut kept: Vec<u8> = whole.bytes().chain(fraction.bytes().chain(std::iter::repeat(b'0')).take(places)).collect();
    let rounds_up = fraction.as_bytes().get(places).is_some_and(|digit| *digit >= b'5');
    if rounds_up {
        let first_not_nine = kept.iter().rposition(|digit| *digit != b'9');
        let zeros_from = first_not_nine.map_or(0, |at| at + 1);
        kept[zeros_from..].fill(b'0');
        match first_not_nine {
            Some(at) => kept[at] += 1,
            None => kept.insert(0, b'1'),
        }
    }
    let (whole, fraction) = kept.split_at(kept.len() - places);
    let ascii = |digits: &[u8]| digits.iter().map(|digit| char::from(*digit)).collect::<String>();
    if places == 0 { ascii(whole) } else { format!("{}.{}", ascii(whole), ascii(fraction)) }
}

fn grouped(digits: String, spec: &Spec) -> String {
    if !spec.grouped {
        return digits;
    }
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut text = String::new();
    for (at, digit) in digits[..whole].char_indices() {
        if at > 0 && (whole - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + &digits[whole..]
}

/// The sign before the digits, and zeros between them up to the width.
fn signed(negative: bool, digits: String, spec: &Spec) -> String {
    let (before, after) = match negative {
        true if spec.parentheses => ("(", ")"),
        true => ("-", ""),
        false if spec.plus => ("+", ""),
        false if spec.space => (" ", ""),
        false => ("", ""),
    };
    let length = before.len() + digits.len() + after.len();
    let missing = if spec.zeros { spec.width.saturating_sub(length) } else { 0 };
    format!("{before}{}{digits}{after}", "0".repeat(missing))
}

#[cfg(test)]
mod tests {
    use super::round;

    #[test]
    fn digits_round_half_up() {
        for (digits, places, expected) in [
            ("0.125", 2, "0.13"),
            ("0.124", 2, "0.12"),
            ("9.999", 2, "10.00"),
            ("1", 2, "1.00"),
            ("1.5", 0, "2"),
            ("0.05", 1, "0.1"),
        ] {
            assert_eq!(round(digits, places), expected);
        }
    }
}
