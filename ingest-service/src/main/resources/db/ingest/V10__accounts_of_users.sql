-- Which account a user belongs to, as the newest call said that told it.
create table user_account (
    user_id    text        primary key,
    account_id text        not null,
    learned_at timestamptz not null, -- when that call happened, by its own time
    event_id   text        not null  -- of two calls at the same instant the larger id holds
);

-- Events whose user belongs to no account yet, in the order of their arrival.
create table parked (
    sequence       bigint generated always as identity primary key,
    user_id        text        not null,
    other_user_id  text, -- the same user under another id, such as the anonymous one
    event_id       text        not null unique, -- a repeated request parks nothing twice
    source         text        not null,
    type           text        not null,
    occurred_at    timestamptz not null,
    data           bytea       not null, -- the fact's JSON
    original       bytea       not null, -- what was sent, for the dead letter should the account stay unknown
    parked_at      timestamptz not null default now()
);
create index parked_by_user on parked (user_id);
create index parked_by_other_user on parked (other_user_id) where other_user_id is not null;
create index parked_by_age on parked (parked_at);
