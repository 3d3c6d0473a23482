-- What residents find by words. Stems and standard spellings are made in Rust, so that both databases answer alike.
drop table directory_search;

-- One row for each thing that can be found. Ids run in order of importance (services, then services of other offices,
-- units, posts with the heads first), so that "order by id limit N" stops as soon as it has enough.
create table directory_entry (
    id integer primary key,
    government text not null references government (slug),
    kind text not null check (kind in ('service', 'redirect', 'unit', 'position')),
    slug text not null,
    title text not null,
    detail text not null,
    holder text not null,               -- names of holders that may be public; empty for all else
    fingerprint integer not null,       -- of everything indexed: what has not changed is not written again
    title_words text not null,
    body_words text not null,           -- kept so that a change knows which words it takes away
    unique (government, kind, slug)
) strict;

-- The words by which rows are found, rowid = directory_entry.id. It keeps no text (the entry has it) and no positions
-- (nobody searches for phrases); short beginnings have their own index, because people type half a word.
create virtual table directory_text using fts5(
    title, body, content = '', contentless_delete = 1, detail = 'column', prefix = '2 3 4', tokenize = 'ascii'
);

-- Every word of the directory, and how many entries have it: what is not here was mistyped.
create table directory_word (
    word text primary key,
    entries integer not null
) strict, without rowid;

-- What a mistyped word may look like: each word itself, the word with one letter left out, and its consonants.
create table directory_word_near (
    variant text not null,
    word text not null,
    primary key (variant, word)
) strict, without rowid;
