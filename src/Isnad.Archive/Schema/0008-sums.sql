-- One table of sums instead of three: how many events a plain question («scope») finds in a stretch of time, by the value of each
-- facet. The migration fills it from the events that are there.
DROP TABLE sum_day;
DROP TABLE sum_place;
DROP TABLE sum_dyad;
-- sqlite
CREATE TABLE sum_facet (
    scope TEXT NOT NULL,
    facet TEXT NOT NULL,
    period TEXT NOT NULL,
    value TEXT NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (scope, facet, period, value)
) WITHOUT ROWID;
-- end
-- postgres
CREATE TABLE sum_facet (
    scope TEXT NOT NULL,
    facet TEXT NOT NULL,
    period TEXT NOT NULL,
    value TEXT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (scope, facet, period, value)
);
-- end

-- Sums that came down to nothing, to delete them without looking for them.
CREATE INDEX sum_facet_nothing ON sum_facet (scope) WHERE events = 0;

-- The commonest pairs, of which there are many.
CREATE INDEX sum_facet_dyads ON sum_facet (scope, events DESC, value) WHERE facet = 'dyad' AND period = '';

-- Events of more than a day: what a search from a day on finds besides those that begin later.
CREATE INDEX event_long ON event (last_day) WHERE last_day > day;

-- Outlets with how much they have and when, without their articles.
DROP INDEX article_outlet;
CREATE INDEX article_outlet ON article (outlet_folded, outlet, published);

-- Who takes part in what, without looking at each part.
DROP INDEX participant_party;
CREATE INDEX participant_party ON participant (party_id, role, mention_id);

-- Lists that begin with what most found out for themselves.
CREATE INDEX event_origins ON event (origins DESC, COALESCE(day, '') DESC, key);
