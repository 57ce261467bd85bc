//! The server on a free port, driven by AWS's own clients and by bare sockets.

#[path = "server/running.rs"]
mod running;
#[path = "server/agreement.rs"]
mod agreement;
#[path = "server/expected.rs"]
mod expected;
#[path = "server/clients.rs"]
mod clients;
#[path = "server/coverage.rs"]
mod coverage;
#[path = "server/hostile.rs"]
mod hostile;
#[path = "server/athena/mod.rs"]
mod athena;
#[path = "server/objects.rs"]
mod objects;
#[path = "server/glue.rs"]
mod glue;
#[path = "server/topics.rs"]
mod topics;
#[path = "server/logs.rs"]
mod logs;
#[path = "server/cloudwatch.rs"]
mod cloudwatch;
#[path = "server/identity.rs"]
mod identity;
#[path = "server/limits.rs"]
mod limits;
#[path = "server/trails.rs"]
mod trails;
#[path = "server/identities.rs"]
mod identities;
#[path = "server/history.rs"]
mod history;
#[path = "server/deliveries/mod.rs"]
mod deliveries;
#[path = "server/kms.rs"]
mod kms;
#[path = "server/signin.rs"]
mod signin;
#[path = "server/own_records.rs"]
mod own_records;
