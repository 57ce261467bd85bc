//! Any bytes as a digest are read or refused.
//!
//! The same is tried on random edits of a digest by `no_bytes_panic_as_a_digest` in the tests.
#![no_main]

use ashiato_trail::digest;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = digest::read(bytes);
});
