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
due as materialized (
    select
        row_number() over () as place,
        exit.*,
        asked.months,
        asked.window_days,
        (exit.exit_date + to_months(asked.months))::date as due_date
    from exit
    join agreement_followup as asked using (agreement)
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
-- One row a person: where several are due in a period the last one decides.
placed as (
    select period.period_id, arg_max(due.place, due.exit_date) as place
    from due
    join period on period.agreement = due.agreement and due.due_date between period.period_start and period.last_day
    group by period.period_id, due.activity, due.person, due.months
)
select
    placed.period_id,
    due.activity,
    due.person,
    due.months,
    due.exit_date,
    due.end_reason,
    due.occupation_at_start,
    answer.occupation,
    answer.occupation in ('work', 'studies', 'work_and_studies') as in_work_or_studies
from placed
join due using (place)
left join answer using (place);
