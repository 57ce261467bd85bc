//! Any bytes as a log file are described or refused.
//!
//! The same is tried on random edits of a file by `no_bytes_panic_as_a_log_file` in the tests.
#![no_main]

use ashiato_trail::log_file;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(described) = log_file::describe(bytes) {
        assert!(described.oldest <= described.newest);
        assert!(!log_file::records(bytes).expect("it was described").is_empty());
    }
});
