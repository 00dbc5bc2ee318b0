-- What indicators are written over: slices put together to periods, for the agreement as a whole
-- (activity null) and for each activity. indicators/README.md lists these.

create or replace temp table participation as
with of_agreement as (
    select slice, person, sum(visits) as visits
    from attended
    group by slice, person
)
select period_slice.period_id, null::varchar as activity, person, sum(visits)::bigint as visits
from of_agreement
join period_slice using (slice)
group by period_slice.period_id, person
union all
select period_slice.period_id, activity, person, sum(visits)::bigint
from attended
join period_slice using (slice)
group by period_slice.period_id, activity, person;

create or replace temp table first_visit as
select of_agreement.agreement, attended.person, min(attended.first_day) as date
from attended
join (select distinct slice, agreement from period_slice) as of_agreement using (slice)
group by of_agreement.agreement, attended.person;

create or replace temp table anonymous_attendance as
with known as (
    select
        period.period_id,
        listed.activity,
        coalesce(listed.gender, 'unknown') as gender,
        coalesce(banded.age_group, 'unknown') as age_group,
        listed.visits,
        listed.heads
    from anonymous_visit as listed
    join period_slice using (slice)
    join period using (period_id)
    left join agreement_age_group as banded on
        banded.agreement = period.agreement
        and (
            fold_age_group(banded.age_group) = fold_age_group(listed.age_group)
            or year(period.last_day) - listed.birth_year between banded.youngest and coalesce(banded.oldest, 150)
        )
)
select period_id, activity, gender, age_group, sum(visits)::bigint as visits, max(heads) as heads
from known
group by grouping sets ((period_id, gender, age_group), (period_id, activity, gender, age_group));

create or replace temp table open_day as
with held as (
    select
        slice,
        activity,
        date,
        count(*) as sessions,
        count(*) filter (minutes is null) as untimed_sessions,
        coalesce(sum(minutes), 0) as minutes,
        max(heads) as heads
    from session
    group by slice, activity, date
)
select
    period_slice.period_id,
    held.activity,
    held.date,
    sum(held.sessions)::bigint as sessions,
    sum(held.untimed_sessions)::bigint as untimed_sessions,
    sum(held.minutes)::bigint as minutes,
    max(held.heads) as heads
from held
join period_slice using (slice)
group by grouping sets (
    (period_slice.period_id, held.date),
    (period_slice.period_id, held.activity, held.date)
);

-- Periods in which many take part, for disclosure control.
create or replace temp table large_period as
select period.agreement, period.period_type, period.period
from participation
join period using (period_id)
where participation.activity is null
group by all
having count(*) >= 250;
