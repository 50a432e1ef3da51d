-- Where consumption stands. A commit moves next_offset by compare-and-set; a new owner raises the epoch, which fences the old one.
create table consumed_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    epoch       bigint not null,
    primary key (topic, partition)
);

-- Every fact but usage, append-only: a repeat changes nothing, and the past can be asked for by filtering on occurred_at.
create table fact (
    account_id  text        not null,
    event_id    text        not null,
    type        text        not null,
    occurred_at timestamptz not null,
    data        jsonb       not null,
    primary key (account_id, event_id)
);

-- Who (kind U, hash of the user id) and what (kind F, hash of the feature) was active: a bit a day, 64 days a row.
create table activity (
    account_id text     not null,
    kind       char(1)  not null,
    key        bigint   not null,
    block      int      not null,
    mask       bigint   not null,
    primary key (account_id, kind, key, block)
);

-- How much was used on a day.
create table usage_day (
    account_id text    not null,
    day        date    not null,
    quantity   numeric not null,
    primary key (account_id, day)
);

-- One row an account: what the portfolio shows, and the memory of band and announced score.
create table account (
    account_id      text primary key,
    partition       int  not null,
    name            text not null,
    owner           text,
    segment         text,
    stage           text,
    first_day       date not null,
    as_of           date not null,
    score           numeric(5, 2),
    band            text not null,
    coverage        numeric(5, 4) not null,
    wau             int  not null,
    trend           double precision,
    days_inactive   int,
    arr             bigint,
    arr_currency    text,
    renewal_on      date,
    document        jsonb not null,
    settled_band    text not null,
    announced_score numeric(5, 2),
    unsettled_since timestamptz,
    updated_at      timestamptz not null
);
create index account_by_partition on account (partition, account_id);
create index account_unsettled on account (partition) where unsettled_since is not null;
create index account_by_score on account (score, account_id);
create index account_by_owner on account (owner, score);

-- One point a day and account.
create table health_day (
    account_id text not null,
    day        date not null,
    score      numeric(5, 2),
    band       text not null,
    document   jsonb not null,
    primary key (account_id, day)
);

create table flag (
    flag_id    text primary key,
    account_id text        not null,
    kind       text        not null,
    severity   text        not null,
    raised_on  date        not null,
    raised_at  timestamptz not null,
    sentence   text        not null,
    evidence   jsonb       not null,
    score      numeric(5, 2),
    old_score  numeric(5, 2),
    cleared_at timestamptz
);
create unique index flag_open on flag (account_id, kind) where cleared_at is null;
create index flag_by_account on flag (account_id, raised_at desc);

-- How far the turn of the day has come in each partition.
create table day_turn (
    partition     int primary key,
    day           date not null,
    after_account text not null,
    finished      boolean not null
);
