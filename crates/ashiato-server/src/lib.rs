//! AWS on the wire: signatures, protocols, one file for each operation, and what the services do between requests.
//! Knows nothing of command lines.
//!
//! The way of a request: [`http`] accepts it and finds whose it is, [`signature`] proves who sent it, [`aws`] turns its
//! body into checked values, [`access`] decides whether the sender may, [`services`] holds the operation, and the way
//! back is the same one; before the answer goes out, [`recording`] has put the record of the call on the disk.
//! [`signin`] answers people who sign in.
//!
//! Behind the operations: [`athena`] runs queries, over [`catalog`] and [`buckets`]; [`trails`] delivers what is
//! recorded, and [`history`] finds it; [`logs`] keeps log events, [`monitoring`] metrics and alarms, [`topics`] posts
//! messages, and `keys` encrypts. [`start`] opens all that is kept, and [`state`] is what requests share.

pub mod http;
pub mod signature;
pub mod aws;
pub mod catalog;
pub mod access;
pub mod quotas;
pub mod services;
pub mod athena;
pub mod logs;
pub mod topics;
pub mod monitoring;
pub mod context;
pub mod buckets;
pub mod signin;
pub mod recording;
pub mod trails;
pub mod history;
mod keys;
pub mod state;
pub mod start;
mod chance;
