//! DescribeKey.

use super::fault::expect_no_grants;
use super::key::{By, permitted};
use super::shown;
use crate::aws::Error;
use crate::aws::generated::kms::{DescribeKeyRequest, DescribeKeyResponse};
use crate::context::Context;

pub(super) async fn describe_key(ctx: &Context, input: DescribeKeyRequest) -> Result<DescribeKeyResponse, Error> {
    expect_no_grants(input.grant_tokens.as_deref())?;
    let key = permitted(ctx, &input.key_id, By::AnyName, "DescribeKey", None).await?;
    Ok(DescribeKeyResponse { key_metadata: Some(shown::metadata(ctx, key)) })
}
