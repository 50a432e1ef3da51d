-- The score from which one fell follows from the facts, as all of the past does: late ones correct it.
alter table flag drop column old_score;
