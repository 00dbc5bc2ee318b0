-- Ties to associations other than the partner, unless the agreement counts that one too. A membership that an
-- earlier register told of makes someone active, but only a register for the period, or a status in it, makes
-- it known who is and who is not.
create or replace temp table association_life as
with member as (
    select distinct period.period_id, memberships.person
    from memberships
    join agreement_terms as terms using (agreement)
    join period on
        period.agreement = memberships.agreement
        and coalesce(memberships.start_date, date '-infinity') <= period.last_day
        and coalesce(memberships.end_date, date 'infinity') >= period.period_start
    where
        not same_association(memberships.association, terms.association, terms.organisation_number)
        or exists (
            from definition_value as chosen
            where
                chosen.agreement = memberships.agreement
                and chosen.indicator in ('association_participants', 'share_association_active')
                and chosen.parameter = 'include_partner'
                and chosen.value = 'true'
        )
),
last_status as (
    select period.period_id, statuses.person, statuses.value = 'active' as active
    from statuses
    join period on
        period.agreement = statuses.agreement and statuses.date between period.period_start and period.last_day
    where statuses.domain = 'association_life' and statuses.value not in ('unknown', 'declined')
    qualify
        row_number() over (
            partition by period.period_id, statuses.person
            order by statuses.date desc, statuses.source_id, statuses.line desc
        ) = 1
),
register as (
    select distinct period.period_id
    from period
    join covered on
        covered.agreement = period.agreement
        and covered.dataset = 'memberships'
        and covered.first_day <= period.last_day
        and covered.last_day >= period.period_start
)
select
    participation.period_id,
    participation.person,
    member.person is not null or coalesce(last_status.active, false) as active,
    register.period_id is not null or last_status.person is not null as known
from participation
left join member using (period_id, person)
left join last_status using (period_id, person)
left join register using (period_id)
where participation.activity is null;

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
    join period on period.agreement = answer.agreement and answer.date between period.period_start and period.last_day
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
