-- Who used what how much: a row an account, day and commit. Rows of a day that is over are merged into one by joining their
-- bytes (their format: dev.bellwether.health.score.memory.Uses). Read only for accounts that ever had internal users.
create table usage_detail (
    account_id text    not null,
    day        date    not null,
    detail_id  bigint  not null generated always as identity,
    uses       bytea   not null,
    merged     boolean not null default false,
    primary key (account_id, day, detail_id)
);
create index usage_detail_unmerged on usage_detail (account_id, day) where not merged;
