-- Which articles are one text: the same wire story under another title, shortened, edited or with a paragraph added.

-- Marks that a text leaves (a sample of its runs of words), by the day it came out; a day of 0 is unknown.
-- sqlite
CREATE TABLE fingerprint (
    hash INTEGER NOT NULL,
    day INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (hash, day, article_id)
) WITHOUT ROWID;
-- end
-- postgres
CREATE TABLE fingerprint (
    hash BIGINT NOT NULL,
    day INTEGER NOT NULL,
    article_id BIGINT NOT NULL,
    PRIMARY KEY (hash, day, article_id)
);
-- end

-- How many marks a text has.
CREATE TABLE fingerprinted (
    article_id BIGINT PRIMARY KEY REFERENCES article (id),
    marks INTEGER NOT NULL
);

-- Two articles that are one text, and how: «share» of the shorter one's runs of words stand in the longer one.
CREATE TABLE copy_pair (
    first_key TEXT NOT NULL,
    second_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    share DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (first_key, second_key)
);

-- The group of an article that has copies: the least key among them.
CREATE TABLE copy_group (
    article_id BIGINT PRIMARY KEY REFERENCES article (id),
    group_key TEXT NOT NULL
);
CREATE INDEX copy_group_key ON copy_group (group_key);
