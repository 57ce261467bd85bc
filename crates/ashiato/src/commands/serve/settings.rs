//! The settings of `ashiato serve`. Each is a flag, an environment variable and a key of the configuration file, under
//! one name: `--log-level`, `ASHIATO_LOG_LEVEL`, `level` in `[log]`. The flag wins over the environment, and that over
//! the file.

use ashiato_server::quotas::Quotas;
use ashiato_server::recording::{RegionName, TrustedProxies};
use clap::{Args, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  # Everything in ./ashiato-data, for programs on this machine
  ashiato serve

  # A month of made-up logs with an incident in them, ready to be asked
  ashiato serve --demo

  # From another shell
  export AWS_ENDPOINT_URL=http://127.0.0.1:4590 AWS_DEFAULT_REGION=us-east-1
  export AWS_SHARED_CREDENTIALS_FILE=ashiato-data/credentials
  aws s3 mb s3://logs
  aws athena list-work-groups
  aws cloudtrail lookup-events

  # Settings from a file, for others on the network
  ashiato serve --config /etc/ashiato.toml --listen 0.0.0.0:4590 \\
    --tls-cert server.pem --tls-key server.key";

/// Serve S3, IAM, STS, KMS, Glue, Athena, CloudTrail, CloudWatch, CloudWatch Logs and SNS to AWS's own clients
#[derive(Debug, Clone, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArguments {
    /// A TOML file of settings
    #[arg(long, value_name = "FILE", env = "ASHIATO_CONFIG")]
    pub(super) config: Option<PathBuf>,

    /// Generate a month of logs of a small company, with an incident to find, and make a table of them
    #[arg(long)]
    pub(super) demo: bool,

    /// Start though the journal or log files on their way are lost, or were another data folder's: what was recorded and
    /// not yet delivered stays lost. Only to be told once, when the server has refused to start for that
    #[arg(long)]
    pub(super) accept_lost_journal: bool,

    #[command(flatten)]
    pub(super) settings: Settings,
}

/// What a server can be told.
#[derive(Debug, Clone, Args)]
pub(super) struct Settings {
    /// The folder of everything that the server keeps
    #[arg(long, value_name = "DIR", env = "ASHIATO_DATA_DIR", default_value = "ashiato-data")]
    pub(super) data_dir: PathBuf,

    /// The address and port of all services; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", env = "ASHIATO_LISTEN", default_value = "127.0.0.1:4590")]
    pub(super) listen: SocketAddr,

    /// Where others reach this server, https://HOST:PORT: what messages of topics tell their endpoints [default: the
    /// address that it listens at]
    #[arg(long, value_name = "URL", env = "ASHIATO_PUBLIC_URL")]
    pub(super) public_url: Option<String>,

    /// The account to make on the first start, 12 digits [default: made up]
    #[arg(long, value_name = "ID", env = "ASHIATO_ACCOUNT")]
    pub(super) account: Option<String>,

    /// The certificate chain, PEM; with it the server speaks TLS alone
    #[arg(long, value_name = "FILE", env = "ASHIATO_TLS_CERT", requires = "tls_key")]
    pub(super) tls_cert: Option<PathBuf>,

    /// The certificate's private key, PEM
    #[arg(long, value_name = "FILE", env = "ASHIATO_TLS_KEY", requires = "tls_cert")]
    pub(super) tls_key: Option<PathBuf>,

    /// PostgreSQL for the state, postgres://USER@HOST/DATABASE [default: SQLite in the data folder]
    #[arg(long, value_name = "URL", env = "ASHIATO_STATE_URL", hide_env_values = true)]
    pub(super) state_url: Option<String>,

    /// A store of S3's interface for all objects, s3://BUCKET/PREFIX: buckets are those of the store, the server's own
    /// files lie below the prefix, and S3 is not served here [default: S3 is served from the data folder]
    #[arg(long, value_name = "URL", env = "ASHIATO_OBJECTS_URL")]
    pub(super) objects_url: Option<String>,

    /// Where that store is, https://HOST:PORT [default: AWS]
    #[arg(long, value_name = "URL", env = "ASHIATO_OBJECTS_ENDPOINT", requires = "objects_url")]
    pub(super) objects_endpoint: Option<String>,

    /// The region to sign its requests for [default: as AWS's clients find it, else us-east-1]
    #[arg(long, value_name = "REGION", env = "ASHIATO_OBJECTS_REGION", requires = "objects_url")]
    pub(super) objects_region: Option<String>,

