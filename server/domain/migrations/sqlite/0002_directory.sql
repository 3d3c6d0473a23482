-- Who does what: units, posts apart from persons, tenures that join them for a time, services and their standards.

create table unit (
    id blob primary key,
    government text not null references government (slug),
    slug text not null,
    parent_id blob references unit (id),
    kind text not null,
    agency_key text not null,           -- the agency's key in the imported list; several wards share one
    name text not null,
    name_en text not null,
    area_code text references area (code),
    about text not null default '',
    address text not null default '',
    phone text not null default '',
    email text not null default '',
    hours text not null default '',
    valid_from text not null,
    valid_to text,
    unique (government, slug)
) strict;
create index unit_by_parent on unit (parent_id);
create index unit_by_kind on unit (government, kind, name);

-- A post exists when nobody holds it.
create table position (
    id blob primary key,
    unit_id blob not null references unit (id),
    government text not null references government (slug),
    slug text not null,
    title text not null,
    type text not null,
    job_class integer,
    reports_to blob references position (id),
    summary text not null default '',
    outputs text not null default '',   -- one a line
    authority text not null default '', -- one a line
    headcount_required integer not null default 1,
    rank integer not null default 0,        -- order inside its unit, the head first
    unique (government, slug)
) strict;
create index position_by_unit on position (unit_id, rank);

create table duty (
    position_id blob not null references position (id),
    number integer not null,
    text text not null,
    legal_basis text,
    primary key (position_id, number)
) strict;

create table person (
    id blob primary key,
    government text not null references government (slug),
    import_key text not null unique,
    name text not null,
    employee_number text,               -- NIP: never public, in no page and no export
    employment_type text not null,
    is_fictional integer not null
) strict;

create table tenure (
    id blob primary key,
    position_id blob not null references position (id),
    person_id blob not null references person (id),
    kind text not null check (kind in ('definitive', 'acting', 'daily')),
    starts_on text not null,
    ends_on text,                       -- last day in office; null while it lasts
    decree text,
    check (ends_on is null or ends_on >= starts_on),
    unique (position_id, person_id, starts_on)
) strict;
create index tenure_by_position on tenure (position_id, starts_on);
create index tenure_by_person on tenure (person_id);

create table service (
    id blob primary key,
    government text not null references government (slug),
    slug text not null,
    import_key text not null,
    unit_id blob references unit (id),    -- null where every unit of served_by_kind gives it
    served_by_kind text,
    name text not null,
    name_en text not null,
    short_name text not null,
    summary text not null,
    life_event text not null,
    keywords text not null default '',
    unique (government, slug),
    check ((unit_id is null) <> (served_by_kind is null))
) strict;
create index service_by_unit on service (unit_id);

-- The promise, versioned: a case is judged by the version in force on its day (PermenPANRB 15/2014, 14 components).
create table service_standard (
    service_id blob not null references service (id),
    version integer not null,
    valid_from text not null,
    valid_to text,
    decree text,
    requirements text not null,         -- one a line
    procedure text not null,            -- one a line
    completion_time text not null,
    completion_working_days integer,
    fee text not null,
    fee_rupiah integer,
    product text not null,
    complaint_handling text not null,
    legal_basis text not null default '',
    facilities text not null default '',
    officer_competence text not null default '',
    internal_supervision text not null default '',
    number_of_officers integer,
    service_guarantee text not null default '',
    safety_guarantee text not null default '',
    performance_evaluation text not null default '',
    provenance text not null default '',
    primary key (service_id, version)
) strict;

create table service_part (
    service_id blob not null references service (id),
    position_id blob not null references position (id),
    part text not null check (part in ('responsible', 'performs', 'decides')),
    primary key (service_id, position_id)
) strict;
create index service_part_by_position on service_part (position_id);

-- What residents find by words: stems made in Rust, so that both databases answer alike.
create virtual table directory_search using fts5(
    stems, government unindexed, kind unindexed, slug unindexed, title unindexed, detail unindexed
);
