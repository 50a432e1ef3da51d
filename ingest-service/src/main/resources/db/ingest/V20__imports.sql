-- Imports of CSV files, and how far each has come.
create table import (
    source       text        not null,
    id           text        not null,
    kind         text        not null,
    how          text        not null, -- mapping, zone and delimiter: a file that is sent again must be read as before
    as_of        timestamptz not null, -- when it happened, for rows that do not tell
    state        text        not null, -- running, interrupted or done
    attempt      int         not null default 1, -- the newest sender goes on; an older one may write no more
    columns_read text        not null default '{}', -- JSON: the file's columns to ours
    columns_ignored text     not null default '[]', -- JSON
    header       bytea       not null default '',
    delimiter    text        not null default ',',
    bytes        bigint      not null default 0, -- of the file, to the end of the last row that is settled
    total_bytes  bigint, -- as far as the sender told
    line         bigint      not null default 1, -- that follows it
    checksum     bigint      not null default 0, -- of those bytes
    published    bigint      not null default 0,
    refused      bigint      not null default 0,
    refused_kept bigint      not null default 0,
    refused_bytes bigint     not null default 0,
    started_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (source, id)
);
create index import_by_age on import (updated_at);

-- Rows that could not become facts, as they stood in the file.
create table import_refused (
    source   text   not null,
    id       text   not null,
    line     bigint not null,
    reason   text   not null,
    original bytea  not null,
    primary key (source, id, line),
    foreign key (source, id) references import on delete cascade
);
