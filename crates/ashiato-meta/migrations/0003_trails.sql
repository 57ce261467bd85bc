-- Trails, the keys that sign their digests, and what was delivered for them.

CREATE TABLE trails (
    arn TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    name TEXT NOT NULL,
    bucket TEXT NOT NULL,
    prefix TEXT,
    topic_arn TEXT,
    includes_global_events BIGINT NOT NULL,
    is_multi_region BIGINT NOT NULL,
    is_organization BIGINT NOT NULL,
    validates_files BIGINT NOT NULL,
    records_own_calls BIGINT NOT NULL,
    log_group_arn TEXT,
    log_role_arn TEXT,
    kms_key_arn TEXT,
    event_selectors TEXT,
    advanced_event_selectors TEXT,
    insight_selectors TEXT,
    created BIGINT NOT NULL,
    is_logging BIGINT NOT NULL DEFAULT 0,
    started BIGINT,
    stopped BIGINT,
    delivery_attempted BIGINT,
    delivery_succeeded BIGINT,
    delivery_error TEXT,
    digest_attempted BIGINT,
    digest_succeeded BIGINT,
    digest_error TEXT,
    notification_attempted BIGINT,
    notification_succeeded BIGINT,
    notification_error TEXT,
    logs_attempted BIGINT,
    logs_succeeded BIGINT,
    logs_error TEXT,
    UNIQUE (account, region, name)
);

-- private_key is sealed. It signs from valid_from to before valid_until.
CREATE TABLE trail_keys (
    fingerprint TEXT PRIMARY KEY NOT NULL,
    public_key TEXT NOT NULL,
    private_key TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    valid_until BIGINT NOT NULL
);

-- first_number and last_number are those of the first and the last record of the file in the journal of a server.
CREATE TABLE trail_files (
    trail TEXT NOT NULL REFERENCES trails (arn),
    server TEXT NOT NULL,
    region TEXT NOT NULL,
    account TEXT NOT NULL,
    first_number BIGINT NOT NULL,
    last_number BIGINT NOT NULL,
    bucket TEXT NOT NULL,
    object_key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'delivered')),
    sha256 TEXT,
    oldest BIGINT,
    newest BIGINT,
    delivered BIGINT,
    digest_end BIGINT,
    PRIMARY KEY (trail, server, region, account, first_number),
    UNIQUE (trail, object_key)
);
CREATE INDEX trail_files_by_state ON trail_files (state, server, first_number);
CREATE INDEX trail_files_by_digest ON trail_files (trail, region, digest_end, delivered);

-- period_start and period_end bound the hour that a digest is of. Of one trail and region no two end together. body is
-- kept until it is delivered.
CREATE TABLE trail_digests (
    trail TEXT NOT NULL REFERENCES trails (arn),
    region TEXT NOT NULL,
    period_start BIGINT NOT NULL,
    period_end BIGINT NOT NULL,
    bucket TEXT NOT NULL,
    object_key TEXT NOT NULL,
    hash TEXT NOT NULL,
    signature TEXT NOT NULL,
    is_backfill BIGINT NOT NULL,
    body TEXT,
    delivered BIGINT,
    PRIMARY KEY (trail, region, period_end)
);
CREATE INDEX trail_digests_by_delivery ON trail_digests (delivered, period_end);

-- How far each reader of the journal has come.
CREATE TABLE consumer_offsets (
    name TEXT PRIMARY KEY NOT NULL,
    number BIGINT NOT NULL
);
