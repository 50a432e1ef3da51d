-- The segment belongs to what others were last told of the account.
alter table account add column announced_segment text;
