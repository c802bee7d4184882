-- Reports read a period of the ledger; lists of its lines first find out where that is, from the index alone.
CREATE INDEX charges_in_time ON charges (charged_at, sequence);
DROP INDEX charges_by_time;
