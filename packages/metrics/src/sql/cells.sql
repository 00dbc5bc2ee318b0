-- The units of one indicator, counted in every cell at once. Rows of an activity are about that activity
-- alone, and hence count in no other breakdown.
insert into cell
with known as (
    select
        unit.period_id,
        unit.activity,
        unit.person,
        unit.role,
        coalesce(unit.amount, 1) as amount,
        if(unit.person is null, unit.heads, null) as heads,
        coalesce(if(unit.person is null, unit.gender, person_known.gender), 'unknown') as gender,
        coalesce(if(unit.person is null, unit.age_group, person_known.age_group), 'unknown') as age_group,
        coalesce(if(unit.person is null, unit.district, person_known.district), 'unknown') as district
    from unit
    left join person_known using (period_id, person)
)
select
    $indicator as indicator,
    period_id,
    case grouping(gender, age_group, district)
        when 7 then if(activity is null, 'total', 'activity')
        when 3 then 'gender'
        when 5 then 'age_group'
        when 6 then 'district'
        when 1 then 'gender*age_group'
    end as breakdown,
    coalesce(activity, concat_ws('*', gender, age_group, district)) as category,
    coalesce(sum(amount) filter (role = 'numerator'), 0) as numerator,
    coalesce(sum(amount) filter (role in ('denominator', 'unknown')), 0) as complement,
    coalesce(sum(amount) filter (role = 'unknown'), 0) as unknown,
    coalesce(sum(amount) filter (role = 'unknown_outside'), 0) as unknown_outside,
    coalesce(sum(amount) filter (role = 'excluded'), 0) as excluded,
    greatest(
        count(person) filter (role in ('numerator', 'denominator', 'unknown', 'behind')),
        max(heads) filter (role in ('numerator', 'denominator', 'unknown', 'behind'))
    ) as people,
    greatest(count(person) filter (role = 'numerator'), max(heads) filter (role = 'numerator')) as numerator_people,
    greatest(
        count(person) filter (role in ('denominator', 'unknown')),
        max(heads) filter (role in ('denominator', 'unknown'))
    ) as complement_people,
    max(amount) filter (role = 'numerator' and person is not null) as largest,
    avg(amount) filter (role = 'numerator') as mean,
    stddev_samp(amount) filter (role = 'numerator') as sd
from known
group by grouping sets (
    (period_id, activity),
    (period_id, activity, gender),
    (period_id, activity, age_group),
    (period_id, activity, district),
    (period_id, activity, gender, age_group)
)
having activity is null or grouping(gender, age_group, district) = 7;
