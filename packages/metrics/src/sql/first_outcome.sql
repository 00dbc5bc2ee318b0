-- Everyone by the first enrolment in the agreement, in the periods that it began in, with the first day that someone
-- was known to work or study after it. Without such a day `cause` is null and `days` is how long they were followed:
-- until the publication's day while enrolled, else until the last that was noted.
create or replace temp table first_outcome as
with started as (
    select
        agreement,
        person,
        min(start_date) as start_date,
        first(occupation_at_start order by start_date, source_id, line) as occupation_at_start,
        max(coalesce(end_date, $as_of::date)) as last_enrolled
    from stay
    where activity is null
    group by agreement, person
),
noted as (
    select
        started.agreement,
        started.person,
        statuses.date,
        case
            when statuses.value in ('work', 'work_and_studies') then 'work'
            when statuses.value = 'studies' then 'studies'
        end as cause
    from started
    join statuses using (agreement, person)
    where
        statuses.domain = 'occupation'
        and statuses.value not in ('unknown', 'declined')
        and statuses.date > started.start_date
        and statuses.date <= $as_of::date
    union all
    select stay.agreement, stay.person, stay.end_date, stay.end_reason
    from stay
    where stay.activity is null and stay.end_reason in ('work', 'studies')
),
outcome as (
    select
        agreement,
        person,
        min(date) filter (cause is not null) as date,
        arg_min(cause, (date, cause <> 'work')) filter (cause is not null) as cause,
        max(date) as last_noted
    from noted
    group by agreement, person
)
select
    period.period_id,
    started.person,
    started.occupation_at_start,
    coalesce(outcome.date, greatest(started.last_enrolled, outcome.last_noted)) - started.start_date as days,
    outcome.cause
from started
join period on
    period.agreement = started.agreement and started.start_date between period.period_start and period.last_day
left join outcome on outcome.agreement = started.agreement and outcome.person = started.person;
