-- One authorisation to spend once, and what came of it.
CREATE TABLE attempts (
    id                  TEXT    NOT NULL PRIMARY KEY,
    production_id       TEXT    NOT NULL REFERENCES productions (id),
    number              INTEGER NOT NULL,
    provider            TEXT    NOT NULL,
    adapter             TEXT    NOT NULL,
    model               TEXT    NOT NULL,
    model_version       TEXT,
    first_picture       INTEGER NOT NULL,
    pictures            INTEGER NOT NULL,
    fit                 TEXT    NOT NULL,
    state               TEXT    NOT NULL,
    started_at          BIGINT,
    completed_at        BIGINT,
    task_id             TEXT,
    task_token          TEXT,
    failure_kind        TEXT,
    failure_detail      TEXT,
    failure_vendor_code TEXT,
    failure_wait        BIGINT,
    note                TEXT,
    version             BIGINT  NOT NULL,
    UNIQUE (production_id, number)
);

-- source_link and source_mirrors are blanked as soon as the picture is no longer awaited.
CREATE TABLE pictures (
    production_id     TEXT    NOT NULL REFERENCES productions (id),
    place             INTEGER NOT NULL,
    attempt_id        TEXT    NOT NULL,
    provider          TEXT    NOT NULL,
    object_key        TEXT    NOT NULL,
    seed              BIGINT,
    state             TEXT    NOT NULL,
    source_link       TEXT,
    source_mirrors    TEXT,
    source_expires_at BIGINT,
    source_seed       BIGINT,
    settled_at        BIGINT,
    type              TEXT,
    width             INTEGER,
    height            INTEGER,
    bytes             BIGINT,
    hash              TEXT,
    reason            TEXT,
    PRIMARY KEY (production_id, place)
);
