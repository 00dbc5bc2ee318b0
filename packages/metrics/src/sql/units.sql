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

-- Engagements as they stood on the publication's day: an end that came later is not known yet. Where a
-- person's stay in the agreement itself is recorded, that speaks for the whole; else all stays in its
-- activities together.
create or replace temp table stay as
with known as (
    select
        agreement,
        person,
        activity,
        start_date,
        if(end_date <= $as_of::date, end_date, null) as end_date,
        if(end_date <= $as_of::date, coalesce(end_reason, 'unknown'), null) as end_reason,
        coalesce(occupation_at_start, 'unknown') as occupation_at_start,
        source_id,
        line
    from engagements
    semi join agreement_terms using (agreement)
    where start_date <= $as_of::date
),
of_agreement as (
    from known
    qualify activity is null or not bool_or(activity is null) over (partition by agreement, person)
)
select
    row_number() over (order by end_date nulls last, start_date, source_id, line) as place, -- the later, the more it decides
    *
from (
    select * replace (null as activity) from of_agreement
    union all
    from known
    where activity is not null
);

-- Of several stays in a period the last one decides. Most people stay once, and there is nothing to decide.
create or replace temp table enrolment as
with stayed_again as (
    select agreement, activity, person
    from stay
    group by agreement, activity, person
    having count(*) > 1
),
stayed as (
    select
        period.period_id,
        stay.activity,
        stay.person,
        stay.end_date is null or stay.end_date > period.last_day as open_at_end,
        stay.end_reason,
        stay.start_date,
        stay.occupation_at_start,
        stay.end_date,
        stay.place,
        stayed_again.person is not null as again
    from stay
    left join stayed_again on
        stayed_again.agreement = stay.agreement
        and stayed_again.person = stay.person
        and stayed_again.activity is not distinct from stay.activity
    join period on
        period.agreement = stay.agreement
        and stay.start_date <= period.last_day
        and coalesce(stay.end_date, date 'infinity') >= period.period_start
)
select * exclude (place, again)
from stayed
where not again
union all
select
    period_id,
    activity,
    person,
    bool_or(open_at_end),
    arg_max_null(end_reason, place),
    arg_max(start_date, place),
    arg_max(occupation_at_start, place),
    arg_max_null(end_date, place)
from stayed
where again
group by period_id, activity, person;
