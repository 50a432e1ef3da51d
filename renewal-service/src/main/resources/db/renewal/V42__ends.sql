-- An end that was taken back keeps its row without an outcome: how often it was told tells apart what is told later.
alter table term_end alter column outcome drop not null;
alter table term_end add column told int not null default 1;
alter table term_end alter column told set default 0;

-- Says whether the past terms of a contract are the ones that are kept.
create table past_digest (
    account_id  text collate "C" not null,
    contract_id text not null,
    digest      text not null,
    primary key (account_id, contract_id)
);

-- What was foretold by a clock that was ahead is foretold anew when its day comes.
alter table forecast_day add column taken_at timestamptz;
update forecast_day set taken_at = taken_on;
alter table forecast_day alter column taken_at set not null;
alter table forecast_day add column ahead boolean not null default false;
alter table prediction add column predicted_at timestamptz;
update prediction set predicted_at = predicted_on;
alter table prediction alter column predicted_at set not null;
alter table prediction add column ahead boolean not null default false;
create index prediction_predicted_at on prediction (predicted_at) where not ahead;

-- the sweep counts all past terms anew
update account set look_at = least(look_at, now())
 where exists (select from contract_fact f where f.account_id = account.account_id);
