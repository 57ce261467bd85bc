-- Log groups. Their events are files that are named for the id, so that a group made anew finds none of an earlier one.
CREATE TABLE log_groups (
    id TEXT PRIMARY KEY NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    class TEXT NOT NULL,
    retention_days BIGINT,
    is_protected BIGINT NOT NULL,
    -- The number of the next stream: no number is used twice in a group.
    next_stream BIGINT NOT NULL,
    created BIGINT NOT NULL
);
CREATE UNIQUE INDEX log_groups_by_name ON log_groups (place, name);

CREATE TABLE log_streams (
    group_id TEXT NOT NULL REFERENCES log_groups (id),
    name TEXT NOT NULL,
    number BIGINT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (group_id, name)
);

CREATE TABLE metric_filters (
    group_id TEXT NOT NULL REFERENCES log_groups (id),
    name TEXT NOT NULL,
    pattern TEXT NOT NULL,
    transformation TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (group_id, name)
);

-- What metric filters counted, by the minute in which events happened: milliseconds since 1970 of its beginning.
CREATE TABLE metric_minutes (
    place TEXT NOT NULL,
    namespace TEXT NOT NULL,
    name TEXT NOT NULL,
    minute BIGINT NOT NULL,
    samples BIGINT NOT NULL,
    total DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (place, namespace, name, minute)
);
CREATE INDEX metric_minutes_by_time ON metric_minutes (minute);

-- Topics, and who is told what is published to them.
CREATE TABLE topics (
    arn TEXT PRIMARY KEY NOT NULL,
    place TEXT NOT NULL,
    attributes TEXT NOT NULL,
    created BIGINT NOT NULL
);
CREATE INDEX topics_by_place ON topics (place, arn);

CREATE TABLE topic_subscriptions (
    arn TEXT PRIMARY KEY NOT NULL,
    topic TEXT NOT NULL REFERENCES topics (arn),
    place TEXT NOT NULL,
    protocol TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    attributes TEXT NOT NULL,
    -- What the endpoint has to say to be told anything.
    token TEXT NOT NULL,
    is_confirmed BIGINT NOT NULL,
    created BIGINT NOT NULL
);
CREATE UNIQUE INDEX topic_subscriptions_by_endpoint ON topic_subscriptions (topic, protocol, endpoint);
CREATE INDEX topic_subscriptions_by_place ON topic_subscriptions (place, arn);

-- Posts that endpoints have not taken yet.
CREATE TABLE topic_deliveries (
    id TEXT PRIMARY KEY NOT NULL,
    subscription TEXT NOT NULL,
    topic TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    post TEXT NOT NULL,
    tries BIGINT NOT NULL,
    due BIGINT NOT NULL
);
CREATE INDEX topic_deliveries_by_due ON topic_deliveries (due, id);

-- The key that messages are signed with, sealed, and the certificate that endpoints check them by.
CREATE TABLE topic_signers (
    name TEXT PRIMARY KEY NOT NULL,
    key_sealed TEXT NOT NULL,
    certificate TEXT NOT NULL,
    created BIGINT NOT NULL
);
