-- Nobody reads what a contract was worth, and how its account stood, from these notes: events and the ledger tell it.
alter table term_end drop column currency, drop column annual_amount, drop column score, drop column band;
alter table milestone drop column score, drop column band;
