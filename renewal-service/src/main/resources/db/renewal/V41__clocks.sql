-- When an account was last looked at, and a contract last reckoned: a later instant than now means that the clock was
-- ahead then, and that the next date was taken from a day that has not come.
alter table account add column looked_at timestamptz;
create index account_looked_at on account (looked_at);
alter table contract add column reckoned_at timestamptz;
create index contract_reckoned_at on contract (reckoned_at);
