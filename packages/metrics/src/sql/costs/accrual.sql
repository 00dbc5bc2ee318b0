-- What either party agreed to for an agreement year accrues evenly over its days, and a period has what accrues on the days
-- of it up to `last_day`. Summed in millionths of an öre, so that each period is right to the öre and agreement
-- years are whole. The agreement years are those of `period`, cut where the agreement ends.
create or replace temp table accrual as
with award_year as (
    select
        award.agreement,
        award.item,
        award.ore,
        period.period_start as first_day,
        period.period_end as last_day,
        period.period_end - period.period_start + 1 as days
    from award
    join period on
        period.agreement = award.agreement
        and period.period_type = 'agreement_year'
        and period.period = award.year::varchar
),
overlap as (
    select
        period.period_id,
        award_year.item,
        award_year.ore,
        award_year.days,
        greatest(
            least(period.last_day, award_year.last_day) - greatest(period.period_start, award_year.first_day) + 1,
            0
        ) as days_in
    from award_year
    join period using (agreement)
),
summed as (
    select period_id, item, sum((2000000 * ore * days_in + days) // (2 * days)) as millionths
    from overlap
    group by period_id, item
)
select period_id, item, ((millionths + 500000) // 1000000)::hugeint as ore
from summed;
