-- A closed month takes no line of its provider any more, whoever writes it, and stays closed.
CREATE TRIGGER charges_of_closed_months BEFORE INSERT ON charges
WHEN EXISTS (
    SELECT 1 FROM closed_months
    WHERE provider = NEW.provider AND NEW.charged_at >= begins_at AND NEW.charged_at < ends_at
)
BEGIN
    SELECT RAISE(ABORT, 'the month is closed');
END;

CREATE TRIGGER closed_months_never_change BEFORE UPDATE ON closed_months
BEGIN
    SELECT RAISE(ABORT, 'a closed month stays closed');
END;

CREATE TRIGGER closed_months_never_go BEFORE DELETE ON closed_months
BEGIN
    SELECT RAISE(ABORT, 'a closed month stays closed');
END;
