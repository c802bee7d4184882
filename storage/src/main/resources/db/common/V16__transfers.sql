-- The double entry: each row moves an amount from the account that is credited to the one that is debited. at is when
-- it was written, counts_at the moment whose periods it counts in.
CREATE TABLE transfers (
    key        TEXT   NOT NULL PRIMARY KEY,
    credited   TEXT   NOT NULL,
    debited    TEXT   NOT NULL,
    micros     BIGINT NOT NULL CHECK (micros > 0),
    currency   TEXT   NOT NULL,
    client     TEXT   NOT NULL,
    provider   TEXT   NOT NULL,
    attempt_id TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    counts_at  BIGINT NOT NULL,
    CHECK (credited <> debited)
);

CREATE INDEX transfers_of_attempt ON transfers (attempt_id) WHERE attempt_id <> '';
CREATE INDEX transfers_by_period ON transfers (counts_at);

INSERT INTO transfers
SELECT 'charge/' || id, 'payable', CASE WHEN generation_id IS NULL AND client <> '' THEN 'lost' ELSE 'spent' END, amount_micros, currency,
    client, provider, attempt_id, charged_at, charged_at
FROM charges WHERE amount_micros > 0;

-- How much of a period's budget is used: what the transfers of that period come to, kept up with them. client is empty
-- for all clients together.
CREATE TABLE budget_use (
    client   TEXT   NOT NULL,
    per      TEXT   NOT NULL,
    begins   BIGINT NOT NULL,
    renews   BIGINT NOT NULL,
    currency TEXT   NOT NULL,
    used     BIGINT NOT NULL,
    PRIMARY KEY (client, per, begins, currency)
);
