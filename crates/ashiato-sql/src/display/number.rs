//! Numbers as Java and as standard SQL print them.

use std::fmt::Write;

/// A DOUBLE in a result: plain from a thousandth up to ten million, with an exponent beyond.
pub(crate) fn java_double(value: f64, out: &mut String) {
    let plain = value == 0.0 || (1e-3..1e7).contains(&value.abs());
    let _ = match plain {
        _ if !value.is_finite() => return not_finite(value, out),
        true => write!(out, "{value:?}"),
        false => return exponential(&format!("{value:e}"), out),
    };
}

/// A REAL in a result.
pub(crate) fn java_float(value: f32, out: &mut String) {
    let plain = value == 0.0 || (1e-3..1e7).contains(&value.abs());
    let _ = match plain {
        _ if !value.is_finite() => return not_finite(f64::from(value), out),
        true => write!(out, "{value:?}"),
        false => return exponential(&format!("{value:e}"), out),
    };
}

/// A DOUBLE cast to VARCHAR: standard SQL always writes the exponent, `1.5E0`.
pub(crate) fn sql_double(value: f64, out: &mut String) {
    match value.is_finite() {
        true => exponential(&format!("{value:e}"), out),
        false => not_finite(value, out),
    }
}

/// A REAL cast to VARCHAR: seven digits at most.
pub(crate) fn sql_real(value: f32, out: &mut String) {
    if !value.is_finite() {
        return not_finite(f64::from(value), out);
    }
    let text = format!("{value:.6e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    exponential(&format!("{}e{exponent}", mantissa.trim_end_matches('0').trim_end_matches('.')), out);
}

/// A decimal's digits with its point put in.
pub(crate) fn decimal_text(value: i128, scale: i8, out: &mut String) {
    let digits = value.unsigned_abs().to_string();
    if value < 0 {
        out.push('-');
    }
    if scale <= 0 {
        out.push_str(&digits);
        out.extend(std::iter::repeat_n('0', usize::from(scale.unsigned_abs())));
        return;
    }
    let scale = usize::from(scale.unsigned_abs());
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    let _ = write!(out, "{whole}.{fraction}");
}

/// From Rust's `1e10` and `1.5e-7` to `1.0E10` and `1.5E-7`.
fn exponential(text: &str, out: &mut String) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let _ = write!(out, "{mantissa}{point}E{exponent}");
}

fn not_finite(value: f64, out: &mut String) {
    out.push_str(match value {
        _ if value.is_nan() => "NaN",
        _ if value > 0.0 => "Infinity",
        _ => "-Infinity",
    });
}
