-- The way from everyone whom a figure looks at to those it counts. Those whose outcome is unknown are left out
-- where the indicator keeps them outside its denominator; elsewhere they are a part of it. A figure that is not
-- counted has its universe alone, without a number.
insert into waterfall by name
with figure as (
    select
        result.agreement,
        result.indicator,
        result.definition_version,
        result.period_type,
        result.period,
        -- a median that is not reached takes nothing from the people behind the curve
        if(result.note = 'median_not_reached', 'ok', result.status) as status,
        header.kind,
        period.period_id
    from result
    join indicator_header as header on header.id = result.indicator
    join period using (agreement, period_type, period)
    where header.counts = 'people' and result.breakdown = 'total'
),
part as (
    select
        indicator,
        period_id,
        if(role = 'unknown_outside', 'excluded', role) as role,
        if(role = 'unknown_outside', 'outcome_unknown', coalesce(reason, '')) as reason,
        people
    from people_in_role
),
summed as (
    select
        figure.*,
        coalesce(sum(part.people), 0) as universe,
        coalesce(sum(part.people) filter (part.role <> 'excluded'), 0) as included,
        coalesce(sum(part.people) filter (part.role = 'unknown'), 0) as without_outcome,
        coalesce(sum(part.people) filter (part.role = 'numerator'), 0) as counted,
        coalesce(sum(part.people) filter (part.role = 'denominator'), 0) as not_counted
    from figure
    left join part on part.indicator = figure.indicator and part.period_id = figure.period_id
    group by all
),
left_out as (
    select indicator, period_id, reason, sum(people) as people
    from part
    where role = 'excluded'
    group by all
),
listed as (
    select *, 1 as place, 'universe' as role, '' as reason, universe as people from summed
    union all
    select summed.*, 2, 'excluded', left_out.reason, left_out.people
    from summed
    join left_out on left_out.indicator = summed.indicator and left_out.period_id = summed.period_id
    where status = 'ok'
    union all
    select *, 3, 'denominator', '', included from summed where status = 'ok' and kind <> 'count'
    union all
    select *, 4, 'unknown', '', without_outcome
    from summed
    where status = 'ok' and kind = 'share' and without_outcome > 0
    union all
    select *, 5, 'numerator', '', counted from summed where status = 'ok' and kind in ('count', 'share')
    union all
    select *, 6, 'complement', '', not_counted from summed where status = 'ok' and kind = 'share'
)
select
    agreement,
    indicator,
    definition_version,
    period_type,
    period,
    row_number() over (
        partition by agreement, indicator, definition_version, period_type, period
        order by place, reason
    ) as step,
    role,
    reason,
    if(status = 'ok', people, null) as count,
    status
from listed;
