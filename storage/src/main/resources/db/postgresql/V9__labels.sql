-- The pairs of a JSON text as SQLite's json_each gives them, so that reports ask both the same way.
CREATE FUNCTION json_each(pairs TEXT) RETURNS TABLE (key TEXT, value TEXT)
    LANGUAGE sql IMMUTABLE AS 'SELECT * FROM json_each_text(pairs::json)';
