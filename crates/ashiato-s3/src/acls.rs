//! Access control lists: there is the owner's, and no other, as in every bucket whose owner is enforced.

use s3s::dto::*;
use s3s::{S3Result, s3_error};

pub(crate) fn owner(id: String) -> Owner {
    Owner { display_name: None, id: Some(id) }
}

/// The one grant: everything, to the owner.
pub(crate) fn grants(id: String) -> Grants {
    let grantee = Grantee {
        display_name: None,
        email_address: None,
        id: Some(id),
        type_: Type::from_static(Type::CANONICAL_USER),
        uri: None,
    };
    vec![Grant { grantee: Some(grantee), permission: Some(Permission::from_static(Permission::FULL_CONTROL)) }]
}

/// Takes the lists that change nothing.
pub(crate) fn check(canned: Option<&str>, others: &[bool]) -> S3Result<()> {
    let changes_nothing = matches!(canned, None | Some("private" | "bucket-owner-full-control"));
    let names_others = others.contains(&true);
    match changes_nothing && !names_others {
        true => Ok(()),
        false => Err(s3_error!(AccessControlListNotSupported, "The bucket does not allow ACLs")),
    }
}

/// Whether a list that was sent as XML grants something to someone other than the owner.
pub(crate) fn grants_others(list: Option<&AccessControlPolicy>, owner_id: &str) -> bool {
    let grants = list.and_then(|list| list.grants.as_ref()).into_iter().flatten();
    grants.into_iter().any(|grant| grant.grantee.as_ref().and_then(|grantee| grantee.id.as_deref()) != Some(owner_id))
}
