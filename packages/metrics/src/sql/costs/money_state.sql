-- What is known of each item in each period: of the agreement as a whole (activity null), and of an activity.
create or replace temp table known_money as
with part as (
    select period.period_id, money_row.item, money_row.activity, sum(money_row.amount) as amount
    from money_row
    join period on
        period.agreement = money_row.agreement
        and money_row.date between period.period_start and period.last_day
    group by grouping sets (
        (period.period_id, money_row.item),
        (period.period_id, money_row.item, money_row.activity)
    )
    having grouping(money_row.activity) = 1 or money_row.activity is not null
    union all
    select period_id, 'cost_shared', activity, ore * 0.01 from allocated
    union all
    select period_id, item, null, ore * 0.01 from accrual
),
whole (item, parts) as (
    values
        ('cost', ['cost_direct', 'cost_shared']),
        ('own_contribution_agreed', ['own_cash_agreed', 'in_kind_agreed']),
        ('own_contribution', ['own_cash', 'in_kind', 'volunteer_value'])
)
from part
union all
select part.period_id, whole.item, part.activity, sum(part.amount)
from part
join whole on list_contains(whole.parts, part.item)
group by all;

-- Why an item of a period cannot be told, where it cannot: its kind of source is not in the agreement, or has
-- delivered nothing that speaks of the period. Bookkeeping speaks of periods; a payment or a gift is told when it
-- happens, so once any was told, a period without one is a period of nothing.
create or replace temp table money_state as
with item (item, topic, unit) as (
    values
        ('funding_awarded', 'award', 'kronor'),
        ('funding_paid', 'payment', 'kronor'),
        ('cost_direct', 'cost', 'kronor'),
        ('cost_shared', 'cost', 'kronor'),
        ('cost', 'cost', 'kronor'),
        ('own_cash_agreed', 'own_award', 'kronor'),
        ('in_kind_agreed', 'own_award', 'kronor'),
        ('own_contribution_agreed', 'own_award', 'kronor'),
        ('own_cash', 'own', 'kronor'),
        ('in_kind', 'own', 'kronor'),
        ('volunteer_hours', 'own', 'hours'),
        ('volunteer_value', 'own', 'kronor'),
        ('own_contribution', 'own', 'kronor')
),
told as (
    select period.period_id, if(award.item = 'funding_awarded', 'award', 'own_award') as topic
    from period
    join award using (agreement)
    union
    select period.period_id, 'payment'
    from period
    join money_row using (agreement)
    where money_row.item = 'funding_paid'
    union
    select period.period_id, 'own'
    from period
    join money_row using (agreement)
    where money_row.item in ('own_cash', 'in_kind', 'volunteer_hours')
    union
    select period_id, 'cost' from known_money where item = 'cost'
    union
    select period.period_id, 'cost'
    from period
    join covered on
        covered.agreement = period.agreement
        and covered.dataset = 'costs'
        and covered.first_day <= period.last_day
        and covered.last_day >= period.period_start
),
can_be_told (agreement, topic) as (
    select agreement, unnest(if(dataset = 'costs', ['cost', 'own'], ['payment', 'own']))
    from agreement_source
    where dataset in ('costs', 'funding')
)
select
    period.period_id,
    item.item,
    item.unit,
    case
        when
            item.item = 'volunteer_value'
            and cost_terms.volunteer_rate is null
            and exists (
                from known_money
                where known_money.period_id = period.period_id and known_money.item = 'volunteer_hours'
            )
            then 'not_computable'
        when (period.period_id, item.topic) in (select (period_id, topic) from told) then 'ok'
        when (period.agreement, item.topic) in (select (agreement, topic) from can_be_told) then 'no_data'
        else 'not_computable'
    end as status
from period
join cost_terms using (agreement)
cross join item;
