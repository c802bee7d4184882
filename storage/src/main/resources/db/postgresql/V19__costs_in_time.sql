-- Reports read a period of the ledger; lists of its lines first find out where that is, from the index alone.
CREATE INDEX charges_in_time ON charges (charged_at, sequence);
DROP INDEX charges_by_time;

-- A moment in seconds since 1970 as SQLite's strftime writes it, as far as months, so that reports ask both the same way.
CREATE FUNCTION strftime(format TEXT, seconds BIGINT, modifier TEXT) RETURNS TEXT
    LANGUAGE sql STABLE AS
    $$SELECT to_char(TIMESTAMP 'epoch' + seconds * INTERVAL '1 second', replace(replace(format, '%Y', 'YYYY'), '%m', 'MM'))$$;
