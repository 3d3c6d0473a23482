-- Who gave or ended a role at the desk, and why. The role itself lies in role_grant; this is what is told of it.
create table role_change (
    id uuid primary key,
    grant_id uuid not null references role_grant (id),
    government text not null references government (slug),
    act text not null,                 -- given, ended
    reason text not null,
    by_account_id uuid not null references account (id),
    at bigint not null
);
create index role_change_by_government on role_change (government, at);
create index role_grant_by_government on role_grant (government, ended_at);
