-- How many units stand under each is counted from the index alone.
drop index unit_by_parent;
create index unit_by_parent on unit (parent_id, valid_from, valid_to);
