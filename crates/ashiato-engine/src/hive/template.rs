//! The folder of a partition: `storage.location.template`, or Hive's own layout `column=value/`.

use super::refusal::invalid;
use super::table::{HiveTable, folder};
use ashiato_sql::Error;

/// What stands between the values of a partition's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The value of the column at this position among the partition columns.
    Value(usize),
    /// The same, escaped as Hive escapes a folder's name.
    Escaped(usize),
}

impl Template {
    /// The template of a table with projected partitions.
    ///
    /// # Errors
    /// `INVALID_TABLE_PROPERTY` where the template names a column that is none of the partition columns, or leaves
    /// one of them out: several partitions would then have one folder, and its rows would be read for each.
    pub(crate) fn projected(table: &HiveTable) -> Result<Template, Error> {
        let properties = &table.definition.properties;
        let template = properties.iter().find(|(key, _)| key.eq_ignore_ascii_case("storage.location.template"));
        match template {
            Some((_, template)) => Template::parse(&folder(template.trim()), table),
            None => Ok(Template::of_layout(table)),
        }
    }

    /// Hive's own layout.
    pub(crate) fn of_layout(table: &HiveTable) -> Template {
        let mut parts = vec![Part::Text(table.location())];
        for (position, column) in table.definition.partitions.iter().enumerate() {
            let slash = if position > 0 { "/" } else { "" };
            parts.push(Part::Text(format!("{slash}{}=", column.name)));
            parts.push(Part::Escaped(position));
        }
        if !table.definition.partitions.is_empty() {
            parts.push(Part::Text("/".to_string()));
        }
        Template { parts }
    }

    fn parse(template: &str, table: &HiveTable) -> Result<Template, Error> {
        let columns = &table.definition.partitions;
        let wrong = |message: String| Err(invalid("INVALID_TABLE_PROPERTY", message));
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some((text, after)) = rest.split_once("${") {
            let Some((name, after)) = after.split_once('}') else {
                return wrong(format!(
                    "The 'storage.location.template' table property has a '${{' without '}}': {template}"
                ));
            };
            let Some(position) = columns.iter().position(|column| column.name.eq_ignore_ascii_case(name)) else {
                return wrong(format!(
                    "The 'storage.location.template' table property names '{name}', which is no partition column"
                ));
            };
            parts.push(Part::Text(text.to_string()));
            parts.push(Part::Value(position));
            rest = after;
        }
        parts.push(Part::Text(rest.to_string()));
        let missing = (0..columns.len()).find(|position| !parts.contains(&Part::Value(*position)));
        if let Some(missing) = missing {
            return wrong(format!(
                "The 'storage.location.template' table property must contain templates for all partition columns: \
                 ${{{}}} is missing",
                columns[missing].name
            ));
        }
        Ok(Template { parts })
    }

    /// The folder for these values, which ends in a slash.
    pub(crate) fn fill(&self, values: &[&str]) -> String {
        let mut url = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => url.push_str(text),
                Part::Value(position) => url.push_str(values[*position]),
                Part::Escaped(position) => escape(values[*position], &mut url),
            }
        }
        url
    }
}

/// Hive writes characters that a path cannot hold as `%` and two hexadecimal digits, and an empty value by a name
/// of its own (FileUtils.escapePathName).
pub(crate) fn escape(value: &str, url: &mut String) {
    if value.is_empty() {
        url.push_str(DEFAULT_PARTITION);
    }
    for char in value.chars() {
        if char.is_ascii_control() || "\"#%'*/:=?\\{}[]^".contains(char) {
            url.push_str(&format!("%{:02X}", u32::from(char)));
        } else {
            url.push(char);
        }
    }
}

/// The value that an escaped folder name stands for.
pub(crate) fn unescape(name: &str) -> String {
    let bytes = name.as_bytes();
    let mut value = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = name.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            Some(code) if bytes[at] == b'%' => {
                value.push(code);
                at += 3;
            }
            _ => {
                value.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&value).into_owned()
}

/// The folder name by which Hive writes NULL and the empty text.
pub(crate) const DEFAULT_PARTITION: &str = "__HIVE_DEFAULT_PARTITION__";
