-- Sessions with anyone present. A session is known by its name, else by when it began. `heads` are the
-- people there that nobody identified.
create or replace temp table session as
with noted as (
    select
        slice_day.slice,
        attendance.date,
        attendance.activity,
        coalesce(attendance.session, attendance.start_time::varchar, '') as session,
        min(attendance.start_time) as start_time,
        max(attendance.minutes) as minutes,
        count(*) filter (attendance.person is null and attendance.role = 'participant') as heads
    from attendance
    join slice_day using (agreement, date)
    where attendance.attendance = 'present'
    group by slice_day.slice, attendance.date, attendance.activity, attendance.session, attendance.start_time
),
headcounted as (
    select
        slice_day.slice,
        headcount.date,
        headcount.activity,
        headcount.start_time,
        max(headcount.minutes) as minutes,
        sum(headcount.count) as heads
    from headcount
    join slice_day using (agreement, date)
    where headcount.count > 0
    group by all
),
-- Heads that were counted where names were noted too belong to that session: the one that began at the
-- same time, or any one of the day when the count has no time.
noted_then as (
    select slice, date, activity, start_time, min(session) as session
    from noted
    semi join headcounted using (slice, date, activity)
    where start_time is not null
    group by slice, date, activity, start_time
    union all
    select slice, date, activity, null, min(session)
    from noted
    semi join headcounted using (slice, date, activity)
    group by slice, date, activity
),
joined as (
    select
        counted.slice,
        counted.date,
        counted.activity,
        coalesce(noted_then.session, counted.start_time::varchar, '') as session,
        counted.minutes,
        counted.heads
    from headcounted as counted
    left join noted_then on
        noted_then.slice = counted.slice
        and noted_then.date = counted.date
        and noted_then.activity = counted.activity
        and noted_then.start_time is not distinct from counted.start_time
),
both_kinds as (
    select slice, date, activity, session, minutes, heads from noted
    union all
    from joined
)
select slice, date, activity, session, max(minutes) as minutes, sum(heads)::integer as heads
from both_kinds
group by slice, date, activity, session;

-- Visits without identity: heads counted, and attendance rows that name nobody, some of them with a year of
-- birth.
create or replace temp table anonymous_visit as
with noted as (
    select
        slice_day.slice,
        headcount.date,
        headcount.activity,
        headcount.start_time::varchar as session,
        headcount.gender,
        headcount.age_group,
        null::integer as birth_year,
        headcount.count as visits
    from headcount
    join slice_day using (agreement, date)
    where headcount.count > 0
    union all
    select
        slice_day.slice,
        attendance.date,
        attendance.activity,
        coalesce(attendance.session, attendance.start_time::varchar),
        attendance.gender,
        null,
        attendance.birth_year,
        1
    from attendance
    join slice_day using (agreement, date)
    left join agreement_activity as ruled using (agreement, activity)
    where
        attendance.person is null
        and attendance.attendance = 'present'
        and attendance.role = 'participant'
        and ruled.counting_rule is distinct from 'lok'
    union all
    select slice, date, activity, session, gender, null, birth_year, 1
    from lok_visit
    where person is null
),
at_session as (
    select slice, activity, gender, age_group, birth_year, sum(visits) as visits
    from noted
    group by slice, activity, gender, age_group, birth_year, date, session
)
select slice, activity, gender, age_group, birth_year, sum(visits)::bigint as visits, max(visits)::integer as heads
from at_session
group by all;
