-- What operators did: append-only.
CREATE TABLE audit (
    sequence BIGINT NOT NULL PRIMARY KEY,
    at       BIGINT NOT NULL,
    client   TEXT   NOT NULL,
    action   TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    reason   TEXT   NOT NULL
);

CREATE INDEX audit_of_subject ON audit (subject, sequence);

-- Keys that all gateways on this database have to have in common, in hexadecimal.
CREATE TABLE shared_keys (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
