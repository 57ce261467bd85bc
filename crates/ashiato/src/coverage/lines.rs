//! The coverage for people: a few aligned lines.

use crate::engine::{Coverage, Late, Written};
use crate::{moment, span, units};
use std::collections::BTreeSet;

/// Damaged files are named up to so many; the rest are counted.
const DAMAGED_NAMED: usize = 20;

/// The lines that say what was and was not read. `rows` is how many the answer has.
pub(crate) fn lines(coverage: &Coverage, rows: u64) -> String {
    let mut sheet = Sheet::default();
    sheet.line("answer", &units::counted(rows, "row"));
    if coverage.files_matched > 0 || coverage.files_read > 0 || coverage.folders_pruned > 0 {
        sheet.line("files", &files(coverage));
        let sizes = (units::bytes(coverage.bytes_stored), units::bytes(coverage.bytes_text));
        // Files of other tables hold no records of CloudTrail's.
        let is_of_logs = coverage.bytes_text > 0 || coverage.bytes_stored == 0;
        if is_of_logs {
            sheet.line("bytes", &format!("{} read, {} decompressed", sizes.0, sizes.1));
            sheet.line("records", &records(coverage));
        } else {
            sheet.line("bytes", &format!("{} read", sizes.0));
        }
    }
    if let Some(range) = coverage.event_times {
        sheet.line("events", &between(range));
    }
    if let Some(range) = coverage.delivered {
        sheet.line("delivered", &between(range));
    }
    if let Some(late) = coverage.late {
        sheet.line("margin", &margin(late));
    }
    push_damaged(coverage, &mut sheet);
    if coverage.readings > 1 {
        let times = coverage.readings;
        sheet.line("note", &format!("logs were gone through {times} times, and each time counts in these lines"));
    }
    for note in &coverage.notes {
        sheet.line("note", note);
    }
    sheet.text
}

/// The line that says what a statement wrote.
pub(crate) fn written(written: &Written) -> String {
    let files = units::counted(written.files.len() as u64, "file");
    let place = written.files.first().and_then(|file| Some(file.uri.rsplit_once('/')?.0));
    let place = match (written.files.len(), place) {
        (1, _) | (_, None) => written.files.first().map(|file| format!(": {}", file.uri)).unwrap_or_default(),
        (_, Some(folder)) => format!(", the first in {folder}/"),
    };
    format!("{:10} {files}, {}{place}", "wrote", units::bytes(written.bytes))
}

fn files(coverage: &Coverage) -> String {
    let mut parts = vec![format!("{} matched", units::count(coverage.files_matched))];
    let rest = [
        (coverage.files_read, "read"),
        (coverage.files_pruned, "pruned: no wanted row can be in them"),
        (coverage.files_not_needed, "not needed: the answer was complete before them"),
        (coverage.files_of_other_kinds, "of other kinds (digests, Insights)"),
        (damaged_files(coverage), "damaged"),
    ];
    for (count, what) in rest {
        if count > 0 || what == "read" {
            parts.push(format!("{} {what}", units::count(count)));
        }
        if what == "read" && coverage.files_without_needle > 0 {
            let without = units::count(coverage.files_without_needle);
            parts.push(format!("{without} of those without the text sought"));
        }
    }
    if coverage.folders_pruned > 0 {
        let folders = units::counted(coverage.folders_pruned, "folder");
        parts.push(format!("{folders} passed over: no wanted row can be in them"));
    }
    parts.join("; ")
}

/// One file can be damaged in several ways.
fn damaged_files(coverage: &Coverage) -> u64 {
    coverage.damaged.iter().map(|damaged| &damaged.name).collect::<BTreeSet<_>>().len() as u64
}

fn records(coverage: &Coverage) -> String {
    let mut text = units::count(coverage.records);
    if coverage.files_without_needle > 0 {
        text.push_str(" in the files with the text sought");
    }
    if coverage.records_refused > 0 {
        text.push_str(&format!("; {} refused: not readable", units::count(coverage.records_refused)));
    }
    if let Some(duplicates) = coverage.duplicates {
        text.push_str(&format!("; {} left out, their eventID seen before", units::count(duplicates)));
    }
    text
}

