-- What lists of events are read by: the latest first, where an event without a day comes last.
CREATE INDEX event_latest ON event (COALESCE(day, '') DESC, key);
