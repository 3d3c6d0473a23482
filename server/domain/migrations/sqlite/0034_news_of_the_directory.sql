-- What a government announces, and standards of services that change, are news too.

-- A check is changed only by making the table anew. Who refers to it is checked at the end, when the same rows are back.
pragma defer_foreign_keys = on;
create table news_before as select * from news;
drop table news;
create table news (
    id blob primary key,
    government text not null references government (slug),
    kind text not null check (kind in ('laporan', 'topik', 'pengumuman', 'layanan')),
    subject_id blob not null,           -- what has a public page
    number integer not null,            -- of the step or reply; what happened to an announcement; the first day of a standard
    least text not null,                -- the level from which on it is heard
    ready_at integer not null,          -- not before; a reporter's own steps wait for a fixed hour
    spread_to blob,                     -- the follower up to whom it is spread
    spread_at integer
) strict;
insert into news select * from news_before;
drop table news_before;
create index news_waiting on news (ready_at, id) where spread_at is null;
create index news_spread on news (spread_at) where spread_at is not null;
