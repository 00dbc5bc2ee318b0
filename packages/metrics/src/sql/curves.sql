-- The points of each curve, and its median into `result`: the first time by which half have had an event of any
-- cause. A month is a twelfth of 365.25 days.
create or replace temp macro days_of(months) as round(months * 365.25 / 12)::integer;

create or replace temp table incidence as from aalen_johansen('followed');

insert into curve by name
with figure as (
    select
        result.*,
        period.period_id,
        struct_pack(indicator := result.indicator, period_id := period.period_id) as cohort
    from result
    join indicator_header as header on header.id = result.indicator
    join period using (agreement, period_type, period)
    where header.kind = 'curve' and result.breakdown = 'total'
),
grid as (
    select figure.*, cause, month, lag(month, 1, 0) over (partition by figure.cohort, cause order by month) as month_before
    from figure
    cross join (select unnest(from_json($causes, '["VARCHAR"]')) as cause)
    cross join (select unnest(from_json($months, '["INTEGER"]')) as month)
),
at_month as (
    select
        grid.*,
        (
            select count(*)
            from followed
            where followed.cohort = grid.cohort and followed.time >= days_of(grid.month)
        ) as at_risk,
        coalesce(max(step.incidence), 0) as incidence,
        coalesce(arg_max(step.se, step.time), 0) as se,
        coalesce(sum(step.events) filter (step.time > days_of(grid.month_before) or grid.month_before = 0), 0)
            as events
    from grid
    left join incidence as step on
        step.cohort = grid.cohort and step.cause = grid.cause and step.time <= days_of(grid.month)
    group by all
),
judged as (
    select
        at_month.* exclude (status),
        case
            when at_month.status <> 'ok' then at_month.status
            when greatest(period.period_start, terms.first_day) + days_of(at_month.month) > $as_of::date then 'not_due'
            else 'ok'
        end as status
    from at_month
    join period using (period_id)
    join agreement_terms as terms on terms.agreement = at_month.agreement
)
select
    agreement,
    indicator,
    definition_version,
    period_type,
    period,
    cause,
    month,
    if(status = 'ok', incidence, null) as value,
    if(status = 'ok', incidence_low(incidence, se, $z), null) as ci_low,
    if(status = 'ok', incidence_high(incidence, se, $z), null) as ci_high,
    if(status = 'ok', at_risk, null) as at_risk,
    status,
    if(status = 'ok', events, null) as events
from judged;

update result
set value = median.months, note = if(median.months is null, 'median_not_reached', '')
from (
    select
        figure.rowid as row_number,
        -- a product of as many factors as there are days may be 0.5000000000000001 where half are left
        min(step.time) filter (step.survival <= 0.5 + 1e-9) * 12 / 365.25 as months
    from result as figure
    join indicator_header as header on header.id = figure.indicator and header.kind = 'curve'
    join period using (agreement, period_type, period)
    left join kaplan_meier('followed') as step on
        step.cohort = struct_pack(indicator := figure.indicator, period_id := period.period_id)
    where figure.status = 'ok'
    group by figure.rowid
) as median
where median.row_number = result.rowid;

-- A median that is not reached is no figure; below the minimum base, disclosure control says that instead.
update result
set status = 'no_data'
from agreement_terms as terms
where
    terms.agreement = result.agreement
    and result.note = 'median_not_reached'
    and result.people >= terms.minimum_base;
