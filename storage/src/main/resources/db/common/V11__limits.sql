-- The orders of an account within the last minute are counted before each order.
CREATE INDEX attempts_by_departure ON attempts (provider, departed_at) WHERE departed_at IS NOT NULL;

-- Accounts whose provider asked for a pause: they get no order from any gateway until then.
CREATE TABLE closures (
    provider   TEXT   NOT NULL PRIMARY KEY,
    closed_at  BIGINT NOT NULL,
    reopens_at BIGINT NOT NULL
);
