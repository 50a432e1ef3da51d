-- Whoever put an alert off, beside whoever is on it.
alter table alert add column snoozed_by text;
update alert set snoozed_by = state_by where held = 'snoozed' and state = 'open';
