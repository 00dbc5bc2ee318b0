-- What was awarded for an agreement year accrues day by day over it. What has accrued up to a day is rounded to
-- the öre, and a period has what accrued up to its end less what had up to its start: so parts of a year sum to the
-- year and years to the whole, exactly. The agreement years are those of `period`, cut where the agreement ends.
create or replace temp macro accrued(ore, elapsed, days) as (2 * ore * elapsed + days) // (2 * days);

create or replace temp table accrual as
with award_year as (
    select
        award.agreement,
        award.ore,
        period.period_start as first_day,
        period.period_end - period.period_start + 1 as days
    from award
    join period on
        period.agreement = award.agreement
        and period.period_type = 'agreement_year'
        and period.period = award.year::varchar
),
elapsed as (
    select
        period.period_id,
        ore,
        days,
        least(greatest(period.period_start - first_day, 0), days) as before,
        least(greatest(period.last_day - first_day + 1, 0), days) as through
    from award_year
    join period using (agreement)
)
select period_id, sum(accrued(ore, through, days) - accrued(ore, before, days))::hugeint as ore
from elapsed
group by period_id;
