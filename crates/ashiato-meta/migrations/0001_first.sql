-- The first schema. Read by SQLite and by PostgreSQL alike: TEXT and BIGINT only, times in milliseconds UTC.
-- A place is an account ("111122223333"), or an account's region ("111122223333/us-east-1").

CREATE TABLE accounts (
    id TEXT PRIMARY KEY NOT NULL,
    created BIGINT NOT NULL
);

-- Whatever policies are attached to: users, groups, roles.
CREATE TABLE principals (id TEXT PRIMARY KEY NOT NULL);

CREATE TABLE users (
    id TEXT PRIMARY KEY NOT NULL REFERENCES principals (id),
    account TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    path TEXT NOT NULL,
    created BIGINT NOT NULL,
    boundary TEXT,
    password_last_used BIGINT,
    UNIQUE (account, name_folded)
);

CREATE TABLE user_groups (
    id TEXT PRIMARY KEY NOT NULL REFERENCES principals (id),
    account TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    path TEXT NOT NULL,
    created BIGINT NOT NULL,
    UNIQUE (account, name_folded)
);

CREATE TABLE memberships (
    group_id TEXT NOT NULL REFERENCES user_groups (id),
    user_id TEXT NOT NULL REFERENCES users (id),
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX memberships_by_user ON memberships (user_id, group_id);

CREATE TABLE roles (
    id TEXT PRIMARY KEY NOT NULL REFERENCES principals (id),
    account TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    path TEXT NOT NULL,
    created BIGINT NOT NULL,
    trust_policy TEXT NOT NULL,
    description TEXT,
    max_session_seconds BIGINT NOT NULL,
    boundary TEXT,
    last_used BIGINT,
    last_used_region TEXT,
    UNIQUE (account, name_folded)
);

-- user_id is NULL for a key of the account's root identity.
CREATE TABLE access_keys (
    id TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    user_id TEXT REFERENCES users (id),
    secret TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('Active', 'Inactive')),
    created BIGINT NOT NULL,
    last_used BIGINT,
    last_used_region TEXT,
    last_used_service TEXT
);
CREATE INDEX access_keys_by_user ON access_keys (user_id, id);

CREATE TABLE login_profiles (
    user_id TEXT PRIMARY KEY NOT NULL REFERENCES users (id),
    password_hash TEXT NOT NULL,
    reset_required BIGINT NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE inline_policies (
    owner TEXT NOT NULL REFERENCES principals (id),
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (owner, name)
);

CREATE TABLE managed_policies (
    id TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    arn TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    path TEXT NOT NULL,
    description TEXT,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    default_version BIGINT NOT NULL,
    newest_version BIGINT NOT NULL,
    UNIQUE (account, name_folded)
);

CREATE TABLE managed_policy_versions (
    policy_id TEXT NOT NULL REFERENCES managed_policies (id),
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (policy_id, version)
);

-- policy_id is NULL where AWS manages the policy: those have no row.
CREATE TABLE attachments (
    owner TEXT NOT NULL REFERENCES principals (id),
    policy_arn TEXT NOT NULL,
    policy_id TEXT REFERENCES managed_policies (id),
    attached BIGINT NOT NULL,
    PRIMARY KEY (owner, policy_arn)
);
CREATE INDEX attachments_by_policy ON attachments (policy_arn, owner);
CREATE INDEX attachments_by_policy_id ON attachments (policy_id);

-- resource is an ARN, or the id of a user, role or policy.
CREATE TABLE tags (
    resource TEXT NOT NULL,
    tag_key TEXT NOT NULL,
    tag_value TEXT NOT NULL,
    PRIMARY KEY (resource, tag_key)
);

CREATE TABLE buckets (
    name TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    region TEXT NOT NULL,
    created BIGINT NOT NULL
);
CREATE INDEX buckets_by_account ON buckets (account, name);

CREATE TABLE bucket_configurations (
    bucket TEXT NOT NULL REFERENCES buckets (name),
    kind TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (bucket, kind)
);

CREATE TABLE work_groups (
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ENABLED', 'DISABLED')),
    description TEXT,
    configuration TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (place, name)
);

CREATE TABLE query_executions (
    id TEXT PRIMARY KEY NOT NULL,
    place TEXT NOT NULL,
    work_group TEXT NOT NULL,
    statement TEXT NOT NULL,
    parameters TEXT NOT NULL,
    statement_type TEXT NOT NULL,
    database_name TEXT NOT NULL,
    catalog_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    reason TEXT,
    submitted BIGINT NOT NULL,
    started BIGINT,
    completed BIGINT,
    client_token TEXT,
    server TEXT NOT NULL,
    submission TEXT NOT NULL,
    outcome TEXT,
    FOREIGN KEY (place, work_group) REFERENCES work_groups (place, name)
);
CREATE UNIQUE INDEX query_executions_by_token ON query_executions (place, work_group, client_token);
CREATE INDEX query_executions_by_time ON query_executions (place, work_group, submitted, id);
CREATE INDEX query_executions_by_state ON query_executions (server, state);
CREATE INDEX query_executions_by_completion ON query_executions (completed);

CREATE TABLE named_queries (
    id TEXT PRIMARY KEY NOT NULL,
    place TEXT NOT NULL,
    work_group TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    database_name TEXT NOT NULL,
    statement TEXT NOT NULL,
    FOREIGN KEY (place, work_group) REFERENCES work_groups (place, name)
);
CREATE INDEX named_queries_by_work_group ON named_queries (place, work_group, id);

CREATE TABLE prepared_statements (
    place TEXT NOT NULL,
    work_group TEXT NOT NULL,
    name TEXT NOT NULL,
    statement TEXT NOT NULL,
    description TEXT,
    modified BIGINT NOT NULL,
    PRIMARY KEY (place, work_group, name),
    FOREIGN KEY (place, work_group) REFERENCES work_groups (place, name)
);

CREATE TABLE data_catalogs (
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT,
    parameters TEXT NOT NULL,
    PRIMARY KEY (place, name)
);

CREATE TABLE glue_databases (
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (place, name)
);

CREATE TABLE glue_tables (
    place TEXT NOT NULL,
    database_name TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    version BIGINT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    PRIMARY KEY (place, database_name, name),
    FOREIGN KEY (place, database_name) REFERENCES glue_databases (place, name)
);

CREATE TABLE glue_table_versions (
    place TEXT NOT NULL,
    database_name TEXT NOT NULL,
    table_name TEXT NOT NULL,
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    updated BIGINT NOT NULL,
    PRIMARY KEY (place, database_name, table_name, version),
    FOREIGN KEY (place, database_name, table_name) REFERENCES glue_tables (place, database_name, name)
);

-- partition_key holds the values in order, so written that comparing bytes compares value after value.
CREATE TABLE glue_partitions (
    place TEXT NOT NULL,
    database_name TEXT NOT NULL,
    table_name TEXT NOT NULL,
    partition_key TEXT NOT NULL,
    document TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (place, database_name, table_name, partition_key),
    FOREIGN KEY (place, database_name, table_name) REFERENCES glue_tables (place, database_name, name)
);
