//! Topics as the rest of the server publishes to them, and the posts that their endpoints get.
//!
//! A message is signed once and stored for each subscription in one transaction ([`publish`]); [`deliver`] posts what is
//! stored, again and again until the endpoint takes it or too much time has passed, and [`waits`] says when. [`filter`]
//! tells which messages a subscription wants, [`policy`] whom a topic lets do what. [`message`] knows the bodies, and
//! [`signer`] the key and the certificate that endpoints check them by. [`subscription`] is what a subscription is
//! confirmed by and who may end it, [`unsigned`] what endpoints ask without a key.

mod message;
mod signer;
mod policy;
mod filter;
mod publish;
mod waits;
mod deliver;
mod endpoint;
mod subscription;
mod unsigned;

pub use policy::Service;
pub use publish::{Failure, publish};

pub(crate) use endpoint::shown as shown_endpoint;
pub(crate) use filter::FilterPolicy;
pub(crate) use message::Notification;
pub(crate) use policy::{ACTIONS, denial, document, policy_default, policy_of};
pub(crate) use publish::{confirmation, publish_for_service, publish_in, ready, wake};
pub(crate) use subscription::{ENDS_SIGNED, MayEnd, confirm, of_token};
pub(crate) use unsigned::{called_by_url, certificate};

use std::fmt;
use std::sync::OnceLock;
use tokio::sync::{Notify, OnceCell};

/// What is kept at hand of topics.
#[derive(Default)]
pub struct Topics {
    public_url: OnceLock<String>,
    signer: OnceCell<signer::Signer>,
    /// Rung when something is stored that is due.
    woken: Notify,
    /// The endpoints that are left alone for a while.
    waits: waits::Waits,
}

impl Topics {
    /// Says where endpoints reach this server, `https://HOST:PORT`: confirmations, certificates. The first one counts.
    pub fn set_public_url(&self, url: String) {
        // A second one is none.
        drop(self.public_url.set(url));
    }

    /// Where others reach this server, without a slash at its end.
    pub(crate) fn public_url(&self) -> &str {
        self.public_url.get().map_or("http://localhost:4590", String::as_str)
    }
}

impl fmt::Debug for Topics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Topics").field("public_url", &self.public_url.get()).finish_non_exhaustive()
    }
}
