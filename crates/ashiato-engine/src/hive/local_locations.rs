//! Locations that are on this machine: who may name them, and where a statement does.
//!
//! The command reads its user's own files. A server that runs statements of others must not open its files to them:
//! there every location is in a bucket.

use ashiato_sql::statement::{Properties, Statement, TableChange};

/// Whether statements may name folders of this machine, as paths or `file:` URLs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LocalLocations {
    /// They may: whoever runs statements owns the machine.
    #[default]
    Allowed,
    /// They may not: statements come from others. Folders that stand for buckets are no such places.
    Refused,
}

/// Whether a location is on this machine: a path, or a `file:` URL.
pub(super) fn is_local(location: &str) -> bool {
    location.split_once("://").is_none_or(|(scheme, _)| scheme.eq_ignore_ascii_case("file"))
}

/// The locations that a statement keeps in the catalog.
pub(crate) fn named_by(statement: &Statement) -> Vec<&str> {
    match statement {
        Statement::CreateTable(table) => {
            table.location.as_deref().into_iter().chain(templates(&table.properties)).collect()
        }
        Statement::CreateDatabase(database) => database.location.as_deref().into_iter().collect(),
        Statement::AlterTable { change, .. } => match change {
            TableChange::AddPartitions { partitions, .. } => {
                partitions.iter().filter_map(|(_, location)| location.as_deref()).collect()
            }
            TableChange::SetLocation { location, .. } => vec![location.as_str()],
            TableChange::SetProperties(properties) => templates(properties).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Partition projection names folders in a property.
fn templates(properties: &Properties) -> impl Iterator<Item = &str> {
    let templates = properties.iter().filter(|(key, _)| key.eq_ignore_ascii_case("storage.location.template"));
    templates.map(|(_, template)| template.trim())
}
