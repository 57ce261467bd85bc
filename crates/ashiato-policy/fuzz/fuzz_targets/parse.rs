//! Any text as a policy: nothing panics, and a policy that is taken keeps its text.
//!
//! The same is tried on random edits of policies by `no_text_panics` in the tests.
#![no_main]

use ashiato_policy::document::{Document, PolicyKind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for kind in [PolicyKind::Identity, PolicyKind::Resource, PolicyKind::Trust] {
        if let Ok(document) = Document::parse(text, kind) {
            assert_eq!(document.text, text);
            let answers = document.statements.iter().flat_map(|statement| &statement.conditions);
            answers.for_each(|condition| {
                condition.holds(&|key| Some(vec![key.to_string()]));
            });
        }
    }
});
