-- A message holds what it says: one alert, a group of them, a summary or a digest.
alter table delivery
    add column message_key text,
    add column address     text,
    add column because     text not null default 'it was told before',
    add column content     text,
    add column lane        text;

-- what waits, or may be tried again, goes on in the new form
update delivery
set message_key = thread_id || '.' || alert_id || '.' || revision,
    address = case channel when 'slack' then 'webhook' else lower(recipient) end,
    lane = 'account ' || account_id || ' ' || case channel when 'slack' then 'webhook' else lower(recipient) end,
    content = jsonb_build_object(
        'type', 'alert',
        'group', jsonb_build_object('accountId', account_id, 'items', jsonb_build_array(jsonb_build_object(
            'alert', alert_id, 'severity', 'LOW', 'state', 'open', 'by', null,
            'event', jsonb_build_object(
                'id', event_id, 'type', event_type, 'subject', account_id,
                'time', to_char(event_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'data', convert_from(event_data, 'UTF8')::jsonb)))))::text,
    recipient = jsonb_build_object(
        'email', recipient, 'slackId', null, 'place', case channel when 'slack' then 'webhook' end)::text;

alter table delivery
    alter column message_key set not null,
    alter column address set not null,
    alter column content set not null,
    alter column lane set not null,
    alter column because drop default,
    alter column alert_id drop not null,
    drop column event_type,
    drop column event_at,
    drop column event_data,
    drop constraint delivery_alert_id_revision_channel_recipient_key,
    add unique (message_key, channel, address);

drop index delivery_order;
create index delivery_order on delivery (lane, channel, id) where status = 'due';

-- counted by thread now
alter table alert drop column revision;
