//! GetPartitions: in the order of their values, those that an expression wants, and of them a segment, by which several
//! clients share the work.

use ashiato_engine::catalog::store::{Partition, Table};
use ashiato_sql::partition_filter::{Key, PartitionFilter};
use sha2::{Digest, Sha256};

use super::fault::{failed, invalid, refuse};
use super::{names, pages, partition};
use crate::aws::Error;
use crate::aws::generated::glue::errors::INVALID_STATE_EXCEPTION;
use crate::aws::generated::glue::{GetPartitionsRequest, GetPartitionsResponse, Segment, StorageDescriptor};
use crate::catalog::partitions;
use crate::context::Context;

/// How many partitions are looked at for a page, at most: it may be shorter than asked for, and tell where the next
/// one begins.
const LOOKED_AT_MAX: u32 = 20_000;
const LOOKED_AT_ONCE: u32 = 1000;
const PAGE_MAX: u32 = 1000;

pub(super) async fn get_partitions(ctx: &Context, input: GetPartitionsRequest) -> Result<GetPartitionsResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    refuse(&input.transaction_id, "A transaction (TransactionId)")?;
    refuse(&input.query_as_of_time, "An earlier state (QueryAsOfTime)")?;
    let name = names::table_name(&input.database_name, &input.table_name);
    let mut next = pages::after(input.next_token.as_deref())?;
    let size = pages::size(input.max_results, PAGE_MAX) as usize;
    let mut tx = names::read(ctx).await?;
    let table = names::table(&mut tx, &place, &name).await?;
    let wanted = Wanted::new(input.expression.as_deref(), input.segment, &table)?;
    let mut found: Vec<Partition> = Vec::new();
    'page: for _ in 0..LOOKED_AT_MAX / LOOKED_AT_ONCE {
        let page = partitions::list(&mut tx, &place, &name, &[], next.as_deref(), LOOKED_AT_ONCE).await;
        let page = page.map_err(failed)?;
        for partition in page.rows {
            if found.len() == size {
                next = found.last().map(|last| partitions::position(&last.values));
                break 'page;
            }
            if wanted.matches(&partition)? {
                found.push(partition);
            }
        }
        next = page.next;
        if next.is_none() {
            break;
        }
    }
    let without_columns = input.exclude_column_schema == Some(true);
    let shown = found.into_iter().map(|found| {
        let mut shown = partition::shown(found, &table, ctx);
        if without_columns {
            let storage = shown.storage_descriptor.take();
            shown.storage_descriptor = storage.map(|storage| StorageDescriptor { columns: None, ..storage });
        }
        shown
    });
    Ok(GetPartitionsResponse { partitions: Some(shown.collect()), next_token: pages::token(next) })
}

/// What a request wants of a table's partitions.
struct Wanted {
    filter: Option<PartitionFilter>,
    segment: Option<Segment>,
}

impl Wanted {
    fn new(expression: Option<&str>, segment: Option<Segment>, table: &Table) -> Result<Wanted, Error> {
        if segment.as_ref().is_some_and(|segment| segment.segment_number >= segment.total_segments) {
            return Err(invalid("The SegmentNumber must be less than TotalSegments."));
        }
        let keys = table.partition_keys.iter().map(|key| Key { name: &key.name, hive_type: &key.data_type });
        let expression = expression.filter(|expression| !expression.trim().is_empty());
        let filter = expression.map(|text| PartitionFilter::parse(text, &keys.collect::<Vec<_>>()));
        Ok(Wanted { filter: filter.transpose().map_err(|refusal| invalid(refusal.0))?, segment })
    }

    fn matches(&self, partition: &Partition) -> Result<bool, Error> {
        if self.segment.as_ref().is_some_and(|segment| !is_in(segment, &partition.values)) {
            return Ok(false);
        }
        match &self.filter {
            Some(filter) => {
                filter.matches(&partition.values).map_err(|refusal| INVALID_STATE_EXCEPTION.because(refusal.0))
            }
            None => Ok(true),
        }
    }
}

/// A partition is in one segment, whichever client asks, and whenever.
fn is_in(segment: &Segment, values: &[String]) -> bool {
    let digest = Sha256::digest(partitions::position(values));
    i64::from(digest[0]) % segment.total_segments == segment.segment_number
}
