//! Any text as a filter pattern is read or refused, and one that is read answers for any message.
//!
//! The same is tried on pieces of patterns by `no_text_panics_as_a_filter_pattern` in the tests.
#![no_main]

use ashiato_trail::filter_pattern::{FilterPattern, number_at};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str)| {
    let (pattern, message) = input;
    if let Ok(read) = FilterPattern::parse(pattern) {
        if read.matches(message) {
            let _ = read.extract(message);
        }
    }
    let _ = number_at(pattern, message);
});
