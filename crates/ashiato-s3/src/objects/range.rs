//! Which bytes of an object are asked for: by a range, or by a part's number.

use ashiato_objects::Object;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

/// `None`: all of them.
pub(super) fn range_of(
    object: &Object,
    range: Option<&Range>,
    part: Option<i32>,
) -> S3Result<Option<std::ops::Range<u64>>> {
    let unsatisfiable = || s3_error!(InvalidRange, "The requested range is not satisfiable");
    match (range, part) {
        (None, None) => Ok(None),
        (Some(range), None) => range.check(object.bytes).map(Some).map_err(|_| unsatisfiable()),
        (Some(_), Some(_)) => {
            Err(s3_error!(InvalidRequest, "Cannot specify both Range header and partNumber query parameter"))
        }
        (None, Some(1)) if object.part_bytes.is_empty() => Ok(None),
        (None, Some(number)) => {
            let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
            let place = place.filter(|place| *place < object.part_bytes.len());
            let place = place.ok_or_else(|| {
                crate::error::unnamed(
                    http::StatusCode::RANGE_NOT_SATISFIABLE,
                    "InvalidPartNumber",
                    "The requested partnumber is not satisfiable",
                )
            })?;
            let from: u64 = object.part_bytes[..place].iter().sum();
            Ok(Some(from..from + object.part_bytes[place]))
        }
    }
}
