-- Checks of the ledger against what a provider says: a file is read into invoice_lines, and what the ledger has of it
-- stands beside each line. A dry run goes with the next one of its kind, one that was applied stays.
CREATE TABLE invoice_checks (
    id          TEXT    NOT NULL PRIMARY KEY,
    provider    TEXT    NOT NULL,
    period_from BIGINT  NOT NULL,
    period_to   BIGINT  NOT NULL,
    -- such as 2026-11, where the period is a month
    month       TEXT,
    file_sha256 TEXT,
    checked_at  BIGINT  NOT NULL,
    client      TEXT    NOT NULL,
    dry_run     BOOLEAN NOT NULL,
    -- reading, checked, applied
    state       TEXT    NOT NULL,
    -- the ledger's last line when it was begun: later ones are not looked at
    mark        BIGINT  NOT NULL,
    written     BIGINT  NOT NULL DEFAULT 0,
    closed      BOOLEAN NOT NULL DEFAULT FALSE
);

-- line is the file's line; empty for a charge that the file does not have.
CREATE TABLE invoice_lines (
    check_id        TEXT   NOT NULL,
    place           BIGINT NOT NULL,
    line            BIGINT,
    provider_id     TEXT,
    at              BIGINT,
    amount_micros   BIGINT,
    currency        TEXT,
    second_micros   BIGINT,
    charge_id       TEXT,
    ledger_micros   BIGINT,
    ledger_currency TEXT,
    finding         TEXT,
    PRIMARY KEY (check_id, place)
);

CREATE UNIQUE INDEX invoice_lines_once ON invoice_lines (check_id, provider_id)
    WHERE provider_id IS NOT NULL AND line IS NOT NULL;
CREATE INDEX invoice_lines_of_charge ON invoice_lines (charge_id) WHERE charge_id IS NOT NULL;

CREATE TABLE invoice_sums (
    check_id      TEXT   NOT NULL,
    finding       TEXT   NOT NULL,
    -- empty where no amount is known
    currency      TEXT   NOT NULL,
    lines         BIGINT NOT NULL,
    amount_micros BIGINT NOT NULL,
    ledger_micros BIGINT NOT NULL,
    PRIMARY KEY (check_id, finding, currency)
);

-- A month that agrees with its invoice. It is never opened again.
CREATE TABLE closed_months (
    provider  TEXT   NOT NULL,
    month     TEXT   NOT NULL,
    begins_at BIGINT NOT NULL,
    ends_at   BIGINT NOT NULL,
    closed_at BIGINT NOT NULL,
    client    TEXT   NOT NULL,
    check_id  TEXT   NOT NULL,
    PRIMARY KEY (provider, month)
);

-- What only an invoice knows is a charge with a source. Its job may be charged for itself later: the next check takes
-- the one from the invoice back. billed_at is when the invoice says it was.
ALTER TABLE charges ADD COLUMN billed_at BIGINT;
DROP INDEX charges_of_jobs;
CREATE UNIQUE INDEX charges_of_jobs ON charges (provider, provider_id)
    WHERE provider_id IS NOT NULL AND type = 'charge' AND source_key IS NULL;
CREATE INDEX charges_by_job ON charges (provider, provider_id) WHERE provider_id IS NOT NULL AND type = 'charge';
CREATE INDEX charges_of_provider ON charges (provider, charged_at);
