-- What others were last told of the account, whole: a new owner or name is news as much as a new band. Null name: nothing yet.
alter table account rename column settled_band to announced_band;
alter table account alter column announced_band drop not null;
alter table account add column announced_name text;
alter table account add column announced_owner text;
update account set announced_name = name, announced_owner = owner where announced_score is not null;