fn between((first, last): (i64, i64)) -> String {
    format!("{} to {}", moment::format(first), moment::format(last))
}

fn margin(late: Late) -> String {
    match late {
        Late::Within(duration) => {
            format!("files delivered up to {} after the range's end were read (--late)", span::format(duration))
        }
        Late::All => "every file delivered after the range's start was read (--late all)".to_string(),
    }
}

fn push_damaged(coverage: &Coverage, sheet: &mut Sheet) {
    for damaged in coverage.damaged.iter().take(DAMAGED_NAMED) {
        sheet.line("damaged", &format!("{}: {}", damaged.name, damaged.reason));
    }
    let unnamed = coverage.damaged.len().saturating_sub(DAMAGED_NAMED);
    if unnamed > 0 {
        sheet.line("damaged", &format!("and {} more (--coverage FILE names all)", units::count(unnamed as u64)));
    }
}

/// Lines of a label and a text, aligned; a label that repeats is written once.
#[derive(Default)]
struct Sheet {
    text: String,
    label: &'static str,
}

impl Sheet {
    fn line(&mut self, label: &'static str, text: &str) {
        let shown = if self.label == label { "" } else { label };
        self.label = label;
        // A line break inside a file's name must not begin a line of the sheet.
        let one_line = text.replace(['\n', '\r'], " ");
        self.text.push_str(&format!("{shown:10} {one_line}\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Damaged;
    use std::time::Duration;

    #[test]
    fn everything_there_is_to_say() {
        let coverage = Coverage {
            readings: 2,
            files_matched: 7_300,
            folders_pruned: 12,
            listing_steps: 41,
            files_pruned: 6_880,
            files_read: 412,
            files_without_needle: 231,
            files_of_other_kinds: 8,
            files_not_needed: 3,
            bytes_stored: 20_100_000,
            bytes_text: 198_000_000,
            records: 120_034,
            records_refused: 2,
            duplicates: Some(5),
            damaged: vec![Damaged { name: "a/b.json.gz".into(), reason: "truncated gzip at byte 8192".into() }],
            event_times: Some((1_698_364_830_000, 1_698_382_800_000)),
            delivered: Some((1_698_365_100_000, 1_698_389_700_000)),
            late: Some(Late::Within(Duration::from_secs(7200))),
            notes: vec!["the folder holds 3 files of another region".into()],
        };
        let expected = include_str!("../../tests/golden/coverage.txt");
        assert_eq!(lines(&coverage, 42), expected);
    }

    #[test]
    fn what_was_written_is_one_line() {
        let file = |uri: &str| ashiato_engine::WrittenFile { uri: uri.to_string(), rows: 1, bytes: 1000 };
        let of = |uris: &[&str]| Written {
            files: uris.iter().map(|uri| file(uri)).collect(),
            rows: uris.len() as u64,
            bytes: 1000 * uris.len() as u64,
        };
        assert_eq!(written(&of(&[])), "wrote      0 files, 0 B");
        assert_eq!(written(&of(&["s3://b/t/x"])), "wrote      1 file, 1.00 kB: s3://b/t/x");
        assert_eq!(written(&of(&["s3://b/t/x", "s3://b/u/y"])), "wrote      2 files, 2.00 kB, the first in s3://b/t/");
    }

    #[test]
    fn nothing_read_is_one_line() {
        assert_eq!(lines(&Coverage::default(), 1), "answer     1 row\n");
    }

    #[test]
    fn only_the_first_damaged_files_are_named() {
        let damaged =
            (0..25).map(|number| Damaged { name: format!("{number:02}\n.gz"), reason: "empty".into() }).collect();
        let text = lines(&Coverage { damaged, ..Coverage::default() }, 0);
        assert!(text.contains("damaged    00 .gz: empty\n           01 .gz: empty\n"), "{text}");
        assert!(
            text.ends_with("           19 .gz: empty\n           and 5 more (--coverage FILE names all)\n"),
            "{text}"
        );
    }
}
