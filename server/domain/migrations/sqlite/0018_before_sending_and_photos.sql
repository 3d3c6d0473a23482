-- What happens before a report is sent and with its photos: following a case instead of sending it again, photos that
-- were never sent, photos of an answer, and the fingerprint by which a photo that was used before is recognised.

-- Who says "this happens to me, too": a number each, once. The hash is of an account or of one form's random key, so
-- that it counts once and names nobody.
create table feedback_follow (
    case_id blob not null references feedback_case (id),
    by_hash blob not null,
    at integer not null,                    -- to the hour, as everything that a resident does
    primary key (case_id, by_hash)
) strict;
alter table feedback_case add column follow_count integer not null default 0;
create index feedback_public_by_area on feedback_case (government, area_code, published_at desc, id desc) where published_at is not null;

-- A photo of the reporter has no step; one of an answer has the step it belongs to.
alter table feedback_photo add column step_number integer;
alter table feedback_photo add column taken_on text;                   -- day, as its uploader says; never from the file
alter table feedback_photo add column taken_at text not null default ''; -- place, likewise
alter table feedback_photo add column fingerprint integer;            -- 64 bits; null of a picture without features
alter table feedback_photo add column withheld_at integer;
alter table feedback_photo add column withheld_reason text;

-- Five parts of each fingerprint, with the part's number in front: two that differ in at most four bits share one.
create table feedback_photo_part (
    part integer not null,
    case_id blob not null references feedback_case (id),
    number integer not null,
    primary key (part, case_id, number)
) strict;

-- Photos kept for a form that was not sent yet.
create table feedback_photo_waiting (
    file text primary key,
    since integer not null
) strict;
create index feedback_photo_waiting_since on feedback_photo_waiting (since);
create index feedback_photo_file on feedback_photo (file);
