-- A customer of a sender may belong to whomever another one belongs to (a deal to its company): the other one is asked
-- anew each time, so that it does not matter which of the two was learned first. account_id holds until the other one
-- has an account; none, when there is none to begin with.
alter table user_account alter column account_id drop not null;
alter table user_account add column via text;
