-- The summary that told an alert: it shows when the alert is over.
alter table alert add column summary_id uuid;

-- What somebody thought of an alert, beside its state, for messages that are written again.
alter table alert
    add column verdict    text,
    add column verdict_by text;
update alert set verdict = v.verdict, verdict_by = v.by from verdict v where v.alert_id = alert.id;
