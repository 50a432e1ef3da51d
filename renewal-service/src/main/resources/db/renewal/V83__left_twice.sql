-- Who became a customer again has left on no day yet.
update account set churned_on = '', churned_on_at = said.occurred_at, churned_on_event = said.event_id
  from (select distinct on (account_id) account_id, occurred_at, event_id
          from account_fact where status = 'active'
         order by account_id, occurred_at desc, event_id desc) said
 where said.account_id = account.account_id
   and (account.churned_on is null
        or (account.churned_on_at, account.churned_on_event collate "C") <= (said.occurred_at, said.event_id));
update account set gone_on = (status_at at time zone 'UTC')::date, look_at = least(look_at, now())
 where status = 'churned' and churned_on = '';

-- What was noted of ends long over by other rules is put right in silence, as if it were noted on the day of the update
-- (which is the latest that any time zone has): that the rules changed is no news of a customer.
update term_end set noted_on = (now() at time zone 'UTC' + interval '14 hours')::date
 where outcome is not null and ends_on < current_date - 90;
