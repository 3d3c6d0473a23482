-- When an administrator was last written to about changes that wait for a second person: one mail a day at most, however
-- many are proposed.
create table directory_reminder (
    account_id blob primary key references account (id),
    told_at integer not null
) strict;
