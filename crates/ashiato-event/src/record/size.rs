//! What CloudTrail leaves out of a record that would be too large.

use serde_json::{Value, json};

use super::Record;

/// The most bytes of a text. Source: "CloudTrail record contents".
const TEXT_BYTES_MAX: usize = 1 << 10;
/// Of what was asked, and of what was answered.
const PARAMETERS_BYTES_MAX: usize = 100 << 10;
/// Of `additionalEventData`.
const ADDITIONAL_BYTES_MAX: usize = 28 << 10;

/// Cuts texts, and puts a note in the place of what is too large.
pub(super) fn bound(record: &mut Record) {
    for text in [&mut record.user_agent, &mut record.error_code, &mut record.error_message].into_iter().flatten() {
        cut(text);
    }
    cut(&mut record.event_name);
    if let Some(host) = record.tls_details.as_mut().and_then(|tls| tls.client_provided_host_header.as_mut()) {
        cut(host);
    }
    omit(&mut record.request_parameters, PARAMETERS_BYTES_MAX);
    omit(&mut record.response_elements, PARAMETERS_BYTES_MAX);
    omit(&mut record.additional_event_data, ADDITIONAL_BYTES_MAX);
}

fn cut(text: &mut String) {
    if text.len() > TEXT_BYTES_MAX {
        let end = (0..=TEXT_BYTES_MAX).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        text.truncate(end);
    }
}

fn omit(value: &mut Option<Value>, bytes_max: usize) {
    let Some(value) = value else { return };
    let bytes = serde_json::to_vec(value).map_or(usize::MAX, |text| text.len());
    if bytes > bytes_max {
        *value = json!({
            "omitted": true,
            "originalSize": bytes,
            "reason": format!("exceeds the maximum size of {} KB", bytes_max >> 10),
        });
    }
}
