-- The tally of every indicator, put together to cells.
insert into cell
with placed as (
    select
        tally.* replace (
            coalesce(gender, 'unknown') as gender,
            coalesce(age_group, 'unknown') as age_group,
            coalesce(district, 'unknown') as district
        ),
        -- of a mean, a median or a curve an amount is a person's value: beside it people are counted
        header.kind in ('mean', 'median', 'curve') as has_values
    from tally
    join indicator_header as header on header.id = tally.indicator
),
counted as (
    select
        indicator,
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
        coalesce(sum(if(has_values, units, amount)) filter (role = 'unknown_outside'), 0) as unknown_outside,
        coalesce(sum(if(has_values, units, amount)) filter (role = 'excluded'), 0) as excluded,
        sum(people) filter (role not in ('excluded', 'unknown_outside')) as people,
        max(heads) filter (role not in ('excluded', 'unknown_outside')) as heads,
        sum(people) filter (role = 'numerator') as numerator_people,
        max(heads) filter (role = 'numerator') as numerator_heads,
        sum(people) filter (role in ('denominator', 'unknown')) as complement_people,
        max(heads) filter (role in ('denominator', 'unknown')) as complement_heads,
        max(largest) filter (role = 'numerator') as largest,
        sum(units) filter (role = 'numerator') as units,
        sum(squares) filter (role = 'numerator') as squares,
        list_median(flatten(list(amounts) filter (amounts is not null and role = 'numerator'))) as median
    from placed
    group by grouping sets (
        (indicator, period_id, activity),
        (indicator, period_id, activity, gender),
        (indicator, period_id, activity, age_group),
        (indicator, period_id, activity, district),
        (indicator, period_id, activity, gender, age_group)
    )
    having activity is null or grouping(gender, age_group, district) = 7
)
select
    indicator,
    period_id,
    breakdown,
    category,
    numerator,
    complement,
    unknown,
    unknown_outside,
    excluded,
    -- those whom nobody identified may be the same as those who were: the greater number is certain
    coalesce(greatest(people, heads), 0) as people,
    coalesce(greatest(numerator_people, numerator_heads), 0) as numerator_people,
    coalesce(greatest(complement_people, complement_heads), 0) as complement_people,
    largest,
    numerator / nullif(units, 0) as mean,
    median,
    if(units > 1, sqrt(greatest(squares - numerator ** 2 / units, 0) / (units - 1)), null) as sd
from counted;

insert into people_in_role
select tally.indicator, period_id, role, reason, sum(people)
from tally
join indicator_header as header on header.id = tally.indicator
where activity is null and role <> 'behind' and header.counts = 'people'
group by tally.indicator, period_id, role, reason;
