-- One authorisation to spend once, and what came of it. planned_at is when it was written down, departed_at
-- when its permit to send was used, whatever became of it.
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
    mandate             TEXT    NOT NULL,
    at_risk_micros      BIGINT,
    at_risk_currency    TEXT,
    planned_at          BIGINT  NOT NULL,
    departed_at         BIGINT,
    state               TEXT    NOT NULL,
    started_at          BIGINT,
    sent_until          BIGINT,
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

-- The account's limit counts those in flight; the few that are in doubt are looked for every few seconds.
CREATE INDEX attempts_in_flight ON attempts (provider) WHERE state IN ('sending', 'accepted');
CREATE INDEX attempts_by_state ON attempts (state, started_at);
CREATE INDEX attempts_by_job ON attempts (provider, task_id) WHERE task_id IS NOT NULL;
CREATE INDEX attempts_sent ON attempts (provider, started_at);
CREATE INDEX attempts_departed ON attempts (departed_at);
CREATE INDEX attempts_resubmitted ON attempts (provider, planned_at) WHERE mandate = 'resubmitted';

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

CREATE INDEX pictures_by_key ON pictures (object_key);
