-- Sums by name: of each party, of each word of the places' names, and who takes part with whom. The migration counts everything
-- anew; what is the commonest is found among the values of one scope, which are few enough to need no index.
DROP INDEX sum_facet_dyads;

-- Who speaks and who carries, without looking at each part of a chain.
DROP INDEX report_party_party;
CREATE INDEX report_party_party ON report_party (party_id, rank, report_id);

-- Loaded words by whom they colour, and names by the entry of the knowledge.
CREATE INDEX framing_target ON framing (target_id);
