//! Partitions of the Glue Data Catalog's tables, in the order of their values.

use sqlx::Row;

use crate::changed::found;
use crate::page::one_more;
use crate::{Error, Kind, Millis, Page, Place, Result, Tx};

/// The table whose partitions are meant.
#[derive(Debug, Clone, Copy)]
pub struct Of<'a> {
    /// Where it lives.
    pub place: &'a Place,
    /// Its database, in small letters.
    pub database: &'a str,
    /// In small letters.
    pub table: &'a str,
}

/// A partition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    /// The values of the table's partition keys, in their order.
    pub values: Vec<String>,
    /// The definition, opaque here.
    pub document: String,
    /// When it was made.
    pub created: Millis,
}

/// Makes those that are not there yet and tells the values of those that are, which stay as they were.
/// `NotFound` where there is no such table.
pub async fn create(tx: &mut Tx, of: Of<'_>, partitions: &[Partition]) -> Result<Vec<Vec<String>>> {
    let mut there = Vec::new();
    for partition in partitions {
        let done = sqlx::query(
            "INSERT INTO glue_partitions (place, database_name, table_name, partition_key, document, created) \
             VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (place, database_name, table_name, partition_key) DO NOTHING",
        )
        .bind(of.place)
        .bind(of.database)
        .bind(of.table)
        .bind(encode(&partition.values))
        .bind(&partition.document)
        .bind(partition.created)
        .execute(tx.db())
        .await
        .map_err(Error::of_child(format!("create partitions of {}.{}", of.database, of.table)))?;
        if done.rows_affected() == 0 {
            there.push(partition.values.clone());
        }
    }
    Ok(there)
}

/// Those of the given values that are there, in the order asked for.
pub async fn get(tx: &mut Tx, of: Of<'_>, values: &[Vec<String>]) -> Result<Vec<Partition>> {
    let mut found = Vec::new();
    for values in values {
        let row = sqlx::query(
            "SELECT partition_key, document, created FROM glue_partitions \
             WHERE place = $1 AND database_name = $2 AND table_name = $3 AND partition_key = $4",
        )
        .bind(of.place)
        .bind(of.database)
        .bind(of.table)
        .bind(encode(values))
        .fetch_optional(tx.db())
        .await
        .map_err(Error::of(format!("get partitions of {}.{}", of.database, of.table)))?;
        if let Some(row) = row {
            found.push(partition(&row)?);
        }
    }
    Ok(found)
}

/// Those whose first values are `prefix`, in the order of their values; `after` is a page's `next`.
pub async fn list(
    tx: &mut Tx,
    of: Of<'_>,
    prefix: &[String],
    after: Option<&str>,
    limit: u32,
) -> Result<Page<Partition>> {
    let first = encode(prefix);
    let end = match first.strip_suffix(END) {
        Some(values) => format!("{values}{ESCAPE}"),
        None => char::MAX.to_string(),
    };
    let rows = sqlx::query(
        "SELECT partition_key, document, created FROM glue_partitions \
         WHERE place = $1 AND database_name = $2 AND table_name = $3 \
         AND partition_key >= $4 AND partition_key < $5 AND partition_key > $6 ORDER BY partition_key LIMIT $7",
    )
    .bind(of.place)
    .bind(of.database)
    .bind(of.table)
    .bind(first)
    .bind(end)
    .bind(after.unwrap_or_default())
    .bind(one_more(limit))
    .fetch_all(tx.db())
    .await
    .map_err(Error::of(format!("list partitions of {}.{}", of.database, of.table)))?;
    let partitions = rows.iter().map(partition).collect::<Result<Vec<_>>>()?;
    Ok(Page::cut(partitions, limit, |partition| encode(&partition.values)))
}

/// Where a list goes on behind these values: what `next` of a page that ends there would be.
pub fn position(values: &[String]) -> String {
    encode(values)
}

/// Stores another definition, and other values where they change; `Conflict` where those are taken.
pub async fn update(tx: &mut Tx, of: Of<'_>, values: &[String], new: &Partition) -> Result<()> {
    let done = sqlx::query(
        "UPDATE glue_partitions SET partition_key = $5, document = $6 \
         WHERE place = $1 AND database_name = $2 AND table_name = $3 AND partition_key = $4",
    )
    .bind(of.place)
    .bind(of.database)
    .bind(of.table)
    .bind(encode(values))
    .bind(encode(&new.values))
    .bind(&new.document)
    .execute(tx.db())
    .await
    .map_err(Error::of(format!("update partition {values:?} of {}.{}", of.database, of.table)))?;
    found(&done, || format!("partition {values:?} of {}.{}", of.database, of.table))
}

/// Removes those that are there and tells the values of those that are not.
pub async fn delete(tx: &mut Tx, of: Of<'_>, values: &[Vec<String>]) -> Result<Vec<Vec<String>>> {
    let mut missing = Vec::new();
    for values in values {
        let gone = sqlx::query(
            "DELETE FROM glue_partitions \
             WHERE place = $1 AND database_name = $2 AND table_name = $3 AND partition_key = $4",
        )
        .bind(of.place)
        .bind(of.database)
        .bind(of.table)
        .bind(encode(values))
        .execute(tx.db())
        .await
        .map_err(Error::of(format!("delete partitions of {}.{}", of.database, of.table)))?;
        if gone.rows_affected() == 0 {
            missing.push(values.clone());
        }
    }
    Ok(missing)
}

fn partition(row: &sqlx::any::AnyRow) -> Result<Partition> {
    let doing = "read a partition";
    let key: String = row.try_get(0).map_err(Error::of(doing))?;
    Ok(Partition {
        values: decode(&key)?,
        document: row.try_get(1).map_err(Error::of(doing))?,
        created: row.try_get(2).map_err(Error::of(doing))?,
    })
}

// A key is its values, each ended by U+0001, which is below whatever a value holds: U+0000 to U+0002 are written as
// U+0002 and one more. Comparing keys by bytes then compares value after value, and PostgreSQL sees no U+0000.
const END: char = '\u{1}';
const ESCAPE: char = '\u{2}';

fn encode(values: &[String]) -> String {
    let mut key = String::new();
    for value in values {
        for character in value.chars() {
            match character {
                '\u{0}' => key.extend([ESCAPE, '\u{2}']),
                END => key.extend([ESCAPE, '\u{3}']),
                ESCAPE => key.extend([ESCAPE, '\u{4}']),
                other => key.push(other),
            }
        }
        key.push(END);
    }
    key
}

fn decode(key: &str) -> Result<Vec<String>> {
    let corrupt = || Error::new(Kind::Corrupt, format!("partition key {key:?}"));
    let mut values = Vec::new();
    let mut value = String::new();
    let mut characters = key.chars();
    while let Some(character) = characters.next() {
        match character {
            END => values.push(std::mem::take(&mut value)),
            ESCAPE => value.push(match characters.next() {
                Some('\u{2}') => '\u{0}',
                Some('\u{3}') => END,
                Some('\u{4}') => ESCAPE,
                _ => return Err(corrupt()),
            }),
            other => value.push(other),
        }
    }
    if value.is_empty() { Ok(values) } else { Err(corrupt()) }
}
