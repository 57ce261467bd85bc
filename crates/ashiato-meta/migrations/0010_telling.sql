-- 1: the file is delivered, and its trail's topic is yet to be told of it.
ALTER TABLE trail_files ADD COLUMN untold BIGINT NOT NULL DEFAULT 0;
CREATE INDEX trail_files_untold ON trail_files (server, trail, delivered) WHERE untold = 1;

-- How far the events of a server's journal are on their way into a trail's log group: number is the last record that the
-- group has or is not to have. failing_since is when the group began to take nothing; notice is what was left out last.
CREATE TABLE trail_log_readers (
    trail TEXT NOT NULL REFERENCES trails (arn),
    server TEXT NOT NULL,
    number BIGINT NOT NULL,
    failing_since BIGINT,
    notice TEXT,
    noticed BIGINT,
    PRIMARY KEY (trail, server)
);
