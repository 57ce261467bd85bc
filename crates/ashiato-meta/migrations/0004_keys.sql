-- KMS: keys, the material that each has had, and names for keys.

-- rotation_days is set where the material is renewed by itself, rotation_begun with it.
CREATE TABLE kms_keys (
    arn TEXT PRIMARY KEY NOT NULL,
    place TEXT NOT NULL,
    id TEXT NOT NULL,
    description TEXT NOT NULL,
    spec TEXT NOT NULL,
    key_usage TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Enabled', 'Disabled', 'PendingDeletion')),
    created BIGINT NOT NULL,
    deletion BIGINT,
    policy TEXT NOT NULL,
    rotation_days BIGINT,
    rotation_begun BIGINT,
    UNIQUE (place, id)
);

-- material is sealed. The highest number encrypts; each decrypts what it encrypted.
CREATE TABLE kms_materials (
    key_arn TEXT NOT NULL REFERENCES kms_keys (arn),
    number BIGINT NOT NULL,
    material TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (key_arn, number)
);

-- A name without the alias/ before it.
CREATE TABLE kms_aliases (
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    key_arn TEXT NOT NULL REFERENCES kms_keys (arn),
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    PRIMARY KEY (place, name)
);
CREATE INDEX kms_aliases_by_key ON kms_aliases (key_arn);
