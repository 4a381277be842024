-- What is known only from statements that the outlet holds at arm's length or that deny it: a claim, not a fact.
ALTER TABLE mention ADD COLUMN claim INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN claim INTEGER NOT NULL DEFAULT 0;

-- What stood before: a claim where every statement of it is of that kind; reading again finds what the words show besides.
UPDATE mention SET claim = 1
WHERE id IN (SELECT rm.mention_id FROM report_mention rm)
  AND id NOT IN (SELECT rm.mention_id FROM report_mention rm JOIN report r ON r.id = rm.report_id WHERE r.stance NOT IN ('distances', 'denies'));
UPDATE event SET claim = 1 WHERE id NOT IN (SELECT m.event_id FROM mention m WHERE m.claim = 0 AND m.event_id IS NOT NULL);
