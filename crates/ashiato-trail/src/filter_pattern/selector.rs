//! Selectors of JSON: `$.users[0].email`, `$.list[*]`, `$.['cluster.name']`.

use serde_json::Value;

/// The steps from the whole log event to what a condition is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Selector(pub(super) Vec<Step>);

#[derive(Debug, Clone)]
pub(super) enum Step {
    Name(String),
    Index(usize),
    All,
}

impl Selector {
    /// What is selected: one or none, unless all elements of a list are.
    pub(super) fn select<'a>(&self, event: &'a Value) -> Vec<&'a Value> {
        let mut selected = vec![event];
        for step in &self.0 {
            selected = match step {
                Step::Name(name) => selected.into_iter().filter_map(|value| value.as_object()?.get(name)).collect(),
                Step::Index(index) => selected.into_iter().filter_map(|value| value.as_array()?.get(*index)).collect(),
                Step::All => selected.into_iter().filter_map(Value::as_array).flatten().collect(),
            };
        }
        selected
    }
}
