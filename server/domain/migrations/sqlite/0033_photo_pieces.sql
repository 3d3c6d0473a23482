-- A photo that comes in pieces, because the network breaks off: what has come of it, sealed, until it is whole.
create table feedback_photo_piece (
    case_id blob not null references feedback_case (id),
    number integer not null,            -- of the photo
    start integer not null,             -- where in the photo it belongs, in bytes
    length integer not null,            -- in bytes, unsealed
    size integer not null,              -- of the whole photo, in bytes
    bytes blob not null,
    since integer not null,
    primary key (case_id, number, start)
) strict;
create index feedback_photo_piece_since on feedback_photo_piece (since);

-- What a verifier has still to look at.
create index feedback_photo_unseen on feedback_photo (withheld_at, case_id) where withheld_reason = 'belum_diperiksa';
