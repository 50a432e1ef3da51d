-- The newest opinion of a customer success manager on the account.
alter table account add column pulse int;
alter table account add column pulse_author text;
alter table account add column pulse_at timestamptz;
alter table account add column pulse_event text;

-- The last score of each day on which it moved, for its trend.
create table score_day (
    account_id text collate "C" not null,
    day        date not null, -- UTC
    score      numeric not null,
    said_at    timestamptz not null,
    event_id   text collate "C" not null,
    primary key (account_id, day)
);

-- Derived, like all of the contract: what is at stake, for the today list. Reckoned at every look and when the day turns.
alter table contract add column owner text; -- in small letters
alter table contract add column zone text not null default 'UTC';
alter table contract add column gravity int not null default 0; -- of the open flags
alter table contract add column reckoned_on date; -- a day of the account's time zone; null when it is not on the list
alter table contract add column band text;
alter table contract add column milestone int;
alter table contract add column past_terms bigint;
alter table contract add column past_renewed bigint;
alter table contract add column at_risk bigint; -- minor units
alter table contract add column rank double precision;
alter table contract add column reckon_at timestamptz; -- when it is to be reckoned again by itself
create index contract_reckon_at on contract (reckon_at) where reckon_at is not null;
create index contract_today on contract ((-rank), (-gravity), account_id, contract_id) where rank is not null;
create index contract_today_of_owner on contract (owner, (-rank), (-gravity), account_id, contract_id)
    where rank is not null;
update account set look_at = now() where account_id in (select account_id from contract);

-- What people said and did about a term: append-only, folded when read.
create table desk_entry (
    entry_id    uuid primary key,
    account_id  text collate "C" not null,
    contract_id text collate "C" not null,
    starts_on   date not null, -- of the term
    said_at     timestamptz not null,
    said_by     text not null,
    kind        text not null, -- call, note or task
    call        text,
    step        text, -- of the playbook, or the id of a task of one's own
    title       text, -- of a task of one's own
    note        text,
    done        boolean,
    assignee    text,
    due_on      date
);
create index desk_entry_term on desk_entry (account_id, contract_id, starts_on, said_at);

-- Calendar feeds: who knows the token reads the feed; only its digest is kept.
create table calendar (
    calendar_id uuid primary key,
    digest      text not null unique, -- SHA-256, hexadecimal
    owner       text not null, -- in small letters
    made_at     timestamptz not null,
    made_by     text not null
);

-- The decision dates as calendars show them; the sequence rises with every change.
create table calendar_event (
    uid         text primary key,
    account_id  text collate "C" not null,
    contract_id text collate "C" not null,
    starts_on   date not null, -- of the term
    owner       text,
    day         date not null,
    summary     text not null,
    description text not null,
    cancelled   boolean not null,
    sequence    int not null,
    changed_at  timestamptz not null
);
create index calendar_event_owner on calendar_event (owner, day);
create index calendar_event_contract on calendar_event (account_id, contract_id);
