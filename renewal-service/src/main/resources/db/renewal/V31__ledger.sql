-- When each version of a contract was heard. Those kept before count as heard when they were said.
alter table contract_fact add column heard_at timestamptz;
update contract_fact set heard_at = occurred_at;
alter table contract_fact alter column heard_at set not null;

-- What was said of accounts by which the ledger is grouped: append-only, a repeated event changes nothing.
create table account_fact (
    account_id   text collate "C" not null,
    event_id     text collate "C" not null,
    occurred_at  timestamptz not null,
    heard_at     timestamptz not null,
    owner        text,
    segment      text,
    status       text,
    churned_on   date,
    churn_reason text,
    primary key (account_id, event_id)
);
insert into account_fact (account_id, event_id, occurred_at, heard_at, owner)
select account_id, owner_event, owner_at, owner_at, owner from account where owner is not null;

-- On which days a subscription ran and what it was worth, and from when to when this was what was known. Derived from
-- contract_fact; what turns out otherwise is closed, never changed, so that every past answer can be given again.
create table stretch (
    account_id     text collate "C" not null,
    contract_id    text collate "C" not null,
    from_on        date not null,
    to_on          date not null, -- 9999-12-31 while nothing ends it
    currency       text not null, -- XXX while unknown
    annual_amount  bigint not null, -- minor units
    term_starts_on date, -- of the contract's first term, with the others null while it has no terms
    term_ends_on   date,
    last_ends_on   date, -- no term ends later
    notice_days    int,
    known_from     timestamptz not null,
    known_to       timestamptz not null default 'infinity'
);
create index stretch_account on stretch (account_id, contract_id) where known_to = 'infinity';

-- the sweep books what is there already
update account set look_at = least(look_at, now())
 where exists (select from contract_fact f where f.account_id = account.account_id);
