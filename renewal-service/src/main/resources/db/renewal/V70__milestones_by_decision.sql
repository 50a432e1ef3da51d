-- A milestone that was told for one decision date may come again for another: what was done is kept for each.
alter table milestone drop constraint milestone_pkey;
alter table milestone add primary key (account_id, contract_id, starts_on, decision_on, days);
