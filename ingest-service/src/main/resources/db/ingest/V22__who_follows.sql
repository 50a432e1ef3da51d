-- When an account is learned, what waits for those who follow is found without reading all.
create index user_account_by_via on user_account (via) where via is not null;
