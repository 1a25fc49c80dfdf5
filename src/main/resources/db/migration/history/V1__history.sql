-- What interfaces were like. All times are milliseconds since 1970; docs/history-format.md tells what the octets mean.

-- An interface of which something is kept.
CREATE TABLE series (
    id        INTEGER PRIMARY KEY,
    target    TEXT    NOT NULL,
    interface TEXT    NOT NULL,
    -- Up to here its samples are rolled up over five minutes, and those over an hour; 0 before the first time.
    rolled_5m INTEGER NOT NULL DEFAULT 0,
    rolled_1h INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX series_by_name ON series (target, interface);

-- Samples that are in no block yet, as they came in.
CREATE TABLE journal (
    id      INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    content BLOB    NOT NULL
) STRICT;

-- Samples of one interface; the ids grow as they are written, so that what is old is at the begin.
CREATE TABLE block (
    id      INTEGER PRIMARY KEY,
    series  INTEGER NOT NULL,
    -- The times of the first and the last sample.
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    content BLOB    NOT NULL
) STRICT;

CREATE INDEX block_by_series ON block (series, first, last);

-- Roll-ups over five minutes; the times are those at which the first and the last one begin.
CREATE TABLE block_5m (
    id      INTEGER PRIMARY KEY,
    series  INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    content BLOB    NOT NULL
) STRICT;

CREATE INDEX block_5m_by_series ON block_5m (series, first, last);

-- Roll-ups over an hour, likewise.
CREATE TABLE block_1h (
    id      INTEGER PRIMARY KEY,
    series  INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    content BLOB    NOT NULL
) STRICT;

CREATE INDEX block_1h_by_series ON block_1h (series, first, last);

-- How much room each of the tables takes, by its contents.
CREATE TABLE tier (
    name   TEXT    NOT NULL PRIMARY KEY,
    octets INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO tier (name, octets) VALUES ('journal', 0), ('block', 0), ('block_5m', 0), ('block_1h', 0);
