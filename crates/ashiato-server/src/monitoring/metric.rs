//! What a metric is called: a namespace, a name, and dimensions, whose order means nothing.

use serde_json::json;

/// A metric's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MetricName {
    pub(crate) namespace: String,
    pub(crate) name: String,
    /// Name and value, sorted.
    dimensions: Vec<(String, String)>,
}

impl MetricName {
    pub(crate) fn new(
        namespace: &str,
        name: &str,
        dimensions: impl IntoIterator<Item = (String, String)>,
    ) -> MetricName {
        let mut dimensions: Vec<_> = dimensions.into_iter().collect();
        dimensions.sort();
        MetricName { namespace: namespace.to_string(), name: name.to_string(), dimensions }
    }

    pub(crate) fn dimensions(&self) -> &[(String, String)] {
        &self.dimensions
    }

    /// As the state keeps them.
    pub(crate) fn dimensions_text(&self) -> String {
        json!(self.dimensions).to_string()
    }

    /// Reads what the state keeps. `None`: it cannot be what was written.
    pub(crate) fn read_dimensions(text: &str) -> Option<Vec<(String, String)>> {
        serde_json::from_str(text).ok()
    }
}
