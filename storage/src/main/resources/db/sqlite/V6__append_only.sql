-- The ledger only grows, whoever asks.
CREATE TRIGGER charges_never_change BEFORE UPDATE ON charges
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER charges_never_go BEFORE DELETE ON charges
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;
