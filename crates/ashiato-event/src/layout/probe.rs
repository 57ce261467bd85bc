//! What the first record of a file tells of the others.

use crate::layout::Format;
use crate::scan::{Kind, key_at, key_equals, skip_space, value_at};
use crate::simd::Isa;

/// What one record tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Probe {
    /// The record's first key as it stands, without quotes: where the next records are looked for after a fault.
    pub(crate) first_key: Vec<u8>,
    /// The format, where the record's members tell more than its wrapping.
    pub(crate) format: Option<Format>,
    /// It has the member that all records have.
    pub(crate) has_version: bool,
}

/// Looks at the members of a record. A record that cannot be read tells what it tells before the fault.
pub(crate) fn probe(isa: Isa, record: &[u8]) -> Probe {
    let mut found = Probe::default();
    let mut at = skip_space(record, 1);
    while let Ok((key, value)) = key_at(record, at) {
        let name = &record[key];
        if found.first_key.is_empty() {
            found.first_key = name.to_vec();
        }
        let Ok((span, end)) = value_at(isa, record, value) else { break };
        let text = &record[span.range()];
        if key_equals(name, "cloudtrailevent") && matches!(span.kind, Kind::Text | Kind::Escaped) {
            found.format = Some(Format::LookupEvents);
        }
        found.has_version |= key_equals(name, "eventversion");
        let is_insight = (key_equals(name, "insightdetails") && span.is_value())
            || (key_equals(name, "eventcategory") && text == b"Insight");
        if is_insight {
            found.format = Some(Format::Insight);
        }
        let comma = skip_space(record, end);
        if record.get(comma) != Some(&b',') {
            break;
        }
        at = skip_space(record, comma + 1);
    }
    found
}
