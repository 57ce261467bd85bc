//! Any files under any keys as a trail's: a report, and no panic.
//!
//! The same is tried on pieces of keys by `no_tree_panics` in the tests.
#![no_main]

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use ashiato_trail::error::Error;
use ashiato_trail::validate::{Object, Options, Progress, Tree, validate};
use libfuzzer_sys::fuzz_target;

struct Files(BTreeMap<String, Vec<u8>>);

impl Tree for Files {
    async fn list(&self) -> Result<Vec<String>, Error> {
        Ok(self.0.keys().cloned().collect())
    }

    async fn open(&self, key: &str) -> Result<Option<Object>, Error> {
        let object = |bytes: &Vec<u8>| Object { content: Box::new(Cursor::new(bytes.clone())), metadata: None };
        Ok(self.0.get(key).map(object))
    }
}

fuzz_target!(|files: Vec<(String, Vec<u8>)>| {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let tree = Arc::new(Files(files.into_iter().collect()));
    let report = runtime.block_on(validate(&tree, &Options::default(), &Progress::default()));
    assert!(!report.expect("it is listed").text().is_empty());
});
