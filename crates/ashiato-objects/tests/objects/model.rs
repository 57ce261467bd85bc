//! Laws: any key gives back its bytes, also after a restart; a listing is what an ordered set of keys would give.

use std::collections::BTreeSet;

use ashiato_objects::{Entry, ListQuery, Put, Store};
use proptest::prelude::*;

use super::opened::{get, open, put};

/// Keys that have broken stores, and others of few letters so that prefixes meet.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ab/]{1,6}",
        2 => "[^\u{0}]{1,40}",
        1 => prop::sample::select(vec!["..", "../x", "/", "//", "a/", "/a", "%2F", "+", "a b", "\n", "A", "é", "\u{10ffff}"])
            .prop_map(str::to_string),
        1 => Just("k".repeat(1024)),
    ]
}

/// The listing, from all keys: S3's words in the simplest form.
fn expected(keys: &BTreeSet<String>, prefix: &str, delimiter: &str) -> Vec<String> {
    let mut names = Vec::new();
    for key in keys.iter().filter(|key| key.starts_with(prefix)) {
        let rest = &key[prefix.len()..];
        let name = match rest.find(delimiter).filter(|_| !delimiter.is_empty()) {
            Some(at) => key[..prefix.len() + at + delimiter.len()].to_string(),
            None => key.clone(),
        };
        if names.last() != Some(&name) {
            names.push(name);
        }
    }
    names
}

fn listed(store: &Store, prefix: &str, delimiter: &str, entries_max: usize) -> Vec<String> {
    let (mut names, mut after) = (Vec::new(), String::new());
    loop {
        let query = ListQuery { prefix, delimiter, after: &after, entries_max };
        let page = store.list("bucket", &query).expect("the bucket exists");
        assert!(page.entries.len() <= entries_max);
        names.extend(page.entries.iter().map(|entry: &Entry| entry.name().to_string()));
        match page.next {
            Some(next) => after = next,
            None => return names,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn keys_round_trip_and_list_in_order(
        keys in prop::collection::btree_set(key(), 1..12),
        prefix in "[ab/]{0,3}",
        delimiter in prop::sample::select(vec!["", "/", "a", "b/"]),
        entries_max in 1usize..5,
    ) {
        let folder = tempfile::tempdir()?;
        let runtime = tokio::runtime::Runtime::new()?;
        let store = open(folder.path());
        runtime.block_on(async {
            store.create_bucket("bucket", "us-east-1").await.expect("a new bucket");
            for key in &keys {
                put(&store, key, key.as_bytes(), Put::default()).await.expect("a put");
            }
        });
        drop(store);
        let store = open(folder.path());
        for key in &keys {
            prop_assert_eq!(runtime.block_on(get(&store, key)).expect("a get"), key.as_bytes());
        }
        prop_assert_eq!(listed(&store, &prefix, delimiter, entries_max), expected(&keys, &prefix, delimiter));
    }
}
