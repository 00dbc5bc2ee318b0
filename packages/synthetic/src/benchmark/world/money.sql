-- Payments each quarter, own effort and costs each month.
create or replace temp table world_month as
select
    agreement,
    unnest(range(first_day, getvariable('last_day') + 1, interval 1 month))::date as date
from world_agreement;

insert into funding by name
with given as (
    select agreement, date, 'payment' as kind, 350000 as amount from world_month where month(date) % 3 = 1
    union all
    select agreement, date + 14, 'own_cash', 8000 + draw(agreement, date, 4000) from world_month
    union all
    select agreement, date + 20, 'volunteer_hours', 40 + draw(agreement, date, 60) from world_month
)
select
    given.*,
    'pengar' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by date, kind) as line
from given
join delivery on
    delivery.agreement = given.agreement
    and delivery.dataset = 'funding'
    and given.date between delivery.scope_start and delivery.scope_end;

-- Ten accounts of each activity, and ten that are shared.
insert into costs by name
with spent as (
    select
        world_month.agreement,
        world_month.date + account::integer as date,
        if(world_activity.number = 6, null, world_activity.activity) as activity,
        (4000 + account * 300)::varchar as account,
        (100 + draw(world_month.agreement, hash(world_month.date, account, world_activity.number), 900000)) / 100.0 as amount
    from world_month
    cross join world_activity
    cross join range(10) as each (account)
)
select
    spent.* replace (amount::decimal(18, 2) as amount),
    'kostnader' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by date, activity, account) as line
from spent
join delivery on
    delivery.agreement = spent.agreement
    and delivery.dataset = 'costs'
    and spent.date between delivery.scope_start and delivery.scope_end;

-- What a delivery is said to hold.
update delivery
set rows_read = held.rows, rows_new = held.rows
from (
    select delivery, count(*) as rows
    from (
        select delivery from attendance
        union all select delivery from headcount
        union all select delivery from participants
        union all select delivery from engagements
        union all select delivery from statuses
        union all select delivery from memberships
        union all select delivery from surveys
        union all select delivery from funding
        union all select delivery from costs
    )
    group by delivery
) as held
where held.delivery = delivery.delivery;
