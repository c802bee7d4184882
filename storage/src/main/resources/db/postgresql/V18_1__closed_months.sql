-- A closed month takes no line of its provider any more, whoever writes it, and stays closed.
CREATE FUNCTION refuse_closed_month() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM closed_months
        WHERE provider = NEW.provider AND NEW.charged_at >= begins_at AND NEW.charged_at < ends_at
    ) THEN
        RAISE EXCEPTION 'the month is closed';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER charges_of_closed_months BEFORE INSERT ON charges
    FOR EACH ROW EXECUTE FUNCTION refuse_closed_month();

CREATE FUNCTION refuse_opening() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a closed month stays closed';
END
$$;

CREATE TRIGGER closed_months_never_change BEFORE UPDATE OR DELETE OR TRUNCATE ON closed_months
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_opening();
