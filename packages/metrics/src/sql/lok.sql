-- Visits that count towards the state's LOK grant: the session lasts 60 minutes or more, is led, and has 3–30
-- present participants aged 7–25 by calendar year; a person counts once a day, at the first such session.
create or replace temp table lok_visit as
with present as (
    select
        slice_day.slice,
        slice_day.agreement,
        attendance.date,
        attendance.activity,
        coalesce(attendance.session, attendance.start_time::varchar, '') as session,
        attendance.start_time,
        attendance.minutes,
        attendance.role,
        attendance.person,
        attendance.gender,
        coalesce(birth.value::integer, attendance.birth_year) as birth_year,
        year(attendance.date) - coalesce(birth.value::integer, attendance.birth_year) as age
    from attendance
    join slice_day using (agreement, date)
    join agreement_activity as ruled on
        ruled.agreement = attendance.agreement
        and ruled.activity = attendance.activity
        and ruled.counting_rule = 'lok'
    left join person_attribute as birth on
        birth.agreement = attendance.agreement and birth.person = attendance.person
        and birth.attribute = 'birth_year'
        and attendance.date >= birth.valid_from and attendance.date < birth.valid_until
    where attendance.attendance = 'present'
),
session as (
    select slice, date, activity, session
    from present
    group by all
    having
        max(minutes) >= 60
        and bool_or(role = 'leader')
        and count(distinct person) filter (role = 'participant' and age between 7 and 25)
        + count(*) filter (role = 'participant' and age between 7 and 25 and person is null) between 3 and 30
)
select present.*
from present
join session using (slice, date, activity, session)
where present.role = 'participant' and present.age between 7 and 25
qualify
    present.person is null
    or row_number() over (
        partition by present.agreement, present.person, present.date
        order by present.start_time nulls last, present.activity, present.session
    ) = 1;
