//! A service model and the list that says which of its operations are served.

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

/// A model.
pub(super) struct Model {
    /// `service-2.json`.
    pub(super) json: Value,
    /// Each operation and `built`, `stored` or `refused`.
    pub(super) coverage: BTreeMap<String, String>,
}

impl Model {
    /// Reads the newest version. The list must name every operation of the model and no other.
    pub(super) fn read(models: &Path, folder: &str, list: &str) -> Result<Model> {
        let versions = std::fs::read_dir(models.join(folder)).with_context(|| format!("no model of {folder}"))?;
        let newest = versions.flatten().map(|entry| entry.path()).max().context("a model without a version")?;
        let file = File::open(newest.join("service-2.json.gz"))?;
        let json: Value = serde_json::from_reader(GzDecoder::new(file))?;

        let mut coverage = BTreeMap::new();
        for line in list.lines() {
            let Some((name, word)) = line.split_once(' ') else { bail!("{folder}: not `Operation word`: {line}") };
            ensure!(["built", "stored", "refused"].contains(&word), "{folder}: {name} is {word}");
            coverage.insert(name.to_string(), word.to_string());
        }
        let known: BTreeSet<&String> = json["operations"].as_object().context("no operations")?.keys().collect();
        let listed: BTreeSet<&String> = coverage.keys().collect();
        let differing: Vec<_> = known.symmetric_difference(&listed).collect();
        ensure!(differing.is_empty(), "{folder}: the list and the model differ in {differing:?}");
        Ok(Model { json, coverage })
    }

    /// A shape.
    pub(super) fn shape(&self, name: &str) -> &Value {
        &self.json["shapes"][name]
    }

    /// The name that requests are signed for.
    pub(super) fn signing_name(&self) -> &str {
        let metadata = &self.json["metadata"];
        metadata["signingName"].as_str().or(metadata["endpointPrefix"].as_str()).unwrap_or_default()
    }

    /// The operations that are served, with their models.
    pub(super) fn served(&self) -> impl Iterator<Item = (&String, &Value)> {
        let is_served = |name: &&String| self.coverage[*name] != "refused";
        self.coverage.keys().filter(is_served).map(|name| (name, &self.json["operations"][name]))
    }

    /// Every shape that an input or an output of a served operation reaches.
    pub(super) fn served_shapes(&self) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let ends = self.served().flat_map(|(_, operation)| ["input", "output"].map(|end| &operation[end]["shape"]));
        let mut open: Vec<String> = ends.filter_map(Value::as_str).map(str::to_string).collect();
        while let Some(name) = open.pop() {
            let shape = self.shape(&name);
            let members = members(shape).map(|(_, member)| member);
            let parts = members.chain(["member", "key", "value"].map(|part| &shape[part]));
            open.extend(
                parts.filter_map(|part| part["shape"].as_str()).map(str::to_string).filter(|n| !seen.contains(n)),
            );
            seen.insert(name);
        }
        seen
    }

    /// The members that must be there.
    pub(super) fn required<'a>(&'a self, shape: &'a Value) -> BTreeSet<&'a str> {
        shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// Whether a structure reaches itself through structures alone: lists and maps put their items on the heap.
    pub(super) fn is_recursive(&self, name: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![name];
        while let Some(at) = open.pop() {
            for (_, member) in members(self.shape(at)) {
                let Some(next) = member["shape"].as_str() else { continue };
                if next == name {
                    return true;
                }
                if self.shape(next)["type"] == "structure" && seen.insert(next) {
                    open.push(next);
                }
            }
        }
        false
    }
}

/// A structure's members; of another shape none.
pub(super) fn members(shape: &Value) -> impl Iterator<Item = (&String, &Value)> {
    shape["members"].as_object().into_iter().flatten()
}

/// A member's name on the wire.
pub(super) fn wire<'a>(name: &'a str, member: &'a Value) -> &'a str {
    member["locationName"].as_str().unwrap_or(name)
}
