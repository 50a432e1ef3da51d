-- Of which event each of an account's annual values is, by contract; JSON: what comes late overwrites nothing newer.
alter table account add column annual_value_of text not null default '{}';
