-- What was known of each target when the service ran last: one JSON document, which only the service reads.
CREATE TABLE health (
    target TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
