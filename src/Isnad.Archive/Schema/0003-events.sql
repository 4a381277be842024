-- Events told by many: what the mentions of several articles were fused into.
CREATE TABLE event (
    id {id},
    key TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    date TEXT,
    day TEXT,
    last_day TEXT,
    place_id BIGINT REFERENCES place (id),
    mentions INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    denied INTEGER NOT NULL
);
CREATE INDEX event_day ON event (day, type);

-- The event of a mention; none while it is not fused yet.
ALTER TABLE mention ADD COLUMN event_id BIGINT REFERENCES event (id);
CREATE INDEX mention_event ON mention (event_id);

-- Why two mentions were held to tell of one event, or not although much spoke for it. The keys are in order.
CREATE TABLE fusion_decision (
    first_key TEXT NOT NULL,
    second_key TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    merged INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (first_key, second_key)
);
CREATE INDEX fusion_decision_second ON fusion_decision (second_key);

-- Sums that are kept with every change, so that timelines, maps and graphs need not look at events.
CREATE TABLE sum_day (
    day TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (day, type, country)
);
CREATE TABLE sum_place (
    day TEXT NOT NULL,
    place_id BIGINT NOT NULL,
    type TEXT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (day, place_id, type)
);
CREATE TABLE sum_dyad (
    month TEXT NOT NULL,
    actor TEXT NOT NULL,
    target TEXT NOT NULL,
    type TEXT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (month, actor, target, type)
);
