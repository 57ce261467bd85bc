//! GetAccessKeyInfo: the account of an access key, which its id tells.

use ashiato_policy::identity::account_of_key;

use super::issue::validation_error;
use crate::aws::Error;
use crate::aws::generated::sts::{GetAccessKeyInfoRequest, GetAccessKeyInfoResponse};
use crate::context::Context;

pub(super) async fn get_access_key_info(
    _ctx: &Context,
    input: GetAccessKeyInfoRequest,
) -> Result<GetAccessKeyInfoResponse, Error> {
    match account_of_key(&input.access_key_id) {
        Some(account) => Ok(GetAccessKeyInfoResponse { account: Some(account) }),
        None => Err(validation_error("Invalid Access Key Id")),
    }
}
