-- Who has left and is due to be asked about occupation so many months later, and the answer nearest that day, within
-- the agreement's days on both sides of it. All who are due are here, whoever is back by then or has days left to
-- answer in. Only months that the agreement asks at, and agreements where someone sends statuses.
create or replace temp table followup as
with ended as (
    from stay
    where end_date is not null
),
-- A stay that began before another had ended is part of it: the last end is the exit.
exit as (
    select
        ended.agreement,
        ended.activity,
        ended.person,
        ended.end_date as exit_date,
        last(ended.end_reason order by ended.start_date, ended.source_id, ended.line) as end_reason,
        last(ended.occupation_at_start order by ended.start_date, ended.source_id, ended.line) as occupation_at_start
    from ended
    where
        not exists (
            from stay as other
            where
                other.agreement = ended.agreement
                and other.activity is not distinct from ended.activity
                and other.person = ended.person
                and other.start_date <= ended.end_date
                and coalesce(other.end_date, date 'infinity') > ended.end_date
        )
    group by all
),
left_again as (
    select agreement, activity, person
    from exit
    group by agreement, activity, person
    having count(*) > 1
),
due as materialized (
    select
        row_number() over () as place,
        exit.*,
        left_again.person is not null as again,
        asked.months,
        asked.window_days,
        (exit.exit_date + to_months(asked.months))::date as due_date
    from exit
    join agreement_followup as asked using (agreement)
    left join left_again on
        left_again.agreement = exit.agreement
        and left_again.person = exit.person
        and left_again.activity is not distinct from exit.activity
    where exit.agreement in (select agreement from agreement_source where dataset = 'statuses')
),
answer as (
    select due.place, statuses.value as occupation
    from due
    join statuses on
        statuses.agreement = due.agreement
        and statuses.person = due.person
        and statuses.date > due.exit_date
        and statuses.date <= $as_of::date
        and abs(statuses.date - due.due_date) <= due.window_days
    where statuses.domain = 'occupation' and statuses.value not in ('unknown', 'declined')
    qualify
        row_number() over (
            partition by due.place
            order by abs(statuses.date - due.due_date), statuses.date desc, statuses.source_id, statuses.line desc
        ) = 1
),
placed as not materialized (
    select period.period_id, due.*, answer.occupation
    from due
    join period on period.agreement = due.agreement and due.due_date between period.period_start and period.outcome_day
    left join answer using (place)
),
-- One row a person: where several are due in a period the last one decides. Most people leave once.
decided as (
    from placed
    where not again
    union all
    from placed
    where again
    qualify row_number() over (partition by period_id, activity, person, months order by exit_date desc) = 1
)
select
    period_id,
    activity,
    person,
    months,
    exit_date,
    end_reason,
    occupation_at_start,
    occupation,
    occupation in ('work', 'studies', 'work_and_studies') as in_work_or_studies
from decided;
