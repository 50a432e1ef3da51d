-- when a message was queued, or queued again by somebody who had it tried again
alter table delivery add column queued_at timestamptz;
update delivery set queued_at = created_at;
alter table delivery alter column queued_at set not null;
