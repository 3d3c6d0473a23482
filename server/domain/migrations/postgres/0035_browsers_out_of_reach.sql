-- A browser whose service nobody reaches any more: how often in a row, and since when.
alter table push_subscription add column unreached bigint not null default 0;
alter table push_subscription add column unreached_since bigint;
