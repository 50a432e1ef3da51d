-- Through which door a parked event came: its source may be renamed or gone once it becomes a dead letter. The default is
-- for instances of the former version that still run while this one is rolled out.
alter table parked add column door text not null default 'SEGMENT';
update parked set door = 'WEBHOOK'
where type not in ('bellwether.usage', 'bellwether.user', 'bellwether.account') or starts_with(user_id, source || '/');
