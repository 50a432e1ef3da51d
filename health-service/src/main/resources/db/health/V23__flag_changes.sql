-- What became of a flag, append-only: as of a past day it is as it was told by then, and not as it is told now.
create table flag_change (
    flag_id   text        not null,
    change_id bigint      not null generated always as identity,
    at        timestamptz not null,
    severity  text        not null,
    sentence  text        not null,
    evidence  jsonb       not null,
    primary key (flag_id, change_id)
);

-- Of flags from before only what was told last is known.
insert into flag_change (flag_id, at, severity, sentence, evidence)
select flag_id, raised_at, severity, sentence, evidence from flag;
