-- Each milestone comes once per term, which is known by its first day, however its decision date is corrected.
alter table milestone add column starts_on date;
update milestone m set starts_on = t.starts_on
  from term_end t
 where t.account_id = m.account_id and t.contract_id = m.contract_id and m.decision_on between t.starts_on and t.ends_on;
update milestone m set starts_on = c.starts_on
  from contract c
 where m.starts_on is null and c.account_id = m.account_id and c.contract_id = m.contract_id
   and m.decision_on >= c.starts_on;
update milestone set starts_on = decision_on where starts_on is null; -- of a term that is known no more
delete from milestone m
 using milestone better
 where better.account_id = m.account_id and better.contract_id = m.contract_id and better.starts_on = m.starts_on
   and better.days = m.days
   and (better.outcome <> 'SKIPPED', better.decision_on) > (m.outcome <> 'SKIPPED', m.decision_on);
alter table milestone alter column starts_on set not null;
alter table milestone drop constraint milestone_pkey;
alter table milestone add primary key (account_id, contract_id, starts_on, days);
