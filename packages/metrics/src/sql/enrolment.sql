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
