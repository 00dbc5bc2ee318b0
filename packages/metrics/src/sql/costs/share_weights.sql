-- Cost that no activity has alone, and by what each agreement shares it: what was counted in the period, or fixed
-- shares. Weights are billionths, so that hours and shares are whole numbers too; who has the parts has
-- the weights, so `people` goes with them.
create or replace temp table to_share as
select period.period_id, (sum(money_row.amount) * 100)::hugeint as ore
from money_row
join period on
    period.agreement = money_row.agreement
    and money_row.date between period.period_start and period.last_day
where money_row.item = 'cost_shared'
group by period.period_id;

create or replace temp table share_weight as
select
    period.period_id,
    result.category as activity,
    round(result.value * 1e9)::hugeint as weight,
    result.indicator as allocated_by,
    result.people
from period
join cost_terms using (agreement)
join result using (agreement, period_type, period)
where
    result.breakdown = 'activity'
    and result.status = 'ok'
    and result.indicator = case cost_terms.basis
        when 'hours' then 'activity_hours'
        when 'attendances' then 'attendances'
        when 'sessions' then 'sessions'
    end
union all
select period.period_id, fixed_share.activity, round(fixed_share.share * 1e9)::hugeint, null, null
from period
join cost_terms using (agreement)
join fixed_share using (agreement)
where cost_terms.basis = 'fixed';
