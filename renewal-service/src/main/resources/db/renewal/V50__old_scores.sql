-- Old scores are forgotten: those of long ago are found by their day.
create index score_day_day on score_day (day);
