-- What people said became of a term: append-only, the newest word on a term counts.
create table outcome (
    outcome_id  bigint generated always as identity primary key, -- in the order in which they were said
    account_id  text collate "C" not null,
    contract_id text collate "C" not null,
    starts_on   date not null, -- of the term
    result      text not null, -- renewed or churned
    cause       text, -- one of the configured causes
    reason      text, -- in free words
    said_by     text not null,
    said_at     timestamptz not null
);
create index outcome_term on outcome (account_id, contract_id, starts_on, outcome_id desc);

-- Since when the cause of a loss is no more: append-only, the newest word on a cause counts; null takes a fix back.
create table cause_fix (
    fix_id   bigint generated always as identity primary key, -- in the order in which they were said
    cause    text not null,
    fixed_on date,
    note     text,
    said_by  text not null,
    said_at  timestamptz not null
);
create index cause_fix_cause on cause_fix (cause, fix_id desc);
