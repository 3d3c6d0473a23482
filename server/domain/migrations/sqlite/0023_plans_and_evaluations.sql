-- Who assesses whom is computed from posts and tenures; only what cannot be computed stands in rows: that an official
-- delegated it, and who looked.

-- A superior post hands its assessing over to another post, for some days and with a reason. It names posts and not
-- people, so that whoever follows in either post needs nothing done.
create table assessor_delegation (
    id blob primary key,
    government text not null references government (slug),
    from_position_id blob not null references position (id),
    for_position_id blob references position (id), -- null: for every post below it
    to_position_id blob not null references position (id),
    starts_on text not null,
    ends_on text not null,              -- last day; a delegation without end would be a reorganisation
    reason text not null,
    made_by blob not null references account (id),
    made_at integer not null,
    withdrawn_at integer,
    check (ends_on >= starts_on)
) strict;
create index assessor_delegation_from on assessor_delegation (from_position_id, starts_on);
create index assessor_delegation_to on assessor_delegation (to_position_id, starts_on);

-- Every look by somebody else at what evaluation keeps about a person; the person reads it.
create table evaluation_look (
    id blob primary key,
    government text not null references government (slug),
    person_id blob not null references person (id), -- about whom
    account_id blob not null references account (id), -- who looked
    viewer text not null,               -- name and post of that day, for both may change
    standing text not null,             -- by what right
    subject text not null,              -- what kind of thing
    subject_id blob not null,
    form text not null,                 -- page or file
    at integer not null
) strict;
create index evaluation_look_by_person on evaluation_look (person_id, at desc, id desc);

-- A year is evaluated by the rules of its opening, however they change later.
create table evaluation_year (
    government text not null references government (slug),
    year integer not null,
    rhythm text not null check (rhythm in ('bulanan', 'triwulanan')),
    rule_set text not null,
    opened_by blob not null references account (id),
    opened_at integer not null,
    primary key (government, year)
) strict;

-- What a unit as a whole reached; the latest of a period counts. A hint beside individual ratings, never a quota.
create table organisation_rating (
    id blob primary key,
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    year integer not null,
    period text not null,
    predicate text not null,
    reason text not null,
    account_id blob not null references account (id),
    at integer not null
) strict;
create index organisation_rating_by_unit on organisation_rating (unit_id, year, period, at);

-- The plan of one tenure in one year. Its words are versions, whole, as JSON; it says which is worked on and which is agreed.
create table performance_plan (
    id blob primary key,
    government text not null references government (slug),
    year integer not null,
    tenure_id blob not null references tenure (id),
    person_id blob not null references person (id),
    position_id blob not null references position (id),
    unit_id blob not null references unit (id),
    state text not null check (state in ('draft', 'diusulkan', 'disepakati')),
    version integer not null,
    agreed_version integer,             -- stays while a change of it is written
    edits integer not null default 0,   -- a form that was opened before somebody else's change is refused
    made_at integer not null,
    unique (tenure_id, year)
) strict;
create index performance_plan_by_person on performance_plan (person_id, year);
create index performance_plan_by_position on performance_plan (position_id, year);

create table performance_plan_version (
    plan_id blob not null references performance_plan (id),
    number integer not null,
    content text not null,              -- JSON
    reason text not null default '',    -- why the one before was changed
    made_at integer not null,
    primary key (plan_id, number)
) strict;

create table performance_plan_step (
    plan_id blob not null references performance_plan (id),
    number integer not null,
    version integer not null,
    kind text not null,
    at integer not null,
    account_id blob not null references account (id),
    signer text not null,               -- name and post of that day
    standing text not null,
    note text not null default '',
    digest text not null,               -- SHA-256 of the version's content as it was then
    primary key (plan_id, number)
) strict;

-- One period of a plan, or its year.
create table evaluation (
    id blob primary key,
    government text not null references government (slug),
    plan_id blob not null references performance_plan (id),
    year integer not null,
    period text not null,
    person_id blob not null references person (id),
    position_id blob not null references position (id),
    unit_id blob not null references unit (id),
    state text not null,
    version integer not null,
    edits integer not null default 0,
    objection_due text,                 -- last day to object to the version that was issued
    issued_by blob references person (id), -- who objects to it goes to another
    made_at integer not null,
    unique (plan_id, period)
) strict;
create index evaluation_by_person on evaluation (person_id, year);
create index evaluation_by_position on evaluation (position_id, year);
create index evaluation_by_state on evaluation (government, state, objection_due);

-- From its issue on a version is never written again: what is wrong in it is right in the next one.
create table evaluation_version (
    evaluation_id blob not null references evaluation (id),
    number integer not null,
    content text not null,              -- JSON
    made_at integer not null,
    primary key (evaluation_id, number)
) strict;

create table evaluation_step (
    evaluation_id blob not null references evaluation (id),
    number integer not null,
    version integer not null,
    kind text not null,
    at integer not null,
    account_id blob references account (id), -- null: by the passing of a day
    signer text not null,
    standing text not null,
    note text not null default '',
    digest text not null,
    primary key (evaluation_id, number)
) strict;
