-- Whether the row only says that two ids are the same user. What a call says itself of the account counts more, however
-- early it happened: such a row never keeps it out.
alter table user_account add column linked boolean not null default false;
update user_account set linked = true where account_id is null;
