-- The directory's history: every state that a unit, a post or a service had, has or will have, with its days; who
-- changed what and why. The tables unit, position and service hold the state of today, which everything else joins;
-- the program moves them forward when a day begins (domain::directory::history).

create table directory_version (
    kind text not null check (kind in ('unit', 'position', 'service')),
    subject_id blob not null,
    government text not null references government (slug),
    valid_from text not null,
    valid_to text,                      -- last day of this state; null while nothing follows
    unit_id blob,                       -- the unit it belonged to then: a unit's parent, a post's or service's unit
    content text not null,              -- JSON
    primary key (subject_id, valid_from),
    check (valid_to is null or valid_to >= valid_from)
) strict;
create index directory_version_by_day on directory_version (government, kind, valid_from);
create index directory_version_by_unit on directory_version (unit_id, kind, valid_from);

-- Agencies merge and split: what took the place of what.
create table directory_successor (
    subject_id blob not null references unit (id),
    successor_id blob not null references unit (id),
    since text not null,
    primary key (subject_id, successor_id)
) strict;
create index directory_successor_back on directory_successor (successor_id);

-- What staff changed, and what waits for a second pair of eyes.
create table directory_change (
    id blob primary key,
    government text not null references government (slug),
    kind text not null,                 -- unit, jabatan, layanan, standar, pejabat
    action text not null,               -- tambah, ubah, akhiri
    subject_id blob not null,
    slug text not null,                 -- of the page it shows on
    title text not null,
    unit_id blob not null references unit (id), -- whose administrators may see it
    valid_from text not null,
    before text not null default '',    -- JSON of the state before; empty for what is new
    after text not null,                -- JSON of what is to be
    reason text not null,
    decree text not null default '',
    status text not null,               -- diusulkan, terbit, ditolak
    four_eyes integer not null,
    batch_id blob,                      -- changes of one reorganisation or one file belong together
    proposed_by blob not null references account (id),
    proposed_at integer not null,
    decided_by blob references account (id),
    decided_at integer,
    note text not null default ''
) strict;
create index directory_change_by_subject on directory_change (subject_id, decided_at desc);
create index directory_change_by_status on directory_change (government, status, decided_at desc, id desc);
create index directory_change_by_slug on directory_change (government, kind, slug, decided_at desc);

-- Workload analysis (ABK) of a post: internal; how many it needs follows from it.
create table workload (
    position_id blob not null references position (id),
    number integer not null,
    task text not null,
    volume_per_year integer not null check (volume_per_year >= 0),
    minutes integer not null check (minutes >= 0), -- norm time of one
    primary key (position_id, number)
) strict;

alter table unit add column serves text not null default '';
alter table unit add column version_from text not null default '';
alter table position add column relations text not null default '';     -- one a line
alter table position add column qualification text not null default ''; -- one a line
alter table position add column competencies text not null default '';  -- JSON: key or name to level
alter table position add column valid_from text not null default '';
alter table position add column valid_to text;
alter table position add column version_from text not null default '';
alter table service add column valid_from text not null default '';
alter table service add column valid_to text;
alter table service add column version_from text not null default '';
update position set valid_from = (select u.valid_from from unit u where u.id = position.unit_id);
update service set valid_from = coalesce((select min(s.valid_from) from service_standard s where s.service_id = service.id), '2026-01-01');
create index position_by_superior on position (reports_to);
create index position_by_slug on position (government, type, slug);
