//! Which store the settings mean for the objects.

use super::settings::{ServeArguments, Settings};
use crate::exit::Failure;
use ashiato_server::buckets::{ExternalKey, ExternalSettings};
use ashiato_server::signature::Secret;

/// The external store; `None` where objects are kept in the data folder.
///
/// # Errors
/// Where settings of the store are there without those that they need: the file's are not held to that before.
pub(super) fn external(arguments: &ServeArguments) -> Result<Option<ExternalSettings>, Failure> {
    let settings = &arguments.settings;
    let wrong = |why: &str| Err(Failure::Usage(why.to_string()));
    let Some(url) = settings.objects_url.clone() else {
        let others = [
            &settings.objects_endpoint,
            &settings.objects_region,
            &settings.objects_access_key_id,
            &settings.objects_secret_access_key,
            &settings.objects_session_token,
        ];
        return match others.iter().any(|other| other.is_some()) {
            true => wrong("settings of an object store, and no objects-url"),
            false => Ok(None),
        };
    };
    if arguments.demo {
        return wrong("--demo makes buckets, which a server with objects-url does not");
    }
    let key = match key(settings) {
        Ok(key) => key,
        Err(why) => return wrong(why),
    };
    let (endpoint, region) = (settings.objects_endpoint.clone(), settings.objects_region.clone());
    Ok(Some(ExternalSettings { url, endpoint, region, key }))
}

fn key(settings: &Settings) -> Result<Option<ExternalKey>, &'static str> {
    let session_token = settings.objects_session_token.as_deref().map(Secret::new);
    match (&settings.objects_access_key_id, &settings.objects_secret_access_key) {
        (Some(id), Some(secret)) => {
            Ok(Some(ExternalKey { id: id.clone(), secret: Secret::new(secret), session_token }))
        }
        (None, None) if session_token.is_none() => Ok(None),
        _ => Err("objects-access-key-id and objects-secret-access-key go together"),
    }
}
