//! Athena's data catalogs. A name is kept as it was given, and is the same in whatever case.

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Kind, Page, Place, Result, Tx};

/// A data catalog.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DataCatalog {
    /// Where it lives.
    pub place: Place,
    /// Unique in its place.
    pub name: String,
    /// `GLUE`, `HIVE` or `LAMBDA`.
    pub kind: String,
    /// What it is for.
    pub description: Option<String>,
    /// Opaque here.
    pub parameters: String,
}

/// Makes it; `Conflict` where one of that name is there.
pub async fn create(tx: &mut Tx, data_catalog: &DataCatalog) -> Result<()> {
    // The table's key tells names apart that differ only by case.
    let folded = data_catalog.name.to_ascii_lowercase();
    tx.alone_with(&format!("data catalog {folded} of {}", data_catalog.place.as_str())).await?;
    match get(tx, &data_catalog.place, &data_catalog.name).await {
        Ok(there) => return Err(Error::conflict(format!("data catalog {} is there", there.name))),
        Err(error) if error.kind == Kind::NotFound => {}
        Err(error) => return Err(error),
    }
    sqlx::query("INSERT INTO data_catalogs (place, name, kind, description, parameters) VALUES ($1, $2, $3, $4, $5)")
        .bind(&data_catalog.place)
        .bind(&data_catalog.name)
        .bind(&data_catalog.kind)
        .bind(&data_catalog.description)
        .bind(&data_catalog.parameters)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("create data catalog {}", data_catalog.name)))?;
    Ok(())
}

/// The one of that name, in whatever case. Of two whose names differ by no more, as earlier versions let be, the one that
/// is spelled so.
pub async fn get(tx: &mut Tx, place: &Place, name: &str) -> Result<DataCatalog> {
    sqlx::query_as(
        "SELECT place, name, kind, description, parameters FROM data_catalogs \
         WHERE place = $1 AND LOWER(name) = $2 ORDER BY CASE WHEN name = $3 THEN 0 ELSE 1 END, name LIMIT 1",
    )
    .bind(place)
    .bind(name.to_ascii_lowercase())
    .bind(name)
    .fetch_optional(tx.db())
    .await
    .map_err(Error::of(format!("get data catalog {}", name)))?
    .ok_or_else(|| Error::not_found(format!("data catalog {} is not there", name)))
}

/// By name; `after` is a page's `next`.
pub async fn list(tx: &mut Tx, place: &Place, after: Option<&str>, limit: u32) -> Result<Page<DataCatalog>> {
    let rows = sqlx::query_as(
        "SELECT place, name, kind, description, parameters FROM data_catalogs \
         WHERE place = $1 AND name > $2 ORDER BY name LIMIT $3",
    )
    .bind(place)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of("list the data catalogs"))?;
    Ok(Page::cut(rows, limit, |data_catalog: &DataCatalog| data_catalog.name.clone()))
}

/// Stores the other values of the one whose name is spelled so.
pub async fn update(tx: &mut Tx, data_catalog: &DataCatalog) -> Result<()> {
    let done = sqlx::query(
        "UPDATE data_catalogs SET kind = $3, description = $4, parameters = $5 WHERE place = $1 AND name = $2",
    )
    .bind(&data_catalog.place)
    .bind(&data_catalog.name)
    .bind(&data_catalog.kind)
    .bind(&data_catalog.description)
    .bind(&data_catalog.parameters)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update data catalog {}", data_catalog.name)))?;
    found(&done, || format!("data catalog {}", data_catalog.name))
}

/// Removes the one whose name is spelled so.
pub async fn delete(tx: &mut Tx, place: &Place, name: &str) -> Result<()> {
    let gone = sqlx::query("DELETE FROM data_catalogs WHERE place = $1 AND name = $2")
        .bind(place)
        .bind(name)
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete data catalog {}", name)))?;
    found(&gone, || format!("data catalog {}", name))
}
