//! Column names for formats where two columns cannot share one.

use super::Column;
use std::collections::HashSet;

/// The columns' names, a repeated one numbered from its second use: `x`, `x_2`, `x_3`.
/// A number is passed over where a column of the answer has that name itself.
pub(crate) fn distinct(columns: &[Column]) -> Vec<String> {
    let given: HashSet<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut used: HashSet<String> = HashSet::new();
    columns
        .iter()
        .map(|column| {
            let name = match used.contains(&column.name) {
                false => column.name.clone(),
                true => (2..)
                    .map(|number| format!("{}_{number}", column.name))
                    .find(|name| !given.contains(name.as_str()) && !used.contains(name))
                    .expect("there are more numbers than columns"),
            };
            used.insert(name.clone());
            name
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::datatypes::DataType;

    #[test]
    fn repeated_names_are_numbered() {
        let cases: [(&[&str], &[&str]); 4] = [
            (&["a", "b"], &["a", "b"]),
            (&["x", "x", "x"], &["x", "x_2", "x_3"]),
            (&["x", "x", "x_2"], &["x", "x_3", "x_2"]),
            (&["x_2", "x", "x"], &["x_2", "x", "x_3"]),
        ];
        for (names, expected) in cases {
            let columns: Vec<Column> =
                names.iter().map(|name| Column { name: name.to_string(), data_type: DataType::Null }).collect();
            assert_eq!(distinct(&columns), expected);
        }
    }
}
