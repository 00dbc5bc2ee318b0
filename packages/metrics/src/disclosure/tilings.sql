-- Periods by the days that they have: some have the same. Which of them are made up of others: a year of tertials, the
-- agreement of years. A row for each part.
create or replace temp table span as
with cut as (
    select
        period_id,
        agreement,
        period_type,
        greatest(period_start, min(period_start) filter (period_type = 'agreement') over (partition by agreement)) as first_day,
        last_day
    from period
)
select *, min(period_id) over (partition by agreement, first_day, last_day) as span
from cut;

create or replace temp table tiling as
with inside as (
    select distinct
        whole.span as whole,
        part.period_type as part_type,
        part.span as part,
        whole.last_day - whole.first_day + 1 as days,
        part.last_day - part.first_day + 1 as part_days
    from span as whole
    join span as part
        on part.agreement = whole.agreement
        and part.span <> whole.span
        and part.first_day >= whole.first_day
        and part.last_day <= whole.last_day
)
select whole, part_type, part
from inside
qualify sum(part_days) over (partition by whole, part_type) = days;
