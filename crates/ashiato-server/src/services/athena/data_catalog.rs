//! Data catalogs: `AwsDataCatalog`, which is always there and which queries see, and those that are kept by name.

use ashiato_meta::data_catalogs::{self, DataCatalog as Kept};
use std::collections::BTreeMap;

use super::errors::{fault, internal, invalid, of_meta};
use super::work_group;
use crate::access::OWN_CATALOG as OWN;
use crate::aws::Error;
use crate::aws::generated::athena::{DataCatalog, DataCatalogType};
use crate::context::Context;

/// Whether the name is that of the catalog that is always there.
pub(super) fn is_own(name: &str) -> bool {
    name.eq_ignore_ascii_case(OWN)
}

/// The catalog that is always there.
pub(super) fn own() -> DataCatalog {
    DataCatalog {
        name: OWN.into(),
        description: None,
        r#type: DataCatalogType::Glue,
        parameters: None,
        status: None,
        connection_type: None,
        error: None,
    }
}

/// One that is kept.
pub(super) async fn find(ctx: &Context, name: &str) -> Result<Kept, Error> {
    let mut tx = ctx.state.kept.meta.read().await.map_err(fault)?;
    let kept = data_catalogs::get(&mut tx, &work_group::region(ctx), name).await;
    kept.map_err(of_meta(|| missing(name)))
}

/// A work group is only for IAM Identity Center's; where one is named, it must be there.
pub(super) async fn expect_work_group(ctx: &Context, name: Option<&str>) -> Result<(), Error> {
    match name {
        Some(name) => work_group::find(ctx, Some(name)).await.map(drop),
        None => Ok(()),
    }
}

pub(super) fn missing(name: &str) -> Error {
    invalid(format!("DataCatalog {name} was not found"))
}

/// What is to be kept of a request.
pub(super) fn kept(
    ctx: &Context,
    name: String,
    kind: DataCatalogType,
    description: Option<String>,
    parameters: Option<BTreeMap<String, String>>,
) -> Result<Kept, Error> {
    if is_own(&name) {
        return Err(invalid(format!("{OWN} is reserved")));
    }
    let kind = match kind {
        DataCatalogType::Glue => "GLUE",
        DataCatalogType::Hive => "HIVE",
        DataCatalogType::Lambda => "LAMBDA",
        DataCatalogType::Federated => return Err(invalid("A catalog of the type FEDERATED is not supported.")),
    };
    let parameters = serde_json::to_string(&parameters.unwrap_or_default()).map_err(|why| internal(why.to_string()))?;
    Ok(Kept { place: work_group::region(ctx), name, kind: kind.into(), description, parameters })
}

/// As the client reads it.
pub(super) fn shown(kept: Kept) -> Result<DataCatalog, Error> {
    let parameters =
        serde_json::from_str(&kept.parameters).map_err(|why| internal(format!("read a catalog: {why}")))?;
    let r#type = kind(&kept)?;
    Ok(DataCatalog { name: kept.name, description: kept.description, r#type, parameters: Some(parameters), ..own() })
}

/// Its type.
pub(super) fn kind(kept: &Kept) -> Result<DataCatalogType, Error> {
    match kept.kind.as_str() {
        "GLUE" => Ok(DataCatalogType::Glue),
        "HIVE" => Ok(DataCatalogType::Hive),
        "LAMBDA" => Ok(DataCatalogType::Lambda),
        other => Err(internal(format!("a catalog of the type {other}"))),
    }
}
