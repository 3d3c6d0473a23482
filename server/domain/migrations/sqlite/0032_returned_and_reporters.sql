-- Letters that came back, and reporters among those who are told.

-- On how many days somebody was written to, which numbers their letters; how many of these in a row came back, and the
-- number of the last that did, so that the same returned mail counts once.
alter table follower add column number integer not null default 0;
alter table follower add column returned integer not null default 0;
alter table follower add column returned_number integer not null default 0;

-- Whoever sent this case and left an address. It lies in the vault and nowhere else: this row holds none, and nothing that
-- would join two cases of one reporter.
alter table follower add column case_id blob references feedback_case (id);
create unique index follower_case on follower (case_id);
