//! The buckets as the queries of one caller may use them: a query reads and writes what its caller may, and no more.

use ashiato_engine::source::bucket_source::{Bucket, BucketSource};
use ashiato_engine::{Error, ErrorKind};
use std::sync::{Arc, OnceLock};

use super::guarded::Guarded;
use super::uploads::Uploads;
use crate::access::Caller;
use crate::buckets::AccountBuckets;

/// What a query fails by, whatever the engine made of the read that met it first: of logs, a file that cannot be read
/// counts as a damaged one, and these files are not damaged.
#[derive(Debug, Clone)]
pub(crate) enum Trouble {
    /// The caller may not; the sentence of the denial.
    Denied(String),
    /// The store itself failed.
    Store(String),
}

/// The first trouble that there was.
pub(crate) type FirstTrouble = Arc<OnceLock<Trouble>>;

/// The account's buckets, as one caller may use them.
#[derive(Debug, Clone)]
pub(crate) struct CallersBuckets {
    account: Arc<dyn AccountBuckets>,
    caller: Arc<Caller>,
    trouble: FirstTrouble,
    uploads: Uploads,
    /// The key that what a query writes is encrypted under, by its ARN.
    key: Option<Arc<str>>,
}

impl CallersBuckets {
    /// To be called on the server's threads.
    pub(crate) fn new(account: Arc<dyn AccountBuckets>, caller: Caller) -> CallersBuckets {
        let (trouble, uploads) = (FirstTrouble::default(), Uploads::new());
        CallersBuckets { account, caller: Arc::new(caller), trouble, uploads, key: None }
    }

    /// The same, but that all that is written is encrypted under a key, which the caller must be let make data keys of.
    pub(crate) fn encrypting_under(self, key: &str) -> CallersBuckets {
        CallersBuckets { key: Some(key.into()), ..self }
    }

    /// Where the first trouble will be, once there is one.
    pub(crate) fn trouble(&self) -> FirstTrouble {
        Arc::clone(&self.trouble)
    }

    /// The uploads that the query begins.
    pub(crate) fn uploads(&self) -> Uploads {
        self.uploads.clone()
    }
}

impl BucketSource for CallersBuckets {
    fn bucket(&self, name: &str) -> Result<Arc<dyn Bucket>, Error> {
        // Results that are managed are reached by GetQueryResults alone.
        if self.account.is_reserved(name, "") {
            return Err(Error::new(ErrorKind::NotFound, format!("The specified bucket does not exist: {name}")));
        }
        Ok(Arc::new(Guarded {
            objects: self.account.bucket(name)?,
            name: name.to_string(),
            account: Arc::clone(&self.account),
            caller: Arc::clone(&self.caller),
            trouble: self.trouble(),
            uploads: self.uploads(),
            key: self.key.clone(),
        }))
    }
}
