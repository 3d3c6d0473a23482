-- A photo that comes in pieces, because the network breaks off: what has come of it, sealed, until it is whole.
create table feedback_photo_piece (
    case_id uuid not null references feedback_case (id),
    number bigint not null,             -- of the photo
    start bigint not null,              -- where in the photo it belongs, in bytes
    length bigint not null,             -- in bytes, unsealed
    size bigint not null,               -- of the whole photo, in bytes
    bytes bytea not null,
    since bigint not null,
    primary key (case_id, number, start)
);
create index feedback_photo_piece_since on feedback_photo_piece (since);

-- What a verifier has still to look at.
create index feedback_photo_unseen on feedback_photo (withheld_at, case_id) where withheld_reason = 'belum_diperiksa';
