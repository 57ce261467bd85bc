//! `DatabaseInput` and `Database`.

use ashiato_engine::catalog::store::{Database, Others};

use super::fault::refuse;
use super::others::{keep, kept};
use crate::aws::generated::glue as wire;
use crate::aws::{Error, Timestamp};
use crate::context::Context;

const TABLE_PERMISSIONS: &str = "CreateTableDefaultPermissions";

/// What is kept of an input.
pub(super) fn stored(given: wire::DatabaseInput, created_at: i64) -> Result<Database, Error> {
    refuse(&given.target_database, "A database that stands for another one (TargetDatabase)")?;
    refuse(&given.federated_database, "A federated database (FederatedDatabase)")?;
    let mut others = Others::new();
    keep(&mut others, TABLE_PERMISSIONS, given.create_table_default_permissions);
    Ok(Database {
        name: given.name.to_lowercase(),
        description: given.description,
        location: given.location_uri,
        parameters: given.parameters.unwrap_or_default(),
        created_at,
        others,
    })
}

pub(super) fn shown(database: Database, ctx: &Context) -> wire::Database {
    // The database `default` is there without anybody having made it.
    let created = Some(database.created_at).filter(|millis| *millis != 0);
    wire::Database {
        create_table_default_permissions: kept(&database.others, TABLE_PERMISSIONS),
        name: database.name,
        description: database.description,
        location_uri: database.location,
        parameters: Some(database.parameters).filter(|parameters| !parameters.is_empty()),
        create_time: created.map(|millis| Timestamp { millis }),
        catalog_id: Some(ctx.state.kept.account.as_str().to_string()),
        ..wire::Database::default()
    }
}

/// The ARN by which a database is tagged.
pub(super) fn arn(ctx: &Context, name: &str) -> String {
    format!("arn:aws:glue:{}:{}:database/{name}", ctx.region, ctx.state.kept.account.as_str())
}
