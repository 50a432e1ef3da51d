-- When a message was given up: operations are told of what is fresh.
alter table delivery add column given_up_at timestamptz;
create index delivery_given_up on delivery (given_up_at) where status = 'failed';
