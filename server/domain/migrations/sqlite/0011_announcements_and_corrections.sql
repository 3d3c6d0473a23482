-- What a government tells residents, and the posts it opens; and what residents say is wrong in the directory.

-- Never deleted: withdrawn with a reason that is read at its address. There is no column for candidates, their scores or
-- their places, so none can be published by mistake.
create table announcement (
    id blob primary key,
    government text not null references government (slug),
    unit_id blob not null references unit (id),   -- who announces it
    slug text not null,                 -- made once from the first title: a shared address stays
    repeat_hash blob not null unique,   -- of the form's key: a double tap makes one draft
    kind text not null check (kind in ('sosialisasi', 'seleksi')),
    title text not null,
    summary text not null,
    body text not null,
    position_id blob references position (id),    -- the open post; a selection may be for many
    criteria text not null default '',  -- one a line
    shown_from text not null,
    shown_until text,                   -- last day in the lists; null: until it is withdrawn
    version integer not null default 1, -- of two people who edit at once the second is told
    created_by blob not null references account (id),
    changed_at integer not null,
    published_by blob references account (id),
    published_at integer,               -- null: a draft
    withdrawn_by blob references account (id),
    withdrawn_at integer,
    withdrawn_reason text,
    unique (government, slug),
    check (shown_until is null or shown_until >= shown_from),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
) strict;
-- In the order in which lists page through them.
create index announcement_public on announcement (government, shown_from desc, id desc) where published_at is not null;
create index announcement_public_by_unit on announcement (unit_id, shown_from desc, id desc) where published_at is not null;

create table announcement_stage (
    announcement_id blob not null references announcement (id),
    number integer not null,
    name text not null,
    starts_on text not null,
    ends_on text not null,              -- last day
    note text not null default '',
    primary key (announcement_id, number),
    check (ends_on >= starts_on)
) strict;

-- The text is for the unit only; at its public address stand the state and the answer.
create table correction (
    id blob primary key,                -- of the hour, as received_at: it carries its time
    government text not null references government (slug),
    code text not null unique,          -- fifty random bits and a check letter: nobody guesses an address
    repeat_hash blob not null unique,
    subject_kind text not null check (subject_kind in ('unit', 'position', 'service', 'page')),
    subject_slug text not null,         -- of a page, its address inside the government
    subject_title text not null,        -- as it was called when it was sent
    unit_id blob not null references unit (id),   -- who answers
    text text not null,
    sealed_email blob,                  -- sealed with the key outside the database; gone once the answer was mailed
    language text not null,
    status text not null check (status in ('waiting', 'corrected', 'declined')),
    answer text not null default '',
    answered_by blob references account (id),
    answered_at integer,
    received_at integer not null,       -- kept to the hour
    check ((status = 'waiting') = (answered_at is null))
) strict;
create index correction_waiting on correction (government, received_at, id) where status = 'waiting';
