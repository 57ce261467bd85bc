-- The times in which digests are made of a trail's files. Each begins a chain of its own in each region. They are in the
-- order of their numbers, not of the clock, which may have been set back. covers_rest: what is delivered only after one has
-- ended is still covered.
CREATE TABLE trail_periods (
    trail TEXT NOT NULL REFERENCES trails (arn),
    number BIGINT NOT NULL,
    began BIGINT NOT NULL,
    ended BIGINT,
    covers_rest BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (trail, number)
);
INSERT INTO trail_periods (trail, number, began, ended, covers_rest)
    SELECT arn, 1, started - started % 1000, CASE WHEN is_logging = 1 THEN NULL ELSE stopped END, 1 - is_logging
    FROM trails WHERE validates_files = 1 AND started IS NOT NULL;

-- The number of the period that a digest is of.
ALTER TABLE trail_digests ADD COLUMN period BIGINT NOT NULL DEFAULT 1;
CREATE INDEX trail_digests_by_period ON trail_digests (trail, period, period_end);
CREATE INDEX trail_digests_by_lane ON trail_digests (trail, bucket, period_end) WHERE delivered IS NULL;

-- The server at which logging was last started or stopped, how far its journal was then, and the request.
ALTER TABLE trails ADD COLUMN switched_server TEXT;
ALTER TABLE trails ADD COLUMN switched_number BIGINT;
ALTER TABLE trails ADD COLUMN switched_request TEXT;

CREATE INDEX trail_files_uncovered ON trail_files (trail, delivered) WHERE digest_end IS NULL;
CREATE INDEX trail_files_by_lane ON trail_files (server, trail, bucket, first_number) WHERE state = 'planned';

-- The servers that share the state, and the data folder that each has, by a number that the folder was given.
CREATE TABLE servers (
    name TEXT PRIMARY KEY NOT NULL,
    folder TEXT NOT NULL,
    since BIGINT NOT NULL
);
