-- What is known of people beside their visits: stays, statuses, memberships and answers.
insert into engagements by name
with stay as (
    select agreement, person, null as activity, start_date, end_date, end_reason, occupation_at_start from world_stay
    union all
    select agreement, person, activity, start_date, end_date, end_reason, occupation_at_start from world_taking_part
)
select
    stay.* replace (if(end_date is null, null, end_reason) as end_reason),
    'inskrivningar' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by start_date, person, activity) as line
from stay
join delivery on
    delivery.agreement = stay.agreement
    and delivery.dataset = 'engagements'
    and stay.start_date between delivery.scope_start and delivery.scope_end
order by delivery.delivery, line;

insert into statuses by name
with followup as (
    select *, unnest([3, 6, 12]) as months from world_stay where end_date is not null
),
noted as (
    select agreement, person, start_date as date, 'occupation' as domain, occupation_at_start as value, 'start' as stage
    from world_stay
    union all
    select
        agreement, person, (end_date + to_months(months))::date + draw(key, months, 40) - 20, 'occupation',
        ['work', 'studies', 'unemployed', 'work_and_studies', 'neither'][draw(key, months, 5) + 1], 'followup_' || months
    from followup
    where draw(key, months + 100, 5) > 0
    union all
    select
        agreement, person, start_date + year::integer * 365, 'association_life',
        if(draw(key, year + 200, 3) = 0, 'active', 'inactive'), if(year = 0, 'start', 'update')
    from world_stay, range(weeks // 52 + 1) as each (year)
    where draw(key, year + 300, 2) = 0
    union all
    select
        agreement, person, start_date + 30, 'culture_leisure', if(draw(key, 'culture', 2) = 0, 'active', 'inactive'), 'update'
    from world_stay
    where draw(key, 'asked', 3) = 0
)
select
    noted.*,
    'uppgifter' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by date, person, domain, stage) as line,
    'staff' as source
from noted
join delivery on
    delivery.agreement = noted.agreement
    and delivery.dataset = 'statuses'
    and noted.date between delivery.scope_start and delivery.scope_end
order by delivery.delivery, line;

insert into memberships by name
select
    world_stay.agreement,
    'medlemmar' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by start_date, person) as line,
    person,
    'Förening ' || draw(key, 'association', 30) + 1 as association,
    if(draw(key, 'dated', 10) = 0, null, start_date + draw(key, 'joined', 300) - 100) as start_date,
    if(draw(key, 'left', 3) = 0, start_date + 365, null) as end_date
from world_stay
join delivery on
    delivery.agreement = world_stay.agreement
    and delivery.dataset = 'memberships'
    and world_stay.start_date between delivery.scope_start and delivery.scope_end
where draw(key, 'is_member', 5) < 2
order by delivery.delivery, line;

insert into surveys by name
with answer as (
    select agreement, person, key, start_date + draw(key, 'answered', 14) as date, 'start' as stage, 18 + draw(key, 's', 16) as total
    from world_stay
    where draw(key, 'is_asked', 3) = 0
    union all
    select agreement, person, key, end_date - draw(key, 'answered', 14), 'end', 20 + draw(key, 'e', 18)
    from world_stay
    where end_date is not null and draw(key, 'is_asked', 3) = 0 and draw(key, 'answers', 4) > 0
)
select
    answer.* exclude (key),
    'enkater' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by date, person, stage) as line,
    's-gse' as instrument
from answer
join delivery on
    delivery.agreement = answer.agreement
    and delivery.dataset = 'surveys'
    and answer.date between delivery.scope_start and delivery.scope_end
order by delivery.delivery, line;
