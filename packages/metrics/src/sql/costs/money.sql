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
    select allocated.period_id, allocated.activity, share_weight.allocated_by, share_weight.people
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
    behind.allocated_by,
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
    money.allocated_by,
    money.people
from money
join period using (period_id);
