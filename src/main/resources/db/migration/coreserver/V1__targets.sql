-- The targets that clients of the API made.
CREATE TABLE target (
    name       TEXT    NOT NULL PRIMARY KEY,
    -- Never given twice, not even to a target that is deleted and made again.
    revision   INTEGER NOT NULL UNIQUE,
    -- Milliseconds since 1970.
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was said of them, word by word, but for what must not be shown.
CREATE TABLE target_setting (
    target  TEXT NOT NULL REFERENCES target (name) ON DELETE CASCADE,
    setting TEXT NOT NULL,
    text    TEXT NOT NULL,
    PRIMARY KEY (target, setting)
) STRICT, WITHOUT ROWID;

CREATE TABLE target_label (
    target TEXT NOT NULL REFERENCES target (name) ON DELETE CASCADE,
    label  TEXT NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (target, label)
) STRICT, WITHOUT ROWID;

-- What must not be shown, encrypted: docs/adr/0009 has the form of what is sealed.
CREATE TABLE target_secret (
    target      TEXT    NOT NULL REFERENCES target (name) ON DELETE CASCADE,
    setting     TEXT    NOT NULL,
    key_version INTEGER NOT NULL,
    sealed      BLOB    NOT NULL,
    PRIMARY KEY (target, setting)
) STRICT, WITHOUT ROWID;

-- The revision that was given last.
CREATE TABLE target_revision (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    last INTEGER NOT NULL
) STRICT;

INSERT INTO target_revision (only, last) VALUES (1, 0);
