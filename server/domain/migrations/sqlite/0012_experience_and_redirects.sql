-- Promise beside experience, the pledge, what other offices do, and browsing by name, unit and area.

-- What published cases show about a service, counted as it happens: a page costs the same at ten cases and at a million.
-- Both tables can be counted anew from the cases.
create table feedback_answer_days (
    service_id blob not null references service (id),
    working_days integer not null,       -- from the day of receipt to the first answer
    cases integer not null,
    primary key (service_id, working_days)
) strict;

create table feedback_element_count (
    service_id blob not null references service (id),
    element text not null,              -- empty where the verifier named none, so that the sum is all cases
    cases integer not null,
    primary key (service_id, element)
) strict;

create index feedback_public_by_element on feedback_case (service_id, element, published_at desc, id desc) where published_at is not null and element is not null;

-- Maklumat pelayanan (UU 25/2009): signed anew when it changes, so that a past day shows the pledge of that day.
create table service_pledge (
    unit_id blob not null references unit (id),
    signed_on text not null,
    text text not null,
    signed_by_position_id blob references position (id),
    decree text,
    primary key (unit_id, signed_on)
) strict;

-- What people look for here and others do: police, immigration, land office. The same for every government.
create table redirect (
    key text primary key,               -- as it stands in addresses: paspor
    name text not null,
    name_en text not null,
    keywords text not null,
    office text not null,
    office_en text not null,
    why text not null,
    why_en text not null,
    url text not null default '',
    phone text not null default '',
    related text not null default ''    -- import keys of own services that it needs or resembles, parted by blanks
) strict;

-- One walk along an index for each way of browsing, in the order in which pages show it.
create index service_by_name on service (government, lower(short_name), slug);
create index service_by_letter on service (government, substr(lower(short_name), 1, 1), lower(short_name), slug);
create index service_by_event on service (government, life_event, lower(short_name), slug);
create index service_by_kind on service (government, served_by_kind);
create index service_by_giver on service (government, unit_id);
create index service_by_key on service (government, import_key);
create index service_standard_in_force on service_standard (service_id, valid_from desc, version desc, valid_to);
create index unit_by_area on unit (government, area_code);
