-- Telling people: what became public, who follows what, and what waits to be told to whom.

-- One row a public happening, written in its own transaction; it holds no word of it: those are looked up when it is told,
-- so that what was withdrawn or hidden meanwhile is told to nobody.
create table news (
    id blob primary key,
    government text not null references government (slug),
    kind text not null check (kind in ('laporan', 'topik')),
    subject_id blob not null,           -- the case or topic that has a public page
    number integer not null,            -- of the step or reply
    least text not null,                -- the level from which on it is heard
    ready_at integer not null,          -- not before; a reporter's own steps wait for a fixed hour
    spread_to blob,                     -- the follower up to whom it is spread
    spread_at integer
) strict;
create index news_waiting on news (ready_at, id) where spread_at is null;
create index news_spread on news (spread_at) where spread_at is not null;

-- What it is about, as it is followed: 'unit:018f…', 'wilayah:12.71.08'.
create table news_about (
    news_id blob not null references news (id),
    subject text not null,
    primary key (news_id, subject)
) strict;

-- Who is told. The address of somebody without an account lies sealed, and its keyed hash finds it again.
create table follower (
    id blob primary key,
    account_id blob unique references account (id),
    address_hash text not null unique,
    address blob,                       -- sealed; null where the account has it
    language text not null,
    mail_ended_at integer,              -- no mail since: its owner's wish, or its server refused it for good
    mail_ended_why text,
    refused integer not null default 0, -- letters in a row that its server refused for good
    claim blob,                         -- which batch writes to them at the moment
    attempts integer not null default 0,
    next_at integer,                    -- when they are written to next; null: nothing waits
    day text not null default '',       -- on which so many letters were sent
    letters integer not null default 0,
    last_error text
) strict;
create index follower_next on follower (next_at, id) where next_at is not null;
create index follower_claim on follower (claim) where claim is not null;

create table following (
    follower_id blob not null references follower (id),
    subject text not null,
    level text not null,
    rhythm text not null,
    primary key (follower_id, subject)
) strict;
create index following_subject on following (subject, follower_id);

-- An address that nobody has shown to be theirs yet. Everything it says is sealed; it goes with its hours.
create table follow_request (
    token_hash blob primary key,
    address_hash text not null,
    sealed blob not null,
    created_at integer not null,
    expires_at integer not null
) strict;
create index follow_request_address on follow_request (address_hash);
create index follow_request_expiry on follow_request (expires_at);

-- What waits to be told to whom, from when on. A letter takes all that is ready, however long it could not be sent.
create table letter_line (
    follower_id blob not null references follower (id),
    news_id blob not null references news (id),
    ready_at integer not null,
    claim blob,
    primary key (follower_id, news_id)
) strict;
create index letter_line_news on letter_line (news_id);
create index letter_line_claim on letter_line (claim) where claim is not null;

-- Browsers that asked to be told. Address and keys lie sealed; the hash of the address finds it again.
create table push_subscription (
    endpoint_hash text primary key,
    follower_id blob not null references follower (id),
    sealed blob not null,
    language text not null,
    created_at integer not null,
    refused integer not null default 0
) strict;
create index push_by_follower on push_subscription (follower_id);
