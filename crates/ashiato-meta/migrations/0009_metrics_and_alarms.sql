-- CloudWatch's metrics: each has its dimensions, an array of pairs of name and value in JSON, sorted.
CREATE TABLE metrics (
    id TEXT PRIMARY KEY NOT NULL,
    place TEXT NOT NULL,
    namespace TEXT NOT NULL,
    name TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    -- When the newest of its points begins.
    newest BIGINT NOT NULL
);
CREATE UNIQUE INDEX metrics_by_name ON metrics (place, namespace, name, dimensions);
CREATE INDEX metrics_by_newest ON metrics (newest);

-- What a metric had in the second, minute, five minutes or hour that begins there: milliseconds since 1970.
CREATE TABLE metric_points (
    metric TEXT NOT NULL,
    begins BIGINT NOT NULL,
    unit TEXT NOT NULL,
    samples DOUBLE PRECISION NOT NULL,
    total DOUBLE PRECISION NOT NULL,
    least DOUBLE PRECISION NOT NULL,
    most DOUBLE PRECISION NOT NULL,
    -- What it stands for where it has no samples: the default value of a metric filter.
    fallback DOUBLE PRECISION,
    -- When it was last added to.
    changed BIGINT NOT NULL,
    PRIMARY KEY (metric, begins, unit)
);
CREATE INDEX metric_points_by_time ON metric_points (begins);

-- What metric filters have counted so far. Of a minute only the sum is known: its least and its most are told as the average.
INSERT INTO metrics (id, place, namespace, name, dimensions, newest)
    SELECT '' || ROW_NUMBER() OVER (ORDER BY place, namespace, name), place, namespace, name, '[]', MAX(minute)
    FROM metric_minutes GROUP BY place, namespace, name;
INSERT INTO metric_points (metric, begins, unit, samples, total, least, most, changed)
    SELECT m.id, c.minute, 'None', c.samples, c.total, c.total / c.samples, c.total / c.samples, c.minute
    FROM metric_minutes c JOIN metrics m ON m.place = c.place AND m.namespace = c.namespace AND m.name = c.name
    WHERE c.samples > 0;
DROP TABLE metric_minutes;

CREATE TABLE alarms (
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    -- The metric that is watched.
    namespace TEXT NOT NULL,
    metric TEXT NOT NULL,
    -- What PutMetricAlarm was told.
    definition TEXT NOT NULL,
    acts BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_data TEXT,
    -- When state or reason were last set, when the state last became another, when the definition was put.
    updated BIGINT NOT NULL,
    transitioned BIGINT NOT NULL,
    configured BIGINT NOT NULL,
    -- Points that were added to by then have been looked at, also those that came late.
    looked BIGINT NOT NULL,
    -- Grows with every change.
    version BIGINT NOT NULL,
    PRIMARY KEY (place, name)
);
CREATE INDEX alarms_by_metric ON alarms (place, namespace, metric);

-- What happened to alarms; of those that are gone too. Ids are in the order of time.
CREATE TABLE alarm_history (
    id TEXT PRIMARY KEY NOT NULL,
    place TEXT NOT NULL,
    alarm TEXT NOT NULL,
    happened BIGINT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX alarm_history_by_place ON alarm_history (place, id);
CREATE INDEX alarm_history_by_alarm ON alarm_history (place, alarm, id);
