create or replace temp table counted_result as
select * exclude (target, goal, trust)
from result;

-- What was counted before of settled periods, and stands.
insert into result by name
from published_counted_result
semi join settled_figure using (agreement, indicator, period_type, period);

insert into people_in_role
select indicator, period_id, role, reason, sum(people)
from settled_part
where activity is null
group by indicator, period_id, role, reason;

-- The people behind it, where disclosure control takes them one by one.
insert into counted_person
select part.indicator, part.period_id, part.activity, member.person, part.role, part.reason
from settled_part as part
join people_set_person as member using (people_set)
where part.agreement not in (from crowded_agreement);

drop table settled_part;
