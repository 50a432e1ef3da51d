-- Whom an account's alerts and digests are for: its owner, if that is an address at which somebody could be told.
alter table account add column reader text
    generated always as (case when owner ~ '^[^@ \t\n\v\f\r<>]{1,64}@[^@ \t\n\v\f\r<>]{1,255}$' then lower(owner) end) stored;
create index account_reader on account (reader) where reader is not null;
create index alert_assignee on alert (lower(assignee)) where assignee is not null;
create index alert_held on alert (held) where held is not null;

-- What waits or was given up is a small share of all messages.
create index delivery_status on delivery (status, id desc) where status in ('due', 'failed');
