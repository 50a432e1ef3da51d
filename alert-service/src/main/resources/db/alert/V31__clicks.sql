-- What a click came to, kept with what it changed: when only its answer in Slack failed it is not done once more.
alter table slack_action add column outcome text;
create index slack_action_order on slack_action (alert_id, at);
