-- By which configuration the today list was reckoned: one row.
create table reckoned_by (configured text not null);
insert into reckoned_by values ('');
