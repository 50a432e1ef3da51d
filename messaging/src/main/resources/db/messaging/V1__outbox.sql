-- Announcements on their way to Kafka. A row lives from the commit of what it announces until the broker's acknowledgement.
create table outbox (
    sequence   bigint generated always as identity primary key,
    event_id   text        not null,
    type       text        not null,
    source     text        not null,
    account_id text        not null,
    time       timestamptz not null,
    data       bytea       not null,
    created_at timestamptz not null default now()
);
