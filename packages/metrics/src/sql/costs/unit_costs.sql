-- The three bases of a unit cost. Own cash has paid for costs that are booked already; what the books do not
-- know of is effort in kind and volunteers' hours, so only those come on top of cost. An activity has the basis
-- of cost alone: payments and effort are for the agreement as a whole.
create or replace temp table cost_base as
with part (basis, item) as (
    values
        ('municipality', 'funding_paid'),
        ('cost', 'cost'),
        ('cost_with_own_contribution', 'cost'),
        ('cost_with_own_contribution', 'in_kind'),
        ('cost_with_own_contribution', 'volunteer_value')
),
summed as (
    select
        money.period_id,
        money.activity,
        part.basis,
        sum(money.amount) as amount,
        coalesce(min(money.status) filter (money.status != 'ok'), 'ok') as status,
        min(money.people) as people
    from money
    join part using (item)
    where money.activity is null or part.basis = 'cost'
    group by all
)
select * replace (if(status = 'ok', amount, null)::decimal(18, 2) as amount)
from summed;

-- What unit costs are per: figures that were counted before, of the agreement and of its activities.
create or replace temp view counted_figure as
select
    period.period_id,
    if(result.breakdown = 'activity', result.category, null) as activity,
    result.indicator,
    result.value,
    result.numerator,
    result.people,
    result.smallest_part,
    result.status
from result
join period using (agreement, period_type, period)
where result.breakdown in ('total', 'activity') and result.basis = '';
