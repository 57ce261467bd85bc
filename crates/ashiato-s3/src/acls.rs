//! Access control lists: there is the owner's, and no other, as in every bucket whose owner is enforced.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::error::from_store;

pub(crate) fn of_object(store: &Store, input: &GetObjectAclInput, owner_id: String) -> S3Result<GetObjectAclOutput> {
    store.head(&input.bucket, &input.key).map_err(from_store)?;
    let (owner, grants) = (Some(owner(owner_id.clone())), Some(grants(owner_id)));
    Ok(GetObjectAclOutput { owner, grants, ..Default::default() })
}

pub(crate) fn of_bucket(store: &Store, bucket: &str, owner_id: String) -> S3Result<GetBucketAclOutput> {
    store.bucket(bucket).map_err(from_store)?;
    Ok(GetBucketAclOutput { owner: Some(owner(owner_id.clone())), grants: Some(grants(owner_id)) })
}

pub(crate) fn put_of_object(store: &Store, input: &PutObjectAclInput, owner_id: &str) -> S3Result<PutObjectAclOutput> {
    store.head(&input.bucket, &input.key).map_err(from_store)?;
    let others = [
        input.grant_read.is_some(),
        input.grant_read_acp.is_some(),
        input.grant_write_acp.is_some(),
        input.grant_full_control.is_some(),
        grants_others(input.access_control_policy.as_ref(), owner_id),
    ];
    check(input.acl.as_ref().map(ObjectCannedACL::as_str), &others)?;
    Ok(PutObjectAclOutput::default())
}

pub(crate) fn put_of_bucket(store: &Store, input: &PutBucketAclInput, owner_id: &str) -> S3Result<PutBucketAclOutput> {
    store.bucket(&input.bucket).map_err(from_store)?;
    let others = [
        input.grant_read.is_some(),
        input.grant_write.is_some(),
        input.grant_read_acp.is_some(),
        input.grant_write_acp.is_some(),
        input.grant_full_control.is_some(),
        grants_others(input.access_control_policy.as_ref(), owner_id),
    ];
    check(input.acl.as_ref().map(BucketCannedACL::as_str), &others)?;
    Ok(PutBucketAclOutput::default())
}

pub(crate) fn owner(id: String) -> Owner {
    Owner { display_name: None, id: Some(id) }
}

/// The one grant: everything, to the owner.
fn grants(id: String) -> Grants {
    let grantee = Grantee {
        display_name: None,
        email_address: None,
        id: Some(id),
        type_: Type::from_static(Type::CANONICAL_USER),
        uri: None,
    };
    vec![Grant { grantee: Some(grantee), permission: Some(Permission::from_static(Permission::FULL_CONTROL)) }]
}

/// Refuses what is put with a list that would let others in.
pub(crate) fn expect_none(canned: Option<&ObjectCannedACL>, grants: [Option<&String>; 4]) -> S3Result<()> {
    check(canned.map(ObjectCannedACL::as_str), &grants.map(|grant| grant.is_some()))
}

/// Takes the lists that change nothing.
fn check(canned: Option<&str>, others: &[bool]) -> S3Result<()> {
    let changes_nothing = matches!(canned, None | Some("private" | "bucket-owner-full-control"));
    let names_others = others.contains(&true);
    match changes_nothing && !names_others {
        true => Ok(()),
        false => Err(s3_error!(AccessControlListNotSupported, "The bucket does not allow ACLs")),
    }
}

/// Whether a list that was sent as XML grants something to someone other than the owner.
fn grants_others(list: Option<&AccessControlPolicy>, owner_id: &str) -> bool {
    let grants = list.and_then(|list| list.grants.as_ref()).into_iter().flatten();
    grants.into_iter().any(|grant| grant.grantee.as_ref().and_then(|grantee| grantee.id.as_deref()) != Some(owner_id))
}
