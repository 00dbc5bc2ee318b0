-- The three bases of a unit cost. Own cash has paid for costs that are booked already; what the books do not
-- know of is effort in kind and volunteers' hours, so only those come on top of cost. An activity has the basis
-- of cost alone: payments and effort are for the agreement as a whole.
create or replace temp table cost_part as
from (
    values
        ('municipality', 'funding_paid'),
        ('cost', 'cost'),
        ('cost_with_own_contribution', 'cost'),
        ('cost_with_own_contribution', 'in_kind'),
        ('cost_with_own_contribution', 'volunteer_value')
) as part (basis, item);

create or replace temp table cost_base as
with summed as (
    select
        money.period_id,
        money.activity,
        part.basis,
        sum(money.amount) as amount,
        coalesce(min(money.status) filter (money.status != 'ok'), 'ok') as status,
        min(money.people) as people
    from money
    join cost_part as part using (item)
    where money.activity is null or part.basis = 'cost'
    group by all
)
select * replace (if(status = 'ok', amount, null)::decimal(18, 2) as amount)
from summed;

-- The same of the agreement as a whole, by calendar year: an agreement year has two, and each its own prices.
create or replace temp table yearly_cost as
select period.period_id, part.basis, year(money_row.date) as year, sum(money_row.amount)::decimal(18, 2) as amount
from money_row
join period on
    period.agreement = money_row.agreement
    and money_row.date between period.period_start and period.last_day
join cost_part as part on
    part.item = if(money_row.item in ('cost_direct', 'cost_shared'), 'cost', money_row.item)
group by all;

-- What a krona of a year is in kronor of the year in which the agreement began, by annual averages of Statistics
-- Sweden's consumer price index, both from one series. Series begin with "SCB KPI", and differ in their base year. The
-- one with 1980=100 ended in 2025; it is joined to 2020=100, whose annual average for 2020 is 100 by definition.
-- `without_index` are the years whose index is missing for that.
create or replace temp table price_change as
with delivered as (
    select agreement, series, period, any_value(value)::double as value
    from reference
    where series ilike 'SCB KPI%' and value > 0
    group by agreement, series, period
),
yearly as (
    select agreement, series, period::integer as year, value
    from delivered
    where regexp_full_match(period, '[0-9]{4}')
),
-- The annual average is the mean of the months' index numbers, with two decimals as SCB publishes it.
averaged as (
    select agreement, series, left(period, 4)::integer as year, round(avg(value), 2) as value
    from delivered
    where regexp_full_match(period, '[0-9]{4}-[0-9]{2}')
    group by all
    having count(*) = 12
),
price as (
    from yearly
    union all
    from averaged anti join yearly using (agreement, series, year)
),
joined as (
    from price
    union all
    select old.agreement, 'SCB KPI 2020=100', old.year, old.value / base.value * 100
    from price as old
    join price as base using (agreement, series)
    where series = 'SCB KPI 1980=100' and base.year = 2020
        and (old.agreement, old.year) not in (select (agreement, year) from price where series = 'SCB KPI 2020=100')
),
first_year as (
    select agreement, year(first_day) as year from cost_terms
),
converted as (
    select price.agreement, price.year, arg_min(at_start.value / price.value, price.series) as factor
    from joined as price
    join joined as at_start using (agreement, series)
    join first_year using (agreement)
    where at_start.year = first_year.year
    group by price.agreement, price.year
),
wanted as (
    select agreement, unnest(range(year(first_day), year(last_day) + 1))::integer as year
    from cost_terms
    union
    select agreement, year from converted
),
judged as (
    select
        wanted.agreement,
        wanted.year,
        first_year.year as first_year,
        -- what was paid in the first year is in its prices, whatever the index
        if(wanted.year = first_year.year, 1, converted.factor) as factor,
        (wanted.agreement, wanted.year) in (select (agreement, year) from joined) as has_index,
        (wanted.agreement, first_year.year) in (select (agreement, year) from joined) as first_has_index
    from wanted
    join first_year using (agreement)
    left join converted on converted.agreement = wanted.agreement and converted.year = wanted.year
)
select
    agreement,
    year,
    factor,
    case
        when factor is not null then []
        when first_has_index then [year]
        when has_index then [first_year]
        else [first_year, year]
    end as without_index
from judged;

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
