//! Any bytes as a log file: nothing panics, and streaming finds what reading at once does.
//!
//! The same is tried on random edits of records by `no_bytes_panic` and `streaming_agrees_with_the_whole` in the tests.
#![no_main]

use std::ops::ControlFlow;
use std::sync::Arc;

use ashiato_event::decode::{DecodePlan, Decoder, FieldRequest, Input};
use ashiato_event::schema;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for schema in [schema::lake(), schema::athena()] {
        let mut plan = DecodePlan { output: FieldRequest::whole_schema(&schema), ..DecodePlan::default() };
        let whole = rows(&plan, bytes);
        plan.limits.whole_text_bytes_max = 0;
        plan.limits.window_bytes = 64;
        let streamed = rows(&plan, bytes);
        plan.validate = true;
        assert!(rows(&plan, bytes) <= streamed.max(whole));
    }
});

fn rows(plan: &DecodePlan, bytes: &[u8]) -> u64 {
    let mut decoder = Decoder::new(Arc::new(plan.clone()));
    let input = Input { bytes, constants: &[] };
    let report = decoder.decode(input, None, &mut |_| ControlFlow::Continue(())).expect("both schemas can be decoded to");
    let _ = decoder.finish();
    report.rows
}
