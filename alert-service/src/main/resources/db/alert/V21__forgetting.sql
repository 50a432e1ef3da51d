-- What is forgotten by its age, and messages by their alert.
create index told_age on told (at);
create index digest_age on digest (until);
create index delivery_alone on delivery (created_at) where alert_id is null;
create index delivery_alert on delivery (alert_id);
