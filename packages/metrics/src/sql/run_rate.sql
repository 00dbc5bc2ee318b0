-- What a total that still runs comes to at the end of its period at the rate so far, as a note beside the target.
-- The rate is per open week: an ISO week with at least one session. As many weeks are taken to be open in the rest
-- of the period as in the same weeks a year before; while there is no year before, the share open so far. Fewer than
-- four open weeks are no rate.
create or replace temp table run_rate as
with running as (
    select period.*
    from period
    where period.last_day < period.period_end
),
open_week as (
    select distinct period.agreement, date_trunc('week', open_day.date)::date as week
    from open_day
    join period using (period_id)
    where open_day.activity is null and period.period_type = 'agreement'
),
counted as (
    select
        running.period_id,
        count(open_week.week) filter (
            open_week.week between date_trunc('week', greatest(running.period_start, terms.first_day)) and running.last_day
        ) as weeks_open,
        count(open_week.week) filter (
            open_week.week + 364 > running.last_day and open_week.week + 364 <= running.period_end
        ) as weeks_open_a_year_before,
        (least(running.period_end, terms.last_day) - running.last_day) / 7 as weeks_left,
        (running.last_day - greatest(running.period_start, terms.first_day) + 1) / 7 as weeks_so_far,
        terms.first_day <= running.last_day - 364 as has_year_before
    from running
    join agreement_terms as terms using (agreement)
    left join open_week using (agreement)
    group by all
)
select
    period_id,
    1 + if(has_year_before, weeks_open_a_year_before, weeks_left * weeks_open / weeks_so_far) / weeks_open as growth
from counted
where weeks_open >= 4;

update result
set note = printf('run_rate=%d', round(result.value * run_rate.growth)::bigint)
from period
join run_rate using (period_id), indicator_header as header
where
    (period.agreement, period.period_type, period.period) = (result.agreement, result.period_type, result.period)
    and header.id = result.indicator
    and header.accrues
    and result.status = 'ok'
    and result.breakdown = 'total'
    and result.target is not null;
