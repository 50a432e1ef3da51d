-- An attempt that got no answer may have arrived all the same: whoever may have read it hears the end, too.
alter table delivery add column may_have_arrived boolean not null default false;

-- One message may go to several mailboxes: the end of a matter is told to everybody who heard of it.
alter table delivery drop constraint delivery_alert_id_revision_channel_key;
alter table delivery add unique (alert_id, revision, channel, recipient);

-- What is long over is forgotten, an alert with its messages.
alter table delivery drop constraint delivery_alert_id_fkey;
alter table delivery add foreign key (alert_id) references alert on delete cascade;
create index alert_thread on alert (thread_id);
create index alert_over on alert (event_at) where state not in ('open', 'acknowledged');
