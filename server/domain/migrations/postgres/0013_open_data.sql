-- When a file of open data last came out different. The rows of the directory carry no time of their change, and a
-- restart must not make data look newer than they are.

create table dataset_version (
    government text not null references government (slug),
    file text not null,                 -- units.csv
    checksum text not null,             -- SHA-256 of the file, hexadecimal
    changed_at bigint not null,
    primary key (government, file)
);
