CREATE TABLE erasures (
    id            TEXT   NOT NULL PRIMARY KEY,
    client        TEXT   NOT NULL,
    generation_id TEXT   NOT NULL UNIQUE,
    requested_at  BIGINT NOT NULL,
    places        TEXT   NOT NULL,
    done_at       BIGINT
);

CREATE INDEX erasures_pending ON erasures (requested_at) WHERE done_at IS NULL;
