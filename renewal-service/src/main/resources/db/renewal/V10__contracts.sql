-- An account as its newest facts and the health-service tell it. Its row is also the lock under which everything of the
-- account changes. Every profile field bears the instant and the event that said it, so that order of arrival never matters.
create table account (
    account_id      text collate "C" primary key,
    name            text,
    name_at         timestamptz,
    name_event      text,
    owner           text,
    owner_at        timestamptz,
    owner_event     text,
    time_zone       text,
    time_zone_at    timestamptz,
    time_zone_event text,
    currency        text,
    currency_at     timestamptz,
    currency_event  text,
    score           numeric,
    band            text,
    health_at       timestamptz,
    health_event    text,
    settles_at      timestamptz, -- nothing is told before, unless the profile is complete; null once settled
    look_at         timestamptz  -- when the sweep is to look; null when nothing can happen by itself
);
create index account_look_at on account (look_at) where look_at is not null;
create index account_owner on account (lower(owner));

-- The versions of contracts as they came: append-only, a repeated event changes nothing, folded when read.
create table contract_fact (
    account_id  text collate "C" not null,
    event_id    text collate "C" not null,
    contract_id text not null,
    occurred_at timestamptz not null,
    data        text not null, -- the event's own JSON document, read by the codec of the contracts
    primary key (account_id, event_id)
);
create index contract_fact_contract on contract_fact (contract_id);

-- Derived: where each contract stood at the last look. For lists only.
create table contract (
    account_id    text collate "C" not null,
    contract_id   text collate "C" not null,
    kind          text not null,
    status        text not null,
    starts_on     date,
    ends_on       date,
    decision_on   date,
    listed_on     date not null, -- the decision date; the end of days while there is none
    auto_renew    boolean not null,
    currency      text,
    annual_amount bigint not null, -- minor units
    primary key (account_id, contract_id)
);
create index contract_listed_on on contract (listed_on, account_id, contract_id);

-- Flags of the account in their newest words. A cleared flag stays, so that a late repeat cannot open it again.
create table flag (
    account_id text collate "C" not null,
    flag_id    text collate "C" not null,
    severity   text not null,
    raised_at  timestamptz not null,
    sentence   text not null,
    cleared    boolean not null,
    said_at    timestamptz not null,
    event_id   text collate "C" not null,
    primary key (account_id, flag_id)
);

-- Milestones that were told (in time or late) or passed over, with the account's health on that day.
create table milestone (
    account_id  text collate "C" not null,
    contract_id text not null,
    decision_on date not null,
    days        int not null,
    outcome     text not null,
    noted_on    date not null, -- a day of the account's time zone
    score       numeric,
    band        text not null,
    primary key (account_id, contract_id, decision_on, days)
);

-- How terms ended, with the account's health on the day on which that was noted.
create table term_end (
    account_id    text collate "C" not null,
    contract_id   text not null,
    starts_on     date not null,
    ends_on       date not null,
    outcome       text not null,
    currency      text,
    annual_amount bigint not null,
    noted_on      date not null,
    score         numeric,
    band          text not null,
    primary key (account_id, contract_id, ends_on)
);
