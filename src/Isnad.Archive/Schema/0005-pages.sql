-- Pages of the web whose articles were stored, to ask for them again only where they have changed: what the server said the last
-- time, and when the page changed last according to the feed or sitemap that named it.
CREATE TABLE page (
    address TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    listed TEXT
);
