-- Times are nanoseconds since 1970 in UTC; durations are nanoseconds.

-- The making of pictures. prompt and negative_prompt are blanked by an erasure; request holds no text of the caller.
-- ordered is how many pictures were asked for; rememberable whether, all there, they may serve later requests.
CREATE TABLE productions (
    id              TEXT    NOT NULL PRIMARY KEY,
    cache_key       TEXT    NOT NULL,
    client          TEXT    NOT NULL,
    source_id       TEXT    NOT NULL,
    request         TEXT    NOT NULL,
    ordered         INTEGER NOT NULL,
    prompt          TEXT,
    negative_prompt TEXT,
    labels          TEXT    NOT NULL,
    photo           TEXT    NOT NULL,
    photo_stored    BOOLEAN NOT NULL,
    created_at      BIGINT  NOT NULL,
    deadline        BIGINT  NOT NULL,
    remembered      BOOLEAN NOT NULL,
    rememberable    BOOLEAN NOT NULL,
    joinable        BOOLEAN NOT NULL,
    stage           TEXT    NOT NULL,
    fit             TEXT    NOT NULL,
    finished_at     BIGINT
);

-- Identical requests in flight share one purchase: this is what makes it one.
CREATE UNIQUE INDEX productions_in_flight ON productions (cache_key) WHERE joinable AND stage <> 'done';
CREATE INDEX productions_made ON productions (cache_key, finished_at) WHERE remembered AND stage = 'done';
CREATE INDEX productions_photos ON productions (finished_at) WHERE photo_stored AND stage = 'done';
CREATE INDEX productions_done ON productions (finished_at) WHERE stage = 'done';

-- What apps asked for. prompt, negative_prompt, subject and metadata are blanked by an erasure.
CREATE TABLE generations (
    id                TEXT   NOT NULL PRIMARY KEY,
    client            TEXT   NOT NULL,
    kind              TEXT   NOT NULL,
    request           TEXT   NOT NULL,
    prompt            TEXT,
    negative_prompt   TEXT,
    cache             TEXT   NOT NULL,
    deadline_after    BIGINT NOT NULL,
    subject           TEXT,
    labels            TEXT   NOT NULL,
    metadata          TEXT   NOT NULL,
    origin            TEXT   NOT NULL,
    source_id         TEXT,
    made_at           BIGINT,
    production_id     TEXT   NOT NULL REFERENCES productions (id),
    created_at        BIGINT NOT NULL,
    deadline          BIGINT NOT NULL,
    state             TEXT   NOT NULL,
    ended_at          BIGINT,
    erased_at         BIGINT,
    failure_code      TEXT,
    failure_detail    TEXT,
    failure_provider  TEXT,
    failure_retryable BOOLEAN,
    failure_charged   BOOLEAN,
    avoided_provider  TEXT,
    avoided_model     TEXT,
    avoided_images    INTEGER,
    avoided_micros    BIGINT,
    avoided_currency  TEXT
);

CREATE INDEX generations_newest ON generations (client, created_at, id);
CREATE INDEX generations_of_production ON generations (production_id);
CREATE INDEX generations_avoided ON generations (ended_at) WHERE avoided_provider IS NOT NULL;

CREATE TABLE idempotency_keys (
    client        TEXT   NOT NULL,
    claim         TEXT   NOT NULL,
    content       TEXT   NOT NULL,
    generation_id TEXT   NOT NULL,
    used_at       BIGINT NOT NULL,
    PRIMARY KEY (client, claim)
);

CREATE INDEX idempotency_keys_by_use ON idempotency_keys (used_at);
