-- On which terms pictures may be bought: how urgent they are, and what all attempts together may cost.
ALTER TABLE productions ADD COLUMN priority TEXT NOT NULL DEFAULT 'live';
ALTER TABLE productions ADD COLUMN max_cost_micros BIGINT;
ALTER TABLE productions ADD COLUMN max_cost_currency TEXT;
ALTER TABLE generations ADD COLUMN priority TEXT NOT NULL DEFAULT 'live';
ALTER TABLE generations ADD COLUMN max_cost_micros BIGINT;
ALTER TABLE generations ADD COLUMN max_cost_currency TEXT;
