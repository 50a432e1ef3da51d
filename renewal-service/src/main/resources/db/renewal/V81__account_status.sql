-- What an account says of itself. Once it is gone, nobody has to be called about contracts that began before.
alter table account
    add column status text, add column status_at timestamptz, add column status_event text,
    add column churned_on text, add column churned_on_at timestamptz, add column churned_on_event text,
    add column gone_on date;

update account set status = said.status, status_at = said.occurred_at, status_event = said.event_id
  from (select distinct on (account_id) account_id, status, occurred_at, event_id
          from account_fact where status is not null
         order by account_id, occurred_at desc, event_id desc) said
 where said.account_id = account.account_id;
update account set churned_on = said.churned_on::text, churned_on_at = said.occurred_at, churned_on_event = said.event_id
  from (select distinct on (account_id) account_id, churned_on, occurred_at, event_id
          from account_fact where churned_on is not null
         order by account_id, occurred_at desc, event_id desc) said
 where said.account_id = account.account_id;
update account set gone_on = coalesce(churned_on::date, (status_at at time zone 'UTC')::date), look_at = least(look_at, now())
 where status = 'churned';
