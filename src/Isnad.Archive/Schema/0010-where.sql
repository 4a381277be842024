-- Reports by where and what, which queries ask for together.
DROP INDEX mention_place;
CREATE INDEX mention_place ON mention (place_id, type, event_id);
