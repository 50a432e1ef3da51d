-- How often a message may have arrived though nobody said so: where a repeat is read as another message it is not sent
-- without end.
alter table delivery add column unanswered integer not null default 0;
