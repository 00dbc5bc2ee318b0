-- One pass over the attendance rows, down to one row for each person, activity and slice. A day is a bit, and
-- distinct days are the bits that are set.
create or replace temp table attended as
with visit as (
    select
        slice_day.slice,
        attendance.activity,
        attendance.person,
        attendance.date,
        attendance.start_time,
        1::hugeint << (attendance.date - slice_day.slice_start) as day_bit
    from attendance
    join slice_day using (agreement, date)
    where attendance.attendance = 'present' and attendance.role = 'participant' and attendance.person is not null
),
noted as (
    select
        slice,
        activity,
        person,
        count(*) as rows_noted,
        bit_or(day_bit) as days,
        coalesce(bit_or(day_bit) filter (start_time < time '12:00'), 0) as forenoons,
        coalesce(bit_or(day_bit) filter (start_time >= time '12:00'), 0) as afternoons,
        min(date) as first_day
    from visit
    group by slice, activity, person
)
select
    noted.slice,
    noted.activity,
    noted.person,
    noted.first_day,
    case ruled.counting_rule
        when 'every_visit' then noted.rows_noted
        when 'forenoon_afternoon'
        then
            bit_count(noted.forenoons) + bit_count(noted.afternoons)
            -- days on which no time was noted count once
            + bit_count(noted.days & ~(noted.forenoons | noted.afternoons))
        when 'lok' then coalesce(lok.visits, 0)
        else bit_count(noted.days)
    end::bigint as visits
from noted
join (select distinct slice, agreement from period_slice) as of_agreement using (slice)
left join agreement_activity as ruled using (agreement, activity)
left join (
    select slice, activity, person, count(*) as visits from lok_visit where person is not null group by all
) as lok using (slice, activity, person);
