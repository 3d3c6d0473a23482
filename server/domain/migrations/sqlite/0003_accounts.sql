-- Who signs in, what they may do and where they are signed in.

create table account (
    id blob primary key,
    email text not null unique,         -- lower case
    display_name text not null,
    password_hash text,                 -- null: signs in by e-mailed link only
    person_id blob references person (id),
    is_demo integer not null default 0,
    demo_note text,                     -- what this demonstration account is for
    created_at integer not null,
    confirmed_at integer                    -- when the address was shown to be theirs
) strict;

-- A role is held in a unit and reaches its subtree, never beyond one government.
create table role_grant (
    id blob primary key,
    account_id blob not null references account (id),
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    role text not null,
    granted_at integer not null,
    ended_at integer,
    unique (account_id, unit_id, role)
) strict;

create table session (
    id_hash blob primary key,          -- never the id itself: a stolen backup signs nobody in
    data text not null,
    account_id blob references account (id),
    device text,                        -- "Chrome, Android"; only of people who signed in
    created_at integer not null,
    last_used_at integer not null,
    expires_at integer not null
) strict;
create index session_by_account on session (account_id);
create index session_by_expiry on session (expires_at);

-- A password chosen at sign-up waits here and becomes the account's when this very link is used: otherwise whoever
-- signed up with somebody else's address would share the account once its owner confirms it.
create table sign_in_link (
    token_hash blob primary key,
    email text not null,
    password_hash text,
    created_at integer not null,
    expires_at integer not null,
    used_at integer
) strict;
