-- Through which door a parked event came: its source may be renamed or gone once it becomes a dead letter.
alter table parked add column door text;
update parked set door = case
    when type in ('bellwether.usage', 'bellwether.user', 'bellwether.account') and not starts_with(user_id, source || '/')
    then 'SEGMENT' else 'WEBHOOK' end;
alter table parked alter column door set not null;
