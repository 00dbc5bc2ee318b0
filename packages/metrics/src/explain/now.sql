-- The people behind a figure as the warehouse stands, from the units that were counted last.
create or replace temp table explained_person as
select unit.role, unit.reason, unit.person
from unit
join period using (period_id)
left join person_known as known on
    known.period_id = unit.period_id and known.person = if(unit.activity is null, unit.person, null)
where
    unit.person is not null
    and period.agreement = $agreement
    and period.period = $period
    and unit.activity is not distinct from $activity
    and ($gender is null or coalesce(known.gender, 'unknown') = $gender)
    and ($age_group is null or coalesce(known.age_group, 'unknown') = $age_group)
    and ($district is null or coalesce(known.district, 'unknown') = $district);

create or replace temp table explained_part as
select role, reason, count(*)::integer as people
from explained_person
group by role, reason;
