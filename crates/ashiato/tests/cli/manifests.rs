//! The rules of ARCHITECTURE.md that the manifests can show: which crate may depend on which.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Each crate, the siblings it may name, and the heavy libraries that only it and those listed with it may name.
const SIBLINGS: &[(&str, &[&str])] = &[
    ("ashiato-event", &[]),
    ("ashiato-policy", &[]),
    ("ashiato-sql", &[]),
    ("ashiato-meta", &[]),
    ("ashiato-engine", &["ashiato-event", "ashiato-sql"]),
    ("ashiato-objects", &[]),
    ("ashiato-trail", &["ashiato-event"]),
    ("ashiato-s3", &["ashiato-objects"]),
    (
        "ashiato-server",
        &[
            "ashiato-engine",
            "ashiato-event",
            "ashiato-sql",
            "ashiato-meta",
            "ashiato-objects",
            "ashiato-policy",
            "ashiato-s3",
            "ashiato-trail",
        ],
    ),
    ("ashiato", &["ashiato-engine", "ashiato-event", "ashiato-sql", "ashiato-server", "ashiato-trail"]),
];
const FENCED: &[(&str, &[&str])] = &[
    ("datafusion", &["ashiato-sql", "ashiato-engine"]),
    ("deltalake-core", &["ashiato-engine"]),
    ("sqlparser", &["ashiato-sql"]),
    ("object_store", &["ashiato-engine", "ashiato-objects", "ashiato-server"]),
    ("tokio", &["ashiato-engine", "ashiato-meta", "ashiato-objects", "ashiato-server", "ashiato-trail", "ashiato"]),
    ("axum", &["ashiato-server"]),
    ("hyper", &["ashiato-server"]),
    ("clap", &["ashiato"]),
    ("s3s", &["ashiato-s3"]),
    ("sqlx", &["ashiato-meta"]),
    ("aws-lc-rs", &["ashiato-trail"]),
];

/// The dependencies of each crate below `crates/`, without those of its tests.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(crates).expect("the folder of crates").flatten() {
        let Ok(manifest) = std::fs::read_to_string(entry.path().join("Cargo.toml")) else { continue };
        let mut section = "";
        let mut names = BTreeSet::new();
        for line in manifest.lines() {
            if line.starts_with('[') {
                section = line;
            } else if section == "[dependencies]"
                && let Some(name) = line.split(['.', '=', ' ']).next()
                && !name.is_empty()
                && !name.starts_with('#')
            {
                names.insert(name.to_string());
            }
        }
        found.insert(entry.file_name().to_string_lossy().into_owned(), names);
    }
    found
}

#[test]
fn arrows_between_crates_point_one_way() {
    let dependencies = dependencies();
    assert_eq!(dependencies.len(), SIBLINGS.len(), "a crate is missing from this test");
    for (name, allowed) in SIBLINGS {
        let named: Vec<&String> = dependencies[*name].iter().filter(|other| other.starts_with("ashiato")).collect();
        assert!(named.iter().all(|other| allowed.contains(&other.as_str())), "{name} names {named:?}");
    }
}

#[test]
fn heavy_libraries_stay_behind_their_fences() {
    for (name, named) in dependencies() {
        for (library, allowed) in FENCED {
            let is_named = named.iter().any(|other| other == library || other.starts_with(&format!("{library}-")));
            assert!(!is_named || allowed.contains(&name.as_str()), "{name} names {library}");
        }
    }
}

#[test]
fn every_dependency_is_declared_in_the_root_manifest_alone() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for entry in std::fs::read_dir(crates).expect("the folder of crates").flatten() {
        let Ok(manifest) = std::fs::read_to_string(entry.path().join("Cargo.toml")) else { continue };
        let versions: Vec<&str> = manifest.lines().filter(|line| line.contains("version = \"")).collect();
        assert!(versions.is_empty(), "{}: {versions:?}", entry.path().display());
    }
}
