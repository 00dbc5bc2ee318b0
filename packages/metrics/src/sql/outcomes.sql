-- The last S-GSE answer at an end in the period, with the last one at a start before it.
create or replace temp table self_efficacy_pair as
with answer as (
    select agreement, person, date, stage, total, source_id, line
    from surveys
    where fold(instrument) = 'sgse' and total is not null
),
ended as (
    select period.period_id, answer.*
    from answer
    join period on period.agreement = answer.agreement and answer.date between period.period_start and period.outcome_day
    where answer.stage = 'end'
    qualify
        row_number() over (
            partition by period.period_id, answer.person
            order by answer.date desc, answer.source_id, answer.line desc
        ) = 1
)
select
    ended.period_id,
    ended.person,
    last(started.total order by started.date, started.source_id, started.line) as start_total,
    any_value(ended.total) as end_total
from ended
left join answer as started on
    started.agreement = ended.agreement
    and started.person = ended.person
    and started.stage = 'start'
    and started.date < ended.date
group by ended.period_id, ended.person;
