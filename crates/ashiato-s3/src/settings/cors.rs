//! Which pages of other origins a browser lets in.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::documents;

const CORS: &str = "cors";
const CORS_RULES_MAX: usize = 100;

pub(crate) fn cors(store: &Store, bucket: &str) -> S3Result<GetBucketCorsOutput> {
    let kept: Option<CORSConfiguration> = documents::get(store, bucket, CORS)?;
    let kept = kept.ok_or_else(|| s3_error!(NoSuchCORSConfiguration, "The CORS configuration does not exist"))?;
    Ok(GetBucketCorsOutput { cors_rules: Some(kept.cors_rules) })
}

pub(crate) async fn put_cors(store: &Store, input: PutBucketCorsInput) -> S3Result<PutBucketCorsOutput> {
    let rules = &input.cors_configuration.cors_rules;
    if rules.is_empty() || rules.len() > CORS_RULES_MAX {
        return Err(s3_error!(MalformedXML, "The configuration must have 1 to 100 rules"));
    }
    let methods = rules.iter().flat_map(|rule| &rule.allowed_methods);
    if let Some(method) =
        methods.into_iter().find(|name| !["GET", "PUT", "HEAD", "POST", "DELETE"].contains(&name.as_str()))
    {
        return Err(s3_error!(
            InvalidRequest,
            "Found unsupported HTTP method in CORS config. Unsupported method is {method}"
        ));
    }
    documents::put(store, &input.bucket, CORS, &input.cors_configuration).await?;
    Ok(PutBucketCorsOutput::default())
}

pub(crate) async fn delete_cors(store: &Store, bucket: &str) -> S3Result<DeleteBucketCorsOutput> {
    documents::delete(store, bucket, CORS).await?;
    Ok(DeleteBucketCorsOutput::default())
}