    /// The id of the access key to sign them with [default: a key as AWS's clients find it]
    #[arg(long, value_name = "ID", env = "ASHIATO_OBJECTS_ACCESS_KEY_ID", requires = "objects_url")]
    pub(super) objects_access_key_id: Option<String>,

    /// The key's secret; better by environment or file than by flag
    #[arg(
        long,
        value_name = "SECRET",
        env = "ASHIATO_OBJECTS_SECRET_ACCESS_KEY",
        hide_env_values = true,
        requires = "objects_access_key_id"
    )]
    pub(super) objects_secret_access_key: Option<String>,

    /// The session's token, where the key is one of a session
    #[arg(
        long,
        value_name = "TOKEN",
        env = "ASHIATO_OBJECTS_SESSION_TOKEN",
        hide_env_values = true,
        requires = "objects_access_key_id"
    )]
    pub(super) objects_session_token: Option<String>,

    /// What this server is called among those that share a state: on its start it finds by that what it left, so each has a
    /// name of its own, which stays with its data folder
    #[arg(long, value_name = "NAME", env = "ASHIATO_SERVER_NAME", default_value = "ashiato")]
    pub(super) server_name: String,

    /// Seconds after which a server that was not heard of is held to be dead: the others that share its state then
    /// fail the queries that it had. Their clocks must not differ by as much
    #[arg(long, value_name = "SECONDS", env = "ASHIATO_SERVER_LEASE_SECONDS", default_value_t = 60,
          value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(super) server_lease_seconds: u32,

    /// 64 hexadecimal digits that secrets are sealed with, and after a comma those of earlier keys; better by environment or
    /// file than by flag [default: made on the first start, in master.key in the data folder]
    #[arg(long, value_name = "HEX", env = "ASHIATO_MASTER_KEY", hide_env_values = true)]
    pub(super) master_key: Option<String>,

    /// How much the log says
    #[arg(long, value_name = "LEVEL", env = "ASHIATO_LOG_LEVEL", default_value = "info")]
    pub(super) log_level: LogLevel,

    /// How the log's lines are written
    #[arg(long, value_name = "FORMAT", env = "ASHIATO_LOG_FORMAT", default_value = "text")]
    pub(super) log_format: LogFormat,

    /// Whether calls are recorded; off, there is no event history and trails stay empty
    #[arg(long, value_name = "SWITCH", env = "ASHIATO_RECORDING", default_value = "on")]
    pub(super) recording: Switch,

    /// Megabytes of records that log files, log groups and event history are yet to be made of; beyond that calls are
    /// throttled. Log files that wait for their buckets are not among them and have no limit, since one that is given up
    /// would be records lost: /metrics tells how much they take of the data folder
    #[arg(long, value_name = "MB", env = "ASHIATO_RECORDING_WAITING_MB", default_value_t = 1024,
          value_parser = clap::value_parser!(u32).range(16..=1_048_576))]
    pub(super) recording_waiting_mb: u32,

    /// The VPC endpoint that every call comes through, as records name it
    #[arg(long, value_name = "ID", env = "ASHIATO_RECORDING_VPC_ENDPOINT_ID")]
    pub(super) recording_vpc_endpoint_id: Option<String>,

    /// The region in which calls are recorded that are signed for a region that is none
    #[arg(long, value_name = "REGION", env = "ASHIATO_RECORDING_HOME_REGION", default_value = "us-east-1")]
    pub(super) recording_home_region: RegionName,

    /// Regions that there are beside AWS's, with commas between them: dc-east-1,dc-west-1
    #[arg(long, value_name = "REGIONS", env = "ASHIATO_RECORDING_REGIONS", value_delimiter = ',')]
    pub(super) recording_regions: Vec<RegionName>,

    /// Proxies whose X-Forwarded-For is believed: addresses and ranges with commas between them
    #[arg(long, value_name = "RANGES", env = "ASHIATO_TRUSTED_PROXIES", default_value = "")]
    pub(super) trusted_proxies: TrustedProxies,

    /// Seconds between log files of trails
    #[arg(long, value_name = "SECONDS", env = "ASHIATO_TRAIL_DELIVERY_SECONDS", default_value_t = 300,
          value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(super) trail_delivery_seconds: u32,

    /// Seconds that a digest of log files is of; AWS's clients expect an hour
    #[arg(long, value_name = "SECONDS", env = "ASHIATO_TRAIL_DIGEST_SECONDS", default_value_t = 3600,
          value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(super) trail_digest_seconds: u32,

    /// LookupEvents of one region that are answered a second, as AWS has it; a further one is throttled. Those that wait
    /// for events are counted apart, for each access key
    #[arg(long, value_name = "N", env = "ASHIATO_LIMIT_LOOKUPS_PER_SECOND", default_value_t = 2,
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) limit_lookups_per_second: u32,

    /// Unsigned requests that are refused, and so recorded, a second; a further one is throttled and not recorded
    #[arg(long, value_name = "N", env = "ASHIATO_LIMIT_REFUSED_STRANGERS_PER_SECOND", default_value_t = 50,
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) limit_refused_strangers_per_second: u32,

    /// Failed attempts to sign in as one user within a quarter of an hour; further ones are refused
    #[arg(long, value_name = "N", env = "ASHIATO_LIMIT_SIGNIN_FAILURES_OF_USER", default_value_t = 10,
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) limit_signin_failures_of_user: u32,

    /// The same of one address, or one network of 64 bits of IPv6
    #[arg(long, value_name = "N", env = "ASHIATO_LIMIT_SIGNIN_FAILURES_OF_ADDRESS", default_value_t = 100,
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) limit_signin_failures_of_address: u32,

    /// Connections at once; further ones wait
    #[arg(long, value_name = "N", env = "ASHIATO_LIMIT_CONNECTIONS", default_value_t = 1024,
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) limit_connections: u32,

    /// Seconds that requests and queries under way may take once the server is told to stop
    #[arg(long, value_name = "SECONDS", env = "ASHIATO_LIMIT_STOP_SECONDS", default_value_t = 30,
          value_parser = clap::value_parser!(u32).range(0..=86_400))]
    pub(super) limit_stop_seconds: u32,

    /// Threads that queries run on [default: one a core]
    #[arg(long, value_name = "N", env = "ASHIATO_QUERY_THREADS", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) query_threads: Option<u16>,

    /// Megabytes that sorts, joins, groupings and windows of one query may hold before they spill or fail
    #[arg(long, value_name = "MB", env = "ASHIATO_QUERY_MEMORY_MB", default_value_t = 256,
          value_parser = clap::value_parser!(u32).range(16..=1_048_576))]
    pub(super) query_memory_mb: u32,

    /// Queries that run at once [default: twice the threads]
    #[arg(long, value_name = "N", env = "ASHIATO_QUERY_RUNNING", value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) query_running: Option<u16>,

    /// Queries of one work group that run at once [default: as many as run at all]
    #[arg(long, value_name = "N", env = "ASHIATO_QUERY_RUNNING_IN_WORK_GROUP",
          value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) query_running_in_work_group: Option<u16>,

    /// Queries of one work group that wait; a further one is refused
    #[arg(long, value_name = "N", env = "ASHIATO_QUERY_QUEUED_IN_WORK_GROUP", default_value_t = 1000,
          value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) query_queued_in_work_group: u32,

    /// Databases that a region's catalog may hold
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_DATABASES", default_value_t = Quotas::default().databases,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_databases: u64,

    /// Tables and views that a database may hold
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_TABLES_IN_DATABASE", default_value_t = Quotas::default().tables_in_database,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_tables_in_database: u64,

    /// Versions that are kept of a table; where there are so many, a change is refused
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_VERSIONS_OF_TABLE", default_value_t = Quotas::default().versions_of_table,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_versions_of_table: u64,

    /// Partitions that a table may have
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_PARTITIONS_IN_TABLE", default_value_t = Quotas::default().partitions_in_table,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_partitions_in_table: u64,

    /// Work groups of a region
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_WORK_GROUPS", default_value_t = Quotas::default().work_groups,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_work_groups: u64,

    /// Named queries of a region
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_NAMED_QUERIES", default_value_t = Quotas::default().named_queries,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_named_queries: u64,

    /// Prepared statements of a work group
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_PREPARED_IN_WORK_GROUP", default_value_t = Quotas::default().prepared_in_work_group,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_prepared_in_work_group: u64,

    /// Alarms of a region
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_ALARMS", default_value_t = Quotas::default().alarms,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_alarms: u64,

    /// Metrics of a region; what comes for a further one is refused, and not counted by metric filters
    #[arg(long, value_name = "N", env = "ASHIATO_QUOTA_METRICS", default_value_t = Quotas::default().metrics,
          value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) quota_metrics: u64,
}

/// What is logged: this and worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Switch {
    On,
    Off,
}

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LogFormat {
    /// For people
    Text,
    /// One JSON object a line
    Json,
}
