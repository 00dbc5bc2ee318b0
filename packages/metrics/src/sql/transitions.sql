-- Occupation of those who left: at the start of the engagement, and at its end or months after. At the exit the
-- reason for leaving tells it where it is work or studies; else what was noted nearest that day, within the
-- agreement's days for answers. Months after, it is the answer that the shares in work or studies count.
insert into transition by name
with left_in as (
    select enrolment.*, period.agreement, terms.window_days
    from enrolment
    join period using (period_id)
    join agreement_terms as terms using (agreement)
    where enrolment.activity is null and not enrolment.open_at_end
),
noted as (
    select left_in.period_id, left_in.person, statuses.value
    from left_in
    join statuses on
        statuses.agreement = left_in.agreement
        and statuses.person = left_in.person
        and statuses.date <= $as_of::date
        and abs(statuses.date - left_in.end_date) <= left_in.window_days
    where statuses.domain = 'occupation' and statuses.value not in ('unknown', 'declined')
    qualify
        row_number() over (
            partition by left_in.period_id, left_in.person
            order by abs(statuses.date - left_in.end_date), statuses.date desc, statuses.source_id, statuses.line desc
        ) = 1
),
moved as (
    select
        left_in.period_id,
        'exit' as stage,
        left_in.occupation_at_start as from_status,
        if(left_in.end_reason in ('work', 'studies'), left_in.end_reason, noted.value) as to_status
    from left_in
    left join noted using (period_id, person)
    union all
    select period_id, 'followup_' || months, occupation_at_start, occupation
    from followup
    where activity is null and months in (3, 6, 12)
)
select
    period.agreement,
    period.period_type,
    period.period,
    'occupation' as domain,
    moved.stage,
    if(moved.from_status = 'declined', 'unknown', moved.from_status) as from_status,
    coalesce(moved.to_status, 'unknown') as to_status,
    count(*) as count,
    'ok' as status
from moved
join period using (period_id)
group by all
-- the protection of two cells that are alike takes the first
order by all;
