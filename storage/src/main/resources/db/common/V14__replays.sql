-- What was asked lately is replayed against a changed configuration.
CREATE INDEX productions_by_age ON productions (created_at);
