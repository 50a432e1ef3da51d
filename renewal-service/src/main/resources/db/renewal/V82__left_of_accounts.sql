-- Whose account it was that left a calendar, so that all that is kept of an account can be found.
alter table calendar_left add column account_id text collate "C";
update calendar_left l set account_id = e.account_id from calendar_event e where e.uid = l.uid;
delete from calendar_left where account_id is null;
alter table calendar_left alter column account_id set not null;
create index calendar_left_account on calendar_left (account_id);
create index calendar_left_at on calendar_left (left_at);

-- the sweep looks again at what was noted by other rules
update account set look_at = least(look_at, now())
 where exists (select from contract_fact f where f.account_id = account.account_id);
