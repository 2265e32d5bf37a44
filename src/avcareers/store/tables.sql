-- The tables of the compiled catalogue.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Every record: the document its model wrote, and a card with what a list shows of it.
CREATE TABLE record (
    kind TEXT NOT NULL, slug TEXT NOT NULL, position INTEGER NOT NULL, collation TEXT NOT NULL,
    card TEXT NOT NULL, document TEXT NOT NULL
);

-- Everything a record is called, folded. Rank: 0 slug, 1 title, 2 other name, 3 a part of it.
CREATE TABLE name (
    kind TEXT NOT NULL, folded TEXT NOT NULL, slug TEXT NOT NULL, rank INTEGER NOT NULL,
    label TEXT NOT NULL, PRIMARY KEY (kind, folded, slug)
) WITHOUT ROWID;

-- What records are filtered on.
CREATE TABLE facet (
    kind TEXT NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, slug TEXT NOT NULL,
    PRIMARY KEY (kind, facet, value, slug)
) WITHOUT ROWID;

-- Relations between jobs, to be asked from either side.
CREATE TABLE relation (
    name TEXT NOT NULL, origin TEXT NOT NULL, target TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (name, target, origin)
) WITHOUT ROWID;
CREATE TABLE hand_over (
    giver TEXT NOT NULL, receiver TEXT NOT NULL, stage TEXT NOT NULL, deliverable TEXT,
    fr TEXT NOT NULL, en TEXT NOT NULL
);

CREATE TABLE campus (
    school TEXT NOT NULL, position INTEGER NOT NULL, place TEXT NOT NULL, region TEXT NOT NULL,
    lat REAL NOT NULL, lon REAL NOT NULL, PRIMARY KEY (school, position)
) WITHOUT ROWID;

-- Sites: latitudes and longitudes, as JSON; nothing when not known. Card: what lists show of it, and
-- plans choose by.
CREATE TABLE programme (
    school TEXT NOT NULL, position INTEGER NOT NULL, sites TEXT, card TEXT NOT NULL,
    document TEXT NOT NULL, PRIMARY KEY (school, position)
);
CREATE TABLE programme_facet (
    facet TEXT NOT NULL, value TEXT NOT NULL, school TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (facet, value, school, position)
) WITHOUT ROWID;

-- Where one may ask from beside the places: a line of cells a column, compressed, for they are many and are read
-- only when no place is meant.
CREATE TABLE commune_list (packed BLOB NOT NULL);

-- Minimum pay, by the function an agreement names.
CREATE TABLE pay_floor (
    idcc TEXT NOT NULL, function TEXT NOT NULL, series TEXT NOT NULL, basis TEXT NOT NULL,
    valid_from TEXT NOT NULL, grid TEXT NOT NULL, amount_eur REAL NOT NULL,
    PRIMARY KEY (idcc, function, series, basis, valid_from, grid)
) WITHOUT ROWID;

-- What can be found, numbered from 0 by kind and slug, and what it is called in a list.
CREATE TABLE search_title (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, slug TEXT NOT NULL,
    fr TEXT NOT NULL, en TEXT NOT NULL
);
-- What finds it: the stems of its words, in their language; numbers, packed as text/rising.py does, and how
-- much each is about it, a byte each, from 0 to 255.
CREATE TABLE search_stem (
    language TEXT NOT NULL, stem TEXT NOT NULL, numbers BLOB NOT NULL, weights BLOB NOT NULL,
    PRIMARY KEY (language, stem)
) WITHOUT ROWID;
-- Its names as sorted stems, alike whatever the gender, the number or the order of words.
CREATE TABLE search_name (
    key TEXT NOT NULL, number INTEGER NOT NULL, folded TEXT NOT NULL, rank INTEGER NOT NULL,
    label TEXT NOT NULL, PRIMARY KEY (key, number, folded)
) WITHOUT ROWID;
-- Every word, to correct the mistyped ones; in how many things it is said, and in how many as a name.
CREATE TABLE search_word (
    length INTEGER NOT NULL, word TEXT NOT NULL, uses INTEGER NOT NULL, names INTEGER NOT NULL,
    PRIMARY KEY (length, word)
) WITHOUT ROWID;
-- What people type, as stems, and what the catalogue says instead.
CREATE TABLE search_synonym (
    key TEXT NOT NULL, position INTEGER NOT NULL, means TEXT NOT NULL,
    PRIMARY KEY (key, position)
) WITHOUT ROWID;
-- What the scorer may find: the number of a record, or none for what is neither job, stage nor topic;
-- and the root of its share of all phrases.
CREATE TABLE search_class (
    class INTEGER PRIMARY KEY, number INTEGER, root_share REAL NOT NULL
);
-- Its further classes, which are tastes; the numbers of the jobs that each chiefly suits, and of those it suits
-- too, packed.
CREATE TABLE search_taste (
    class INTEGER PRIMARY KEY, root_share REAL NOT NULL, chiefly BLOB NOT NULL, too BLOB NOT NULL
);
-- What it learned of each piece of a word, in whole steps: how rare it is; the part of the root of its
-- share that it takes from each class; the classes it gives most, packed, and how much, a byte each.
CREATE TABLE search_piece (
    piece TEXT PRIMARY KEY, rarity INTEGER NOT NULL, taken INTEGER NOT NULL,
    classes BLOB NOT NULL, given BLOB NOT NULL
) WITHOUT ROWID;

-- Which records rest on a source.
CREATE TABLE citation (
    source TEXT NOT NULL, kind TEXT NOT NULL, slug TEXT NOT NULL,
    PRIMARY KEY (source, kind, slug)
) WITHOUT ROWID;

CREATE UNIQUE INDEX record_key ON record (kind, slug);
CREATE INDEX hand_over_giver ON hand_over (giver);
CREATE INDEX hand_over_receiver ON hand_over (receiver);
CREATE INDEX hand_over_stage ON hand_over (stage);
CREATE INDEX campus_region ON campus (region, school);
CREATE INDEX campus_lat ON campus (lat, lon, school);
CREATE UNIQUE INDEX search_title_key ON search_title (kind, slug);
