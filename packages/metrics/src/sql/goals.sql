-- Targets and trust, from what disclosure control lets through and nothing else: neither sign can tell a
-- figure that is withheld.

-- What makes a figure less sure: more than a fifth of the visits without identity, more than a fifth of the
-- people without a known outcome, answers from fewer than four in five of those who were followed up or who left, a
-- period that is over without all of its deliveries, and more than one row
-- in a hundred in quarantine.
create or replace temp table trust_reason as
with figure as (
    select
        result.rowid as row_number,
        result.*,
        header.kind,
        header.counts,
        header.needs,
        header.followup_months,
        period.last_day = period.period_end
            and not still_falls_due(period_type, period.period_end, outcome_day, header.followup_months) as is_over
    from result
    join period using (agreement, period_type, period)
    left join indicator_header as header on header.id = result.indicator
    where result.status = 'ok'
),
read_rows as (
    select
        period.agreement,
        period.period_type,
        period.period,
        delivery.dataset,
        sum(delivery.rows_read) as rows_read
    from period
    join delivery on
        delivery.agreement = period.agreement
        and delivery.verdict in ('approved', 'approved_with_remarks')
        and coalesce(delivery.scope_start, period.period_start) <= period.last_day
        and coalesce(delivery.scope_end, period.last_day) >= period.period_start
    group by all
),
quarantined_rows as (
    select
        period.agreement,
        period.period_type,
        period.period,
        delivery.dataset,
        count(*) as quarantined
    from quarantine
    join delivery using (delivery)
    join period on
        period.agreement = quarantine.agreement
        and coalesce(quarantine.date, delivery.scope_end, period.last_day)
        between period.period_start and period.last_day
    group by all
)
select figure.row_number, 'share_identified' as reason
from figure
join figure as anonymous using (agreement, period_type, period)
where
    anonymous.indicator = 'anonymous_share'
    and anonymous.breakdown = 'total'
    and anonymous.value > 0.2
    and figure.counts = 'people'
    and list_contains(figure.needs, 'attendance')
union all
select row_number, 'share_unknown'
from figure
where kind = 'share' and followup_months is null and unknown > 0.2 * if(lower_bound = value, denominator, denominator + unknown)
union all
select row_number, 'response_rate'
from figure
where followup_months is not null and unknown > 0.2 * denominator
union all
select figure.row_number, 'response_rate'
from figure
join figure as leavers using (agreement, period_type, period, breakdown, category)
where
    leavers.indicator = 'leavers'
    and list_contains(figure.needs, 'surveys')
    and figure.denominator < 0.8 * leavers.value
union all
select row_number, 'deliveries_missing'
from figure
where is_over and not complete
union all
select figure.row_number, 'quarantined_rows'
from figure
join read_rows using (agreement, period_type, period)
left join quarantined_rows using (agreement, period_type, period, dataset)
where figure.needs is null or list_contains(figure.needs, read_rows.dataset)
group by figure.row_number
having sum(coalesce(quarantined_rows.quarantined, 0)) > 0.01 * sum(read_rows.rows_read);

update result
set trust = judged.trust
from (
    select
        result.rowid as row_number,
        case
            when result.status <> 'ok' then 'withheld'
            when exists (from trust_reason where trust_reason.row_number = result.rowid) then 'limited'
            else 'good'
        end as trust
    from result
) as judged
where judged.row_number = result.rowid;

-- A total that still runs has reached a target from below, or gone past one from above, or cannot be judged yet.
create or replace temp macro verdict(value, target, direction, on_the_way, still_runs) as
    case
        when value is null or target is null then 'cannot_be_judged'
        when still_runs and direction = 'at_most'
            then if(value > target, 'not_met', 'cannot_be_judged')
        when still_runs and value < target then 'cannot_be_judged'
        when direction = 'at_most'
            then case when value <= target then 'met' when value <= target / on_the_way then 'on_the_way' else 'not_met' end
        when value >= target then 'met'
        when value >= on_the_way * target then 'on_the_way'
        else 'not_met'
    end;

create or replace temp macro is_running_total(kind, last_day, period_end) as
    kind in ('count', 'sum') and last_day < period_end;

-- A unit cost has three bases. A target speaks of what the municipality paid.
create or replace temp macro is_judged_basis(basis) as basis in ('', 'municipality');

-- The total of every period of the kind that the target speaks of.
update result
set target = judged.target, goal = judged.goal
from (
    select
        result.rowid as row_number,
        target.target,
        verdict(
            result.value,
            target.target,
            target.direction,
            terms.on_the_way,
            is_running_total(header.kind, period.last_day, period.period_end)
        ) as goal
    from result
    join period using (agreement, period_type, period)
    join agreement_target as target using (agreement, indicator, period_type)
    join agreement_terms as terms using (agreement)
    left join indicator_header as header on header.id = result.indicator
    where result.breakdown = 'total' and is_judged_basis(result.basis) and target.target is not null
    qualify row_number() over (partition by result.rowid order by target.goal_position, target.target_position) = 1
) as judged
where judged.row_number = result.rowid;

-- Each goal is judged on the last period that is complete; while none is, on the last with a figure to show.
insert into goal by name
with figure as (
    select result.rowid as row_number, result.*
    from result
    where result.breakdown = 'total' and is_judged_basis(result.basis)
)
select
    target.agreement,
    target.goal,
    target.indicator,
    coalesce(figure.definition_version, frozen.version, 1) as definition_version,
    period.period_type,
    period.period,
    target.target,
    target.direction,
    target.baseline,
    figure.value,
    figure.ci_low,
    figure.ci_high,
    verdict(
        figure.value,
        target.target,
        target.direction,
        terms.on_the_way,
        is_running_total(header.kind, period.last_day, period.period_end)
    ) as verdict,
    coalesce(figure.trust, 'withheld') as trust,
    coalesce(
        (
            select string_agg(reason, ' ' order by reason)
            from trust_reason
            where trust_reason.row_number = figure.row_number
        ),
        ''
    ) as trust_reasons,
    target.decided_body,
    target.decided_date,
    target.decided_reference,
    target.assumed,
    coalesce(figure.status, 'not_computable') as status
from agreement_target as target
join agreement_terms as terms using (agreement)
join period using (agreement, period_type)
left join agreement_definition as frozen using (agreement, indicator)
left join figure using (agreement, indicator, period_type, period)
left join indicator_header as header on header.id = target.indicator
qualify
    row_number() over (
        partition by target.agreement, target.goal_position, target.target_position
        order by
            period.activity_complete desc,
            (period.activity_complete or coalesce(figure.status = 'ok', false)) desc,
            period.period_start desc
    ) = 1
order by target.agreement, target.goal_position, target.target_position;
