-- Ties to associations other than the partner, unless the agreement counts that one too.
create or replace temp table association_tie as
select
    memberships.agreement,
    memberships.person,
    coalesce(memberships.start_date, date '-infinity') as first_day,
    coalesce(memberships.end_date, date 'infinity') as last_day
from memberships
join agreement_terms as terms using (agreement)
where
    not same_association(memberships.association, terms.association, terms.organisation_number)
    or exists (
        from definition_value as chosen
        where
            chosen.agreement = memberships.agreement
            and chosen.indicator
                in ('association_participants', 'share_association_active', 'share_newly_association_active')
            and chosen.parameter = 'include_partner'
            and chosen.value = 'true'
    );

-- Whether someone is active in the period. A membership that an
-- earlier register told of makes someone active, but only a register for the period, or a status in it, makes
-- it known who is and who is not.
create or replace temp table association_life as
with member as (
    select distinct period.period_id, tie.person
    from association_tie as tie
    join period on
        period.agreement = tie.agreement
        and tie.first_day <= period.last_day
        and tie.last_day >= period.period_start
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

-- The same for the day on which each participant of the period first came: a membership on it, or the last status
-- up to it, else the first one that is marked as of the start. Only a status, or a register for that day, makes it known.
create or replace temp table association_life_at_start as
with started as (
    select
        *,
        exists (
            from association_tie as tie
            where
                tie.agreement = first_visit.agreement
                and tie.person = first_visit.person
                and first_visit.date between tie.first_day and tie.last_day
        ) as is_member,
        exists (
            from covered
            where
                covered.agreement = first_visit.agreement
                and covered.dataset = 'memberships'
                and first_visit.date between covered.first_day and covered.last_day
        ) as is_registered
    from first_visit
),
status_at_start as (
    select
        period.period_id,
        started.person,
        coalesce(
            last(statuses.value = 'active' order by statuses.date, statuses.source_id, statuses.line)
                filter (statuses.date <= started.date),
            first(statuses.value = 'active' order by statuses.date, statuses.source_id, statuses.line)
        ) as active
    from started
    join statuses on
        statuses.agreement = started.agreement
        and statuses.person = started.person
        and (statuses.date <= started.date or statuses.stage = 'start')
    join period on period.agreement = started.agreement and statuses.date <= period.last_day
    where statuses.domain = 'association_life' and statuses.value not in ('unknown', 'declined')
    group by period.period_id, started.person
)
select
    participation.period_id,
    participation.person,
    started.is_member or coalesce(status_at_start.active, false) as active,
    status_at_start.person is not null or started.is_registered as known
from participation
join period using (period_id)
join started on started.agreement = period.agreement and started.person = participation.person
left join status_at_start on
    status_at_start.period_id = participation.period_id and status_at_start.person = participation.person
where participation.activity is null;
