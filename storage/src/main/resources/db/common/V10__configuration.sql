-- Every configuration that was ever in force, by its number; the last one is in force.
CREATE TABLE configurations (
    number     BIGINT NOT NULL PRIMARY KEY,
    hash       TEXT   NOT NULL,
    text       TEXT   NOT NULL,
    applied_at BIGINT NOT NULL,
    applied_by TEXT   NOT NULL,
    -- the version whose text was put back, by a rollback
    restores   BIGINT,
    -- what the file held at a rollback, and is not taken up again until it changes
    set_aside  TEXT,
    diff       TEXT   NOT NULL
);

-- An order stays with the settings it was sent under.
ALTER TABLE attempts ADD COLUMN settings BIGINT NOT NULL DEFAULT 0;
