//! GetUserDefinedFunctions: there are none.

use super::names;
use crate::aws::Error;
use crate::aws::generated::glue::{GetUserDefinedFunctionsRequest, GetUserDefinedFunctionsResponse};
use crate::context::Context;

pub(super) async fn get_user_defined_functions(
    ctx: &Context,
    input: GetUserDefinedFunctionsRequest,
) -> Result<GetUserDefinedFunctionsResponse, Error> {
    let place = names::place(ctx, input.catalog_id.as_deref())?;
    if let Some(name) = input.database_name {
        let mut tx = names::read(ctx).await?;
        names::database(&mut tx, &place, &name.to_lowercase()).await?;
    }
    Ok(GetUserDefinedFunctionsResponse { user_defined_functions: Some(Vec::new()), next_token: None })
}
