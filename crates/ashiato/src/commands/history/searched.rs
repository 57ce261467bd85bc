//! What was searched and what is missing from it, said on stderr.

use crate::{talk, units};
use serde_json::Value;

/// What the answers to one question tell together.
#[derive(Debug, Default)]
pub(super) struct Searched {
    /// The oldest and the newest time.
    range: Option<(String, String)>,
    missing: Value,
}

impl Searched {
    /// Takes the next answer: pages go backwards, each from where the one before ended.
    pub(super) fn add(&mut self, answer: &Value) {
        let told = &answer["Ashiato"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        if let Some([oldest, newest]) = told["Searched"].as_array().map(Vec::as_slice) {
            let newest = self.range.take().map_or_else(|| text(newest), |(_, newest)| newest);
            self.range = Some((text(oldest), newest));
        }
        self.missing = told["Missing"].clone();
    }

    /// Says it.
    pub(super) fn say(&self) {
        talk::line(&self.lines());
    }

    fn lines(&self) -> String {
        let range = match &self.range {
            Some((oldest, newest)) => format!("{oldest} to {newest}"),
            None => "nothing: no events are kept of that time".to_string(),
        };
        let missing = missing(&self.missing);
        let label = |index| if index == 0 { "missing" } else { "" };
        let missing = missing.iter().enumerate().map(|(index, line)| format!("\n{:10} {line}", label(index)));
        format!("{:10} {range}{}", "searched", missing.collect::<String>())
    }
}

/// A line for each thing that is missing, and one where nothing is.
fn missing(told: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(before) = told["DeletedBefore"].as_str() {
        lines.push(format!("what was before {before}: it was deleted, its time being over"));
    }
    let mut count = |name: &str, what: &str, why: &str| {
        if let Some(count) = told[name].as_u64() {
            lines.push(format!("{}{why}", units::counted(count, what)));
        }
    };
    count("Unreadable", "record", " of unknown time that could not be read");
    count("Lost", "record", " of unknown time that the journal let go before they were in event history");
    count("Unsearched", "record", ", the newest ones, that event history cannot take now");
    count("Later", "record", " that came since, those of these lookups among them");
    let others: Vec<&str> = told["OtherServers"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if !others.is_empty() {
        let others = others.join(", ");
        lines.push(format!("what other servers of the same state recorded, each for itself: {others}"));
    }
    if lines.is_empty() {
        lines.push("nothing that is known of".to_string());
    }
    lines
}

/// Says that there may be more events than were asked for.
pub(super) fn say_cut(events: usize) {
    let events = units::counted(events as u64, "event");
    talk::line(&format!("{:10} to the newest {events}: there may be older ones (--limit)", "cut"));
}

/// Says how many values of an attribute are not among those that were counted one by one.
pub(super) fn say_others(attribute: &str, others: &Value) {
    if let Some(others @ 1..) = others.as_u64() {
        let others = units::count(others);
        talk::line(&format!("{:10} {others} more with other values of {attribute}", "others"));
    }
}

#[cfg(test)]
mod tests {
    use super::Searched;
    use serde_json::{Value, json};

    fn said(answers: &[Value]) -> String {
        let mut searched = Searched::default();
        answers.iter().for_each(|answer| searched.add(&json!({ "Ashiato": answer })));
        searched.lines()
    }

    #[test]
    fn the_range_is_that_of_all_pages() {
        let pages = [
            json!({ "Searched": ["T7", "T9"], "Missing": {} }),
            json!({ "Searched": ["T5", "T7"], "Missing": {} }),
            json!({ "Searched": ["T1", "T5"], "Missing": { "Later": 2 } }),
        ];
        assert_eq!(said(&pages[..1]), "searched   T7 to T9\nmissing    nothing that is known of");
        let all = "searched   T1 to T9\nmissing    2 records that came since, those of these lookups among them";
        assert_eq!(said(&pages), all);
        // A page behind the last event searched nothing more.
        assert!(said(&[pages[0].clone(), json!({ "Searched": null })]).starts_with("searched   T7 to T9\n"));
        assert!(
            said(&[json!({ "Searched": null })]).starts_with("searched   nothing: no events are kept of that time\n")
        );
    }

    #[test]
    fn all_that_is_missing_is_said() {
        let missing = json!({
            "DeletedBefore": "T0", "Unreadable": 1, "Lost": 3000, "Unsearched": 4, "Later": 2,
            "OtherServers": ["b", "c"],
        });
        let expected = "searched   T1 to T2\n\
             missing    what was before T0: it was deleted, its time being over\n           \
             1 record of unknown time that could not be read\n           \
             3,000 records of unknown time that the journal let go before they were in event history\n           \
             4 records, the newest ones, that event history cannot take now\n           \
             2 records that came since, those of these lookups among them\n           \
             what other servers of the same state recorded, each for itself: b, c";
        assert_eq!(said(&[json!({ "Searched": ["T1", "T2"], "Missing": missing })]), expected);
    }
}
