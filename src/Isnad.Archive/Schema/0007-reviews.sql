-- What people say of readings. Reviews are only added: what was said stays, and who thinks better adds another.
CREATE TABLE review (
    id {id},
    made_at TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    action TEXT NOT NULL,
    field TEXT,
    value TEXT,
    note TEXT,
    undoes BIGINT REFERENCES review (id)
);

-- The mentions that a review speaks of, by what finds them again when the article is read anew. «side» is 1 for what a split
-- takes out and 0 otherwise.
CREATE TABLE review_target (
    review_id BIGINT NOT NULL REFERENCES review (id),
    rank INTEGER NOT NULL,
    side INTEGER NOT NULL,
    mention_key TEXT NOT NULL,
    article_key TEXT NOT NULL,
    type TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    end_at INTEGER NOT NULL,
    PRIMARY KEY (review_id, rank)
);
CREATE INDEX review_target_article ON review_target (article_key);

-- sqlite
CREATE TRIGGER review_stays BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'a review stays as it was made'); END;
CREATE TRIGGER review_remains BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'a review stays as it was made'); END;
CREATE TRIGGER review_target_stays BEFORE UPDATE ON review_target BEGIN SELECT RAISE(ABORT, 'a review stays as it was made'); END;
CREATE TRIGGER review_target_remains BEFORE DELETE ON review_target BEGIN SELECT RAISE(ABORT, 'a review stays as it was made'); END;
-- end
-- postgres
CREATE FUNCTION review_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a review stays as it was made'; END $$;
CREATE TRIGGER review_stays BEFORE UPDATE OR DELETE ON review FOR EACH ROW EXECUTE FUNCTION review_stays();
CREATE TRIGGER review_target_stays BEFORE UPDATE OR DELETE ON review_target FOR EACH ROW EXECUTE FUNCTION review_stays();
-- end

-- What the reviews make of a mention: accepted, corrected or rejected; a rejected one is part of no event.
ALTER TABLE mention ADD COLUMN verdict TEXT;

CREATE TABLE saved_query (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    saved_at TEXT NOT NULL
);
