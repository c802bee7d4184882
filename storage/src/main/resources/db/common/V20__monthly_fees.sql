-- What providers take for a month: its charge, once, and how far it is shared out. What takes part in the sharing is
-- empty until the month is over.
CREATE TABLE monthly_fees (
    provider        TEXT    NOT NULL,
    month           TEXT    NOT NULL,
    charge_id       TEXT    NOT NULL UNIQUE,
    amount_micros   BIGINT,
    pictures        BIGINT,
    last_sequence   BIGINT,
    shared_pictures BIGINT  NOT NULL,
    shared_up_to    BIGINT  NOT NULL,
    PRIMARY KEY (provider, month)
);

-- To read a provider's charges of a period page by page.
CREATE INDEX charges_of_providers ON charges (provider, charged_at, sequence) WHERE type = 'charge';
