-- What the other side calls a message, so that it can be edited and answered.
alter table delivery add column reference text not null default '';
create index delivery_reference on delivery (thread_id, channel, address, id) where reference <> '';

-- More ways out.
alter table delivery drop constraint delivery_channel_check;
alter table delivery add constraint delivery_channel_check
    check (channel in ('slack', 'email', 'webhook', 'teams', 'pagerduty'));

-- What people did in Slack, kept before Slack is answered, until it is done.
create table slack_action (
    id           text primary key,
    alert_id     uuid        not null,
    action       text        not null,
    user_id      text        not null,
    user_name    text        not null,
    response_url text        not null,
    message      text        not null,
    at           timestamptz not null,
    status       text        not null check (status in ('due', 'done', 'failed')),
    attempts     integer     not null,
    due_at       timestamptz not null
);

create index slack_action_due on slack_action (due_at) where status = 'due';

-- Who wants no mails any more.
create table mail_opt_out (
    email text primary key,
    at    timestamptz not null
);
