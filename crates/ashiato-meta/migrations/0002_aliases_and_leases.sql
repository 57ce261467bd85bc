-- An account's other name, of which it has one at most and no other account the same.
CREATE TABLE account_aliases (
    account TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
    alias TEXT NOT NULL UNIQUE
);

-- Until when each server of those that share the state is held to be alive.
CREATE TABLE server_leases (
    server TEXT PRIMARY KEY NOT NULL,
    expires BIGINT NOT NULL
);

-- Servers of schema 1 held none. One that died with queries under way is found dead by the first that looks.
INSERT INTO server_leases (server, expires)
SELECT DISTINCT server, 0 FROM query_executions WHERE state IN ('QUEUED', 'RUNNING');
