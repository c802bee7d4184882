-- What was seen of attempts whose outcome was not known. task is empty when no job was seen.
CREATE TABLE evidence (
    attempt_id TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    task       TEXT   NOT NULL,
    detail     TEXT   NOT NULL,
    PRIMARY KEY (attempt_id, at, kind, task, detail)
);

-- Jobs that are ours and that no production is known for.
CREATE TABLE orphans (
    provider   TEXT   NOT NULL,
    task_id    TEXT   NOT NULL,
    task_token TEXT   NOT NULL,
    attempt_id TEXT   NOT NULL,
    seen_at    BIGINT NOT NULL,
    PRIMARY KEY (provider, task_id)
);

CREATE INDEX orphans_newest ON orphans (seen_at);

-- Calls of providers. id tells repetitions, so a call stays for a time after something was done about it.
CREATE TABLE inbox (
    provider    TEXT    NOT NULL,
    id          TEXT    NOT NULL,
    attempt_id  TEXT    NOT NULL,
    task_id     TEXT,
    task_token  TEXT,
    proven      BOOLEAN NOT NULL,
    received_at BIGINT  NOT NULL,
    done        BOOLEAN NOT NULL,
    PRIMARY KEY (provider, id)
);

CREATE INDEX inbox_pending ON inbox (received_at) WHERE NOT done;
CREATE INDEX inbox_done ON inbox (received_at) WHERE done;
