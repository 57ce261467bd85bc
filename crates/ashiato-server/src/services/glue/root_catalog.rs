//! `Catalog`: the one that an account has.

use crate::aws::generated::glue::{Catalog, DataLakePrincipal, Permission, PrincipalPermissions};
use crate::context::Context;

pub(super) fn shown(ctx: &Context) -> Catalog {
    let account = ctx.state.kept.account.as_str().to_string();
    // As in an account where Lake Formation decides nothing: IAM's policies alone do.
    let everybody = PrincipalPermissions {
        principal: Some(DataLakePrincipal {
            data_lake_principal_identifier: Some("IAM_ALLOWED_PRINCIPALS".to_string()),
        }),
        permissions: Some(vec![Permission::All]),
    };
    Catalog {
        resource_arn: Some(format!("arn:aws:glue:{}:{account}:catalog", ctx.region)),
        name: account.clone(),
        catalog_id: Some(account),
        create_table_default_permissions: Some(vec![everybody.clone()]),
        create_database_default_permissions: Some(vec![everybody]),
        ..Catalog::default()
    }
}
