-- What is told of a reporter's step bears the beginning of its hour, and stands above all else of that hour.
drop index notice_by_account;
create index notice_by_account on notice (account_id, (created_at + case when created_at % 3600000 = 0 then 3599999 else 0 end), id);
