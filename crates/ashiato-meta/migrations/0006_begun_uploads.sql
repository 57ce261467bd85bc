-- Uploads in parts that servers have begun in a store of objects that others serve, and not ended. One that is left is
-- nobody's any more: its server has died, or could not give it up.
CREATE TABLE begun_uploads (
    bucket TEXT NOT NULL,
    object_key TEXT NOT NULL,
    server TEXT NOT NULL,
    begun BIGINT NOT NULL,
    is_left BIGINT NOT NULL,
    PRIMARY KEY (bucket, object_key, server)
);
CREATE INDEX begun_uploads_by_server ON begun_uploads (server);
CREATE INDEX begun_uploads_left ON begun_uploads (is_left, begun);
