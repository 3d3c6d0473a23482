-- Facts that come from outside and change by decree: areas, holidays, numbers of law and policy.

create table area (
    code text primary key,              -- Kemendagri code with its dots: 12.71.08.1006
    parent_code text,
    kind text not null,                 -- provinsi, kota, kabupaten, kecamatan, kelurahan, desa
    name text not null,
    postal_code text
);
create index area_by_parent on area (parent_code, name);

create table holiday (
    date text not null,                 -- YYYY-MM-DD; a date, not a moment, so text sorts rightly
    kind text not null check (kind in ('libur_nasional', 'cuti_bersama')),
    name_id text not null,
    name_en text not null,
    source text not null,
    primary key (date, name_id)
);

-- A number of law or policy. A new number is a new row with a later date; rows are never changed.
create table rule (
    key text not null,
    valid_from text not null,
    value bigint not null,
    unit text not null,
    citation text not null,
    certainty text not null,            -- seen, memory, design: how sure we are of the citation
    primary key (key, valid_from)
);

create table government (
    slug text primary key,              -- the first part of its addresses: medan
    area_code text not null references area (code),
    name_id text not null,
    name_en text not null,
    short_name text not null,           -- Kota Medan
    head_title text not null,
    reference_prefix text not null unique,
    utc_offset_hours bigint not null       -- 7 WIB, 8 WITA, 9 WIT; no daylight saving in Indonesia
);
