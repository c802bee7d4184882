-- The cost ledger: append-only, one line per attempt. Exact decimals are texts, amounts are millionths.
CREATE TABLE charges (
    sequence       BIGINT  NOT NULL PRIMARY KEY,
    id             TEXT    NOT NULL UNIQUE,
    charged_at     BIGINT  NOT NULL,
    provider       TEXT    NOT NULL,
    adapter        TEXT    NOT NULL,
    model          TEXT    NOT NULL,
    model_version  TEXT,
    provider_id    TEXT,
    generation_id  TEXT,
    attempt_id     TEXT    NOT NULL,
    attempt_number INTEGER NOT NULL,
    client         TEXT    NOT NULL,
    kind           TEXT,
    images         INTEGER NOT NULL,
    gpu_seconds    TEXT,
    quantity       TEXT,
    unit           TEXT,
    unit_price     TEXT,
    amount_micros  BIGINT,
    currency       TEXT,
    certainty      TEXT    NOT NULL,
    price_version  TEXT,
    outcome        TEXT    NOT NULL,
    labels         TEXT    NOT NULL,
    sandbox        BOOLEAN NOT NULL
);

-- An attempt is charged once. A job that no attempt is known for is not one's.
CREATE UNIQUE INDEX charges_once ON charges (attempt_id) WHERE generation_id IS NOT NULL;
CREATE INDEX charges_by_time ON charges (charged_at);
