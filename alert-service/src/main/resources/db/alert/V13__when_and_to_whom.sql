-- How far the telling of an alert has come, and when it is decided again.
alter table alert
    add column news          text        not null default 'none',
    add column held          text,
    add column look_at       timestamptz,
    add column told_severity text,
    add column told_to       text,
    add column told_at       timestamptz,
    add column quiet_until   timestamptz,
    add column step          integer     not null default 0,
    add column escalate_at   timestamptz,
    add column assignee      text,
    add column changed_at    timestamptz not null default now();

update alert set told_severity = severity;

create index alert_look on alert (look_at) where look_at is not null;
create index alert_account on alert (account_id, since);
create index alert_changed on alert (changed_at);

-- What is at stake, by contract, as the newest announcement of each said; JSON.
alter table account
    add column segment      text,
    add column annual_value text not null default '{}';
create index account_owner on account (lower(owner));

-- A message may be about several matters; JSON.
alter table delivery add column matters text not null default '[]';
update delivery set matters = jsonb_build_array(matter)::text;

-- One row a message: what a person was told, for budgets and against floods.
create table told (
    id         bigint generated always as identity primary key,
    person     text        not null,
    at         timestamptz not null,
    kind       text        not null check (kind in ('message', 'summary')),
    alert_id   uuid,
    alerts     integer     not null
);
create index told_person on told (person, at);

-- What was said of people, routes and silences; documents are JSON as the API takes them.
create table person (
    email    text primary key,
    document text        not null,
    at       timestamptz not null,
    by       text        not null
);

create table routing (
    version  integer generated always as identity primary key,
    document text        not null,
    at       timestamptz not null,
    by       text        not null
);

create table silence (
    id         uuid primary key,
    account    text,
    segment    text,
    kind       text,
    person     text,
    begins     timestamptz not null,
    until      timestamptz,
    ends_when  text        not null check (ends_when in ('time', 'cleared', 'recovered')),
    ends_kind  text,
    by         text        not null,
    reason     text        not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    check ((ends_when = 'time') = (until is not null))
);
create index silence_running on silence (begins) where ended_at is null;

-- One digest a person, period and day.
create table digest (
    person text        not null,
    period text        not null check (period in ('daily', 'weekly')),
    day    date        not null,
    until  timestamptz not null,
    at     timestamptz not null,
    primary key (person, period, day)
);

-- What somebody thought of an alert; the newest word counts.
create table verdict (
    alert_id uuid primary key references alert on delete cascade,
    verdict  text        not null check (verdict in ('useful', 'knew-it', 'false-alarm')),
    by       text        not null,
    at       timestamptz not null
);
