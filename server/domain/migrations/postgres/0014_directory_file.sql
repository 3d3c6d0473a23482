-- Files that administrators bring: what one would change is shown before anything does, and then applied as one act.

-- A file between its dry run and its confirmation; forgotten after a day. Parsed, so that what is confirmed is what was
-- shown.
create table directory_file (
    id uuid primary key,
    government text not null references government (slug),
    kind text not null,                 -- unit, jabatan, layanan, standar, pejabat
    account_id uuid not null references account (id), -- who brought it, and alone sees it
    name text not null,
    content text not null,              -- JSON: columns, and rows with their lines
    reason text not null,
    decree text not null default '',
    created_at bigint not null
);
create index directory_file_by_age on directory_file (created_at);

-- A file builds on itself: a post may name one of an earlier row. So a batch has an order, which ids of one
-- millisecond do not have, and lists show it as one.
alter table directory_change add column number bigint not null default 0;
alter table directory_change add column batch_count bigint not null default 1;
create index directory_change_by_batch on directory_change (batch_id, number);
