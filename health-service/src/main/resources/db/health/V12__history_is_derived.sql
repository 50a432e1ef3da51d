-- Past days are worked out from the facts when they are asked for: a stored history would have to be corrected by every late fact.
drop table health_day;
