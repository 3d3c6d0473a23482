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
