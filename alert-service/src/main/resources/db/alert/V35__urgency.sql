-- What is urgent does not queue behind what is not: 0 critical, 1 aloud, 2 shown anew in silence. What waits before
-- something more urgent in its lane is as urgent.
alter table delivery add column urgency smallint not null default 1 check (urgency in (0, 1, 2));
drop index delivery_due;
create index delivery_due on delivery (channel, urgency, due_at, id) where status = 'due';
