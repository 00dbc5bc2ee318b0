-- Every movement of money or effort under the agreements by day. Kronor, but for volunteer_hours.
--
-- Own cash is what the association reports as such. Its books show the same money as income, so the income
-- of a calendar year is own cash only when the association reported none for that year: no krona counts twice,
-- and years and their parts still add up.
create or replace temp table money_row as
with given as (
    select funding.agreement, funding.date, funding.activity, funding.amount, funding.kind, cost_terms.volunteer_rate
    from funding
    join cost_terms using (agreement)
    where funding.date between cost_terms.first_day and least(cost_terms.last_day, $as_of::date)
),
reported_year as (
    select distinct agreement, year(date) as year
    from given
    where kind = 'own_cash'
)
select agreement, date, activity, 'funding_paid' as item, amount from given where kind = 'payment'
union all
select agreement, date, activity, kind, amount from given where kind != 'payment'
union all
-- to the öre row by row, so that periods add up
select agreement, date, activity, 'volunteer_value', round(amount * volunteer_rate, 2)
from given
where kind = 'volunteer_hours' and volunteer_rate is not null
union all
select agreement, date, activity, 'own_cash', -amount
from booked
where purpose = 'income' and (agreement, year(date)) not in (select (agreement, year) from reported_year)
union all
select agreement, date, activity, if(activity is null, 'cost_shared', 'cost_direct'), amount
from booked
where purpose = 'cost';
