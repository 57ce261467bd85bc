//! The state's tests: each runs on SQLite and on PostgreSQL.

#[path = "meta/backend.rs"]
mod backend;
#[path = "meta/athena.rs"]
mod athena;
#[path = "meta/buckets.rs"]
mod buckets;
#[path = "meta/durability.rs"]
mod durability;
#[path = "meta/glue.rs"]
mod glue;
#[path = "meta/identity.rs"]
mod identity;
#[path = "meta/log_groups.rs"]
mod log_groups;
#[path = "meta/metrics.rs"]
mod metrics;
#[path = "meta/alarms.rs"]
mod alarms;
#[path = "meta/topics.rs"]
mod topics;
#[path = "meta/leases.rs"]
mod leases;
#[path = "meta/begun_uploads.rs"]
mod begun_uploads;
#[path = "meta/queries.rs"]
mod queries;
#[path = "meta/postgres.rs"]
mod postgres;
#[path = "meta/roles.rs"]
mod roles;
#[path = "meta/schema.rs"]
mod schema;
#[path = "meta/sealing.rs"]
mod sealing;
#[path = "meta/trails.rs"]
mod trails;
#[path = "meta/delivery.rs"]
mod delivery;
#[path = "meta/keys.rs"]
mod keys;
