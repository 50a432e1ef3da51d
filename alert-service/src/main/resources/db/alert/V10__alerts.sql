-- Accounts as their newest events showed them. A row is also the lock under which the account's alerts change.
create table account (
    id       text primary key,
    name     text        not null,
    owner    text,
    score    numeric(5, 2),
    band     text        not null,
    at       timestamptz not null,
    event_id text        not null collate "C"
);

-- One alert a flag from raising to clearing, or a milestone or outcome of a contract's term.
create table alert (
    id         uuid primary key,
    thread_id  uuid        not null,
    account_id text        not null,
    matter     text        not null,
    kind       text        not null,
    episode    text        not null collate "C",
    severity   text        not null,
    since      timestamptz not null,
    state      text        not null check (state in ('open', 'acknowledged', 'resolved', 'cleared', 'superseded')),
    state_at   timestamptz,
    state_by   text,
    revision   integer     not null,
    event_id   text        not null collate "C",
    event_type text        not null,
    event_at   timestamptz not null,
    event_data bytea       not null,
    unique (account_id, matter, kind, episode)
);

-- of a matter one alert is open
create unique index alert_open on alert (account_id, matter) where state in ('open', 'acknowledged');
create index alert_newest on alert (since desc, id desc);

-- One message to one person on one channel; the sequence of ids is the order in which a matter is told.
create table delivery (
    id             bigint generated always as identity primary key,
    alert_id       uuid        not null references alert,
    thread_id      uuid        not null,
    account_id     text        not null,
    matter         text        not null,
    channel        text        not null check (channel in ('slack', 'email')),
    revision       integer     not null,
    recipient      text        not null,
    status         text        not null check (status in ('due', 'sent', 'failed', 'cancelled')),
    attempts       integer     not null,
    created_at     timestamptz not null,
    due_at         timestamptz not null,
    leased_until   timestamptz,
    first_tried_at timestamptz,
    sent_at        timestamptz,
    last_error     text,
    event_id       text        not null,
    event_type     text        not null,
    event_at       timestamptz not null,
    event_data     bytea       not null,
    unique (alert_id, revision, channel)
);

create index delivery_due on delivery (channel, due_at, id) where status = 'due';
create index delivery_order on delivery (account_id, matter, channel, id) where status = 'due';
create index delivery_thread on delivery (thread_id);

-- Ids of events that were taken in, kept for a while, so that a repeat changes nothing.
create table inbox (
    event_id text primary key,
    taken_at timestamptz not null
);

create index inbox_age on inbox (taken_at);
