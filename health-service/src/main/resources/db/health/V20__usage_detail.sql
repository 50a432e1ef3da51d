-- Who used what how much: a row an account, day and commit. Rows of a day that is over are merged into one by joining their
-- bytes (their format: dev.bellwether.health.score.memory.Uses). Read only for accounts that ever had internal users.
-- One index for all, as every commit adds rows: those of an account that are to be merged lie side by side in it.
create table usage_detail (
    account_id text    not null,
    merged     boolean not null default false,
    day        date    not null,
    detail_id  bigint  not null generated always as identity,
    uses       bytea   not null,
    primary key (account_id, merged, day, detail_id)
);
