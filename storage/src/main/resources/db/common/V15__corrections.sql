-- A line of the ledger is a charge or corrects one; a correction repeats what the charge is about, and its amount is
-- the difference. ordered is 0 and took empty in lines from before.
ALTER TABLE charges ADD COLUMN type TEXT NOT NULL DEFAULT 'charge';
ALTER TABLE charges ADD COLUMN ordered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE charges ADD COLUMN pixels BIGINT;
ALTER TABLE charges ADD COLUMN gpu_micros BIGINT;
ALTER TABLE charges ADD COLUMN took BIGINT;
ALTER TABLE charges ADD COLUMN list_price TEXT;
ALTER TABLE charges ADD COLUMN corrects TEXT;
ALTER TABLE charges ADD COLUMN corrected_at BIGINT;
ALTER TABLE charges ADD COLUMN source TEXT;
ALTER TABLE charges ADD COLUMN source_key TEXT;
ALTER TABLE charges ADD COLUMN reason TEXT;

-- An attempt is charged once, and so is a job; a correction is made once.
DROP INDEX charges_once;
CREATE UNIQUE INDEX charges_once ON charges (attempt_id) WHERE generation_id IS NOT NULL AND type = 'charge';
CREATE UNIQUE INDEX charges_of_jobs ON charges (provider, provider_id)
    WHERE provider_id IS NOT NULL AND type = 'charge';
CREATE UNIQUE INDEX charges_by_source ON charges (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX charges_corrected ON charges (corrects) WHERE corrects IS NOT NULL;
