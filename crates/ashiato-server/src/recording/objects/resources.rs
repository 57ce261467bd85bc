//! What a request was about.

use ashiato_event::record::Resource;

use super::{HeardObject, is_data, place};

/// What it was about: the bucket, and of data events the objects. `owner` is the account whose bucket it is; `None`:
/// there is no such bucket.
pub(in crate::recording) fn resources(operation: &str, heard: &HeardObject, owner: Option<&str>) -> Vec<Resource> {
    let (Some(bucket), key) = place(heard.parts.uri.path()) else { return Vec::new() };
    // What has yet to be made is no resource of the call that makes it.
    if operation == "CreateBucket" {
        return Vec::new();
    }
    let bucket_arn = format!("arn:aws:s3:::{bucket}");
    let mut resources = Vec::new();
    if is_data(operation) {
        let object = || Resource { kind: "AWS::S3::Object".to_string(), ..Resource::default() };
        resources.push(match key {
            Some(key) => Resource { arn: Some(format!("{bucket_arn}/{key}")), ..object() },
            None => Resource { arn_prefix: Some(format!("{bucket_arn}/")), ..object() },
        });
    }
    resources.push(Resource {
        account_id: owner.map(str::to_string),
        kind: "AWS::S3::Bucket".to_string(),
        arn: Some(bucket_arn),
        arn_prefix: None,
    });
    resources
}
