-- What happened. Ids only grow, and none is given twice, not even when the events are gone.
CREATE TABLE event (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    -- By our own clock, microseconds since 1970.
    at         INTEGER NOT NULL,
    -- By the clock of the target, as in RFC 3339.
    event_time TEXT,
    target     TEXT,
    interface  TEXT,
    kind       TEXT    NOT NULL,
    severity   TEXT    NOT NULL,
    message    TEXT    NOT NULL,
    -- A JSON object.
    data       TEXT    NOT NULL,
    -- About how much room it takes.
    octets     INTEGER NOT NULL
) STRICT;

CREATE INDEX event_by_target ON event (target, id);
CREATE INDEX event_by_kind ON event (kind, id);

-- About how much room all of them take.
CREATE TABLE event_log (
    only   INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    octets INTEGER NOT NULL
) STRICT;

INSERT INTO event_log (only, octets) VALUES (1, 0);

-- The latest notifications that have been dealt with, to be known again when they are replayed.
CREATE TABLE notification_mark (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    target     TEXT NOT NULL,
    stream     TEXT NOT NULL,
    event_time TEXT NOT NULL,
    digest     TEXT NOT NULL
) STRICT;

CREATE INDEX notification_mark_by_stream ON notification_mark (target, stream, id);

-- What was known of each target when its changes were last told: one document, which only its writer reads.
CREATE TABLE baseline (
    target   TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
