-- Why a provider was chosen: one row for each time that attempts were planned. considered is everybody looked at.
CREATE TABLE routing_records (
    production_id TEXT    NOT NULL REFERENCES productions (id),
    first_attempt INTEGER NOT NULL,
    attempts      INTEGER NOT NULL,
    at            BIGINT  NOT NULL,
    reason        TEXT    NOT NULL,
    provider      TEXT    NOT NULL,
    pictures      INTEGER NOT NULL,
    considered    TEXT    NOT NULL,
    PRIMARY KEY (production_id, first_attempt)
);

-- Providers that operators let rest.
CREATE TABLE pauses (
    provider TEXT   NOT NULL PRIMARY KEY,
    since    BIGINT NOT NULL,
    client   TEXT   NOT NULL,
    reason   TEXT   NOT NULL
);
