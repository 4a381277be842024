-- What each article says, as the engine read it. {id} and the lines between «-- sqlite» and «-- end» or
-- «-- postgres» and «-- end» differ between the databases; everything else is the same.

-- Where articles came from, and how far a source was taken in: what makes a run that was killed go on where it stopped.
CREATE TABLE source (
    id {id},
    name TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    units_done BIGINT NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0
);

-- Inputs that gave no article, with the reason; the same input is listed once.
CREATE TABLE rejected (
    id {id},
    place TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    UNIQUE (place, code)
);

CREATE TABLE article (
    id {id},
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    outlet TEXT,
    outlet_folded TEXT NOT NULL,
    published TEXT,
    url TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    byline TEXT,
    dateline TEXT,
    engine TEXT NOT NULL,
    knowledge TEXT NOT NULL
);
CREATE INDEX article_published ON article (published);
CREATE INDEX article_outlet ON article (outlet_folded);
CREATE INDEX article_url ON article (url);
CREATE INDEX article_stamp ON article (engine, knowledge);

-- Everybody who acts, speaks or relays, once for all articles that name and code him alike.
CREATE TABLE party (
    id {id},
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    name_en TEXT,
    type TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    known TEXT,
    identity TEXT NOT NULL UNIQUE
);
CREATE INDEX party_known ON party (known);
CREATE INDEX party_country ON party (country);

CREATE TABLE place (
    id {id},
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    country TEXT,
    kind TEXT,
    known TEXT,
    precision_of TEXT,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    radius_km DOUBLE PRECISION,
    identity TEXT NOT NULL UNIQUE
);
CREATE INDEX place_country ON place (country);

-- An event as one article tells it. «day» is the event's first day, or the day of publication where it has none.
CREATE TABLE mention (
    id {id},
    key TEXT NOT NULL UNIQUE,
    article_id BIGINT NOT NULL REFERENCES article (id),
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    date TEXT,
    first_day TEXT,
    last_day TEXT,
    day TEXT,
    place_id BIGINT REFERENCES place (id),
    word TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    confidence DOUBLE PRECISION NOT NULL
);
CREATE INDEX mention_article ON mention (article_id);
CREATE INDEX mention_day ON mention (day, type);
CREATE INDEX mention_type ON mention (type, day);
CREATE INDEX mention_place ON mention (place_id, day);

CREATE TABLE participant (
    mention_id BIGINT NOT NULL REFERENCES mention (id),
    role TEXT NOT NULL,
    rank INTEGER NOT NULL,
    party_id BIGINT NOT NULL REFERENCES party (id),
    PRIMARY KEY (mention_id, role, rank)
);
CREATE INDEX participant_party ON participant (party_id, role);

-- How many, according to one article: «أكثر من 12 قتيلاً» has no upper bound.
CREATE TABLE count_claim (
    mention_id BIGINT NOT NULL REFERENCES mention (id),
    rank INTEGER NOT NULL,
    what TEXT NOT NULL,
    at_least BIGINT,
    at_most BIGINT,
    PRIMARY KEY (mention_id, rank)
);
CREATE INDEX count_claim_what ON count_claim (what, at_least);

CREATE TABLE report (
    id {id},
    article_id BIGINT NOT NULL REFERENCES article (id),
    ordinal INTEGER NOT NULL,
    form TEXT NOT NULL,
    stance TEXT NOT NULL,
    cue TEXT,
    content TEXT,
    start_at INTEGER,
    end_at INTEGER,
    UNIQUE (article_id, ordinal)
);

-- The chain of a report: rank 0 speaks, the others carry, from the speaker outwards.
CREATE TABLE report_party (
    report_id BIGINT NOT NULL REFERENCES report (id),
    rank INTEGER NOT NULL,
    party_id BIGINT NOT NULL REFERENCES party (id),
    PRIMARY KEY (report_id, rank)
);
CREATE INDEX report_party_party ON report_party (party_id);

CREATE TABLE report_mention (
    report_id BIGINT NOT NULL REFERENCES report (id),
    mention_id BIGINT NOT NULL REFERENCES mention (id),
    PRIMARY KEY (report_id, mention_id)
);
CREATE INDEX report_mention_mention ON report_mention (mention_id);

CREATE TABLE framing (
    article_id BIGINT NOT NULL REFERENCES article (id),
    rank INTEGER NOT NULL,
    word TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target_id BIGINT REFERENCES party (id),
    neutral TEXT,
    PRIMARY KEY (article_id, rank)
);

-- Words of the articles, folded («words») and without clitics and article («stems»): the engine cuts them, so that the
-- database needs to know nothing of Arabic.
-- sqlite
CREATE VIRTUAL TABLE article_words USING fts5 (words, stems, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0");
-- end
-- postgres
CREATE TABLE article_words (rowid BIGINT PRIMARY KEY REFERENCES article (id), words TSVECTOR NOT NULL, stems TSVECTOR NOT NULL);
CREATE INDEX article_words_words ON article_words USING GIN (words);
CREATE INDEX article_words_stems ON article_words USING GIN (stems);
-- end
