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
    select period_id, 'funding_awarded', null, ore * 0.01 from accrual
),
whole (item, parts) as (
    values
        ('cost', ['cost_direct', 'cost_shared']),
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
        ('own_cash', 'own', 'kronor'),
        ('in_kind', 'own', 'kronor'),
        ('volunteer_hours', 'own', 'hours'),
        ('volunteer_value', 'own', 'kronor'),
        ('own_contribution', 'own', 'kronor')
),
told as (
    select period.period_id, 'award' as topic from period join award using (agreement)
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

-- Every item of every period. An activity has its costs always, and whatever else is tied to it. `note` is a
-- code: `unallocated=…` kronor of shared cost that the basis has no activity to give to; `unvalued=…` volunteer
-- hours that the agreement sets no rate for, which hence are in no sum.
create or replace temp table money as
with frame as (
    select period_id, item, null as activity from money_state
    union
    select money_state.period_id, money_state.item, agreement_activity.activity
    from money_state
    join period using (period_id)
    join agreement_activity using (agreement)
    where money_state.item in ('cost_direct', 'cost_shared', 'cost')
    union
    select period_id, item, activity from known_money
),
note as (
    select period_id, unnest(['cost_shared', 'cost']) as item, 'unallocated=' || (ore * 0.01) as note
    from to_share
    where ore != 0 and period_id not in (select period_id from allocated)
    union all
    select period_id, 'own_contribution', 'unvalued=' || hours.amount
    from known_money as hours
    join money_state as value using (period_id)
    where
        hours.item = 'volunteer_hours'
        and hours.activity is null
        and value.item = 'volunteer_value'
        and value.status = 'not_computable'
),
behind as (
    select allocated.period_id, allocated.activity, share_weight.people
    from allocated
    join share_weight using (period_id, activity)
    where allocated.ore != 0
)
select
    frame.period_id,
    frame.item,
    frame.activity,
    if(state.status = 'ok', coalesce(known.amount, 0), null)::decimal(18, 2) as amount,
    state.unit,
    state.status,
    if(frame.activity is null, coalesce(note.note, ''), '') as note,
    behind.people
from frame
join money_state as state using (period_id, item)
left join known_money as known on
    known.period_id = frame.period_id
    and known.item = frame.item
    and known.activity is not distinct from frame.activity
left join note on note.period_id = frame.period_id and note.item = frame.item
left join behind on
    behind.period_id = frame.period_id
    and behind.activity = frame.activity
    and frame.item in ('cost_shared', 'cost');

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

insert into cost_item by name
select
    period.agreement,
    period.period_type,
    period.period,
    period.period_start,
    period.period_end,
    money.item,
    coalesce(money.activity, '') as activity,
    money.amount::double as amount,
    money.unit,
    money.status,
    money.people
from money
join period using (period_id);
