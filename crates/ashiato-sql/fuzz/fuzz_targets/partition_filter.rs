//! Any text as a filter of Glue's partitions is answered, with a filter or with an error, and a filter with any values.
//!
//! The same is tried on pieces of filters by `no_text_panics` in the tests.
#![no_main]

use ashiato_sql::partition_filter::{Key, PartitionFilter};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, Vec<String>)| {
    let (text, values) = input;
    let key = |name, hive_type| Key { name, hive_type };
    let keys = [key("s", "string"), key("n", "int"), key("x", "decimal(10,2)"), key("d", "date"), key("t", "timestamp")];
    if let Ok(filter) = PartitionFilter::parse(text, &keys) {
        drop(filter.matches(&values));
    }
});
