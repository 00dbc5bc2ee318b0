-- The visits to one agreement, a row each, in the order of days. Everyone who takes part in an activity has a group in it
-- that meets once a week, and comes to some of its meetings.
insert into attendance by name
with visit as (
    select
        part.*,
        date_trunc('week', part.start_date + week::integer * 7)::date + part.group_number % 5 as date,
        week
    from world_taking_part as part, range(part.weeks) as each (week)
    where
        part.agreement = getvariable('agreement')
        and hash(part.key, part.activity, week) % 100000 < getvariable('share') * 100000
),
noted as (
    select
        date,
        activity,
        -- in a mixed activity one in ten gives no name
        if(activity = 'motesplats' and draw(key, week, 10) = 0, null, person) as person,
        group_number,
        minutes,
        if(draw(key, date, 12) = 0, 'absent', 'present') as attendance,
        'participant' as role,
        if(activity = 'motesplats' and draw(key, week, 10) = 0, birth_year, null) as birth_year
    from visit
    where date between start_date and coalesce(end_date, getvariable('last_day'))
    union all
    select distinct
        date, activity, md5(concat('leader', agreement, activity, group_number))::uuid, group_number, minutes, 'present',
        'leader', null
    from visit
    where date between start_date and coalesce(end_date, getvariable('last_day'))
)
select
    getvariable('agreement') as agreement,
    'narvaro' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by noted.date, activity, group_number, person) as line,
    noted.date,
    activity,
    person,
    'Grupp ' || group_number + 1 as session,
    make_time(9 + group_number % 11, 0, 0) as start_time,
    make_time(9 + group_number % 11, 0, 0) + to_minutes(minutes) as end_time,
    minutes,
    attendance,
    role,
    birth_year
from noted
join delivery on
    delivery.agreement = getvariable('agreement')
    and delivery.dataset = 'attendance'
    and noted.date between delivery.scope_start and delivery.scope_end
order by delivery.delivery, line;

-- Heads at the open house, every weekday.
insert into headcount by name
with opened as (
    select unnest(range(world_agreement.first_day, getvariable('last_day') + 1, interval 1 day))::date as date
    from world_agreement
    where agreement = getvariable('agreement')
)
select
    getvariable('agreement') as agreement,
    'besok' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by date) as line,
    date,
    'oppet-hus' as activity,
    5 + draw(getvariable('agreement'), date, 40) as count,
    time '10:00' as start_time,
    time '16:00' as end_time,
    360 as minutes
from opened
join delivery on
    delivery.agreement = getvariable('agreement')
    and delivery.dataset = 'headcount'
    and date between delivery.scope_start and delivery.scope_end
where isodow(date) < 6;
