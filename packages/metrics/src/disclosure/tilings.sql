-- Which periods are made up of others: a year of tertials, the agreement of years. A row for the whole and one for each part.
create or replace temp table tiling as
with span as (
    select
        period_id,
        agreement,
        period_type,
        greatest(period_start, min(period_start) filter (period_type = 'agreement') over (partition by agreement)) as first_day,
        last_day
    from period
),
inside as (
    select whole.period_id as whole, whole.first_day, whole.last_day, part.period_type as part_type, part.period_id, part.last_day - part.first_day + 1 as days
    from span as whole
    join span as part
        on part.agreement = whole.agreement
        and part.period_type <> whole.period_type
        and part.first_day >= whole.first_day
        and part.last_day <= whole.last_day
),
tiled as (
    select whole, part_type
    from inside
    group by whole, part_type, first_day, last_day
    having sum(days) = last_day - first_day + 1
)
select whole, part_type, period_id from inside join tiled using (whole, part_type)
union all
select whole, part_type, whole from tiled;
