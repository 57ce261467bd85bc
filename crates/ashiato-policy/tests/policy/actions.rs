//! What operations must be allowed to do, as the Service Authorization Reference lists it, and AWS's own policies.

use ashiato_policy::actions::{AthenaFacts, Check, GlueFacts, Place, S3Facts, athena, glue, s3};
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::identity::quotas::MANAGED_POLICY_CHARS_MAX;
use ashiato_policy::managed::{MANAGED, find};

const PLACE: Place<'static> = Place { region: "us-east-1", account: "111122223333" };

fn check(found: Option<Vec<Check>>, expected: &[&str]) {
    let found: Vec<String> = found
        .expect("a known operation")
        .iter()
        .map(|check| {
            let keys: Vec<String> = check.keys.iter().map(|(key, value)| format!(" {key}={value}")).collect();
            format!("{} {}{}", check.action, check.resource, keys.concat())
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn of_s3() {
    let facts = S3Facts { bucket: "b", key: "k", ..S3Facts::default() };
    check(s3("ListBuckets", &facts), &["s3:ListAllMyBuckets *"]);
    check(s3("HeadObject", &facts), &["s3:GetObject arn:aws:s3:::b/k"]);
    check(s3("UploadPart", &facts), &["s3:PutObject arn:aws:s3:::b/k"]);
    check(s3("HeadBucket", &facts), &["s3:ListBucket arn:aws:s3:::b"]);
    check(s3("DeleteBucketEncryption", &facts), &["s3:PutEncryptionConfiguration arn:aws:s3:::b"]);
    let version = S3Facts { version_id: Some("v"), ..facts };
    check(s3("GetObject", &version), &["s3:GetObjectVersion arn:aws:s3:::b/k s3:versionid=v"]);
    let listing = S3Facts { prefix: Some("p/"), delimiter: Some("/"), max_keys: Some(5), ..facts };
    check(s3("ListObjectsV2", &listing), &["s3:ListBucket arn:aws:s3:::b s3:prefix=p/ s3:delimiter=/ s3:max-keys=5"]);
    let copy = S3Facts { copy_source: Some(("from", "x", None)), ..facts };
    check(s3("CopyObject", &copy), &["s3:GetObject arn:aws:s3:::from/x", "s3:PutObject arn:aws:s3:::b/k"]);
    let deleted = S3Facts { deleted: &[("x", None), ("y", Some("v"))], ..facts };
    let each = ["s3:DeleteObject arn:aws:s3:::b/x", "s3:DeleteObjectVersion arn:aws:s3:::b/y s3:versionid=v"];
    check(s3("DeleteObjects", &deleted), &each);
    assert_eq!(s3("CopyObject", &facts), None);
    assert_eq!(s3("SelectObjectContent", &facts), None);
}

#[test]
fn of_athena_and_glue() {
    let facts = AthenaFacts { work_group: "primary", data_catalog: "AwsDataCatalog", resource_arn: "" };
    let one = |operation| athena(operation, &facts, PLACE).map(|check| vec![check]);
    check(one("GetQueryResults"), &["athena:GetQueryResults arn:aws:athena:us-east-1:111122223333:workgroup/primary"]);
    check(
        one("ListDatabases"),
        &["athena:ListDatabases arn:aws:athena:us-east-1:111122223333:datacatalog/AwsDataCatalog"],
    );
    check(one("ListWorkGroups"), &["athena:ListWorkGroups *"]);
    assert_eq!(one("StartSession"), None);
    let facts = GlueFacts { database: "d", table: "t", resource_arn: "" };
    let expected = ["catalog", "database/d", "table/d/t"]
        .map(|name| format!("glue:GetTable arn:aws:glue:us-east-1:111122223333:{name}"));
    check(glue("GetTable", &facts, PLACE), &expected.each_ref().map(String::as_str));
    check(glue("GetDatabases", &facts, PLACE), &["glue:GetDatabases arn:aws:glue:us-east-1:111122223333:catalog"]);
    assert_eq!(glue("CreateJob", &facts, PLACE), None);
}

#[test]
fn every_managed_policy_is_one() {
    for policy in MANAGED {
        let document = Document::parse(policy.document, PolicyKind::Identity)
            .unwrap_or_else(|error| panic!("{}: {error}", policy.name));
        assert!(document.counted_chars() <= MANAGED_POLICY_CHARS_MAX, "{}", policy.name);
        assert_eq!(find(&policy.arn().to_string()), Some(policy));
    }
    assert!(MANAGED.is_sorted_by_key(|policy| policy.name));
    assert_eq!(find("arn:aws:iam::111122223333:policy/AdministratorAccess"), None);
}
