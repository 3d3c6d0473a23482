-- What residents find by words. Stems and standard spellings are made in Rust, so that both databases answer alike.
drop table directory_search;

-- One row for each thing that can be found. Ids run in order of importance (services, then services of other offices,
-- units, posts with the heads first), so that "order by id limit N" stops as soon as it has enough.
create table directory_entry (
    id bigint primary key,
    government text not null references government (slug),
    kind text not null check (kind in ('service', 'redirect', 'unit', 'position')),
    slug text not null,
    title text not null,
    detail text not null,
    holder text not null,               -- names of holders that may be public; empty for all else
    fingerprint bigint not null,        -- of everything indexed: what has not changed is not written again
    title_words text not null,
    body_words text not null,           -- kept so that a change knows which words it takes away
    title_stems tsvector not null generated always as (to_tsvector('simple', title_words)) stored,
    all_stems tsvector not null generated always as (to_tsvector('simple', title_words || ' ' || body_words)) stored,
    unique (government, kind, slug)
);
create index directory_entry_title on directory_entry using gin (title_stems);
create index directory_entry_all on directory_entry using gin (all_stems);

-- Every word of the directory, and how many entries have it: what is not here was mistyped. Compared by bytes whatever
-- the language of the database, because beginnings are looked up as ranges.
create table directory_word (
    word text collate "C" primary key,
    entries bigint not null
);

-- What a mistyped word may look like: each word itself, the word with one letter left out, and its consonants.
create table directory_word_near (
    variant text collate "C" not null,
    word text collate "C" not null,
    primary key (variant, word)
);
