-- How far each sink is in the log of events. A row stays when the sink is configured no longer, so that it can go on later.
CREATE TABLE sink (
    name      TEXT    NOT NULL PRIMARY KEY,
    -- Up to this number every event is delivered, given up, or of no interest to the sink.
    cursor    INTEGER NOT NULL,
    -- How many it has taken; how many, at most, the log dropped before; how many dead letters went for newer ones.
    delivered INTEGER NOT NULL,
    lost      INTEGER NOT NULL,
    discarded INTEGER NOT NULL,
    -- Milliseconds since 1970.
    last_success INTEGER
) STRICT, WITHOUT ROWID;

-- The events that a sink did not take, and that were given up.
CREATE TABLE dead_letter (
    sink     TEXT    NOT NULL REFERENCES sink (name) ON DELETE CASCADE,
    event    INTEGER NOT NULL,
    since    INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (sink, event)
) STRICT, WITHOUT ROWID;
