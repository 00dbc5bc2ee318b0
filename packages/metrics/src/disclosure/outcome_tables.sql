-- Primary suppression of `waterfall` and `curve`, by the same rules as for figures (disclosure.md,
-- rules 1 and 2); comes after that of `result`.

-- A figure that is withheld has its universe alone, and that without a number: the reasons for leaving someone
-- out would tell that there is someone.
delete from waterfall
using result
where
    step > 1
    and result.breakdown = 'total'
    and result.status <> 'ok'
    and (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
    = (waterfall.agreement, waterfall.indicator, waterfall.definition_version, waterfall.period_type, waterfall.period);

update waterfall
set count = null, status = result.status
from result
where
    result.breakdown = 'total'
    and result.status <> 'ok'
    and (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
    = (waterfall.agreement, waterfall.indicator, waterfall.definition_version, waterfall.period_type, waterfall.period);

-- Reasons for leaving someone out add up, to all who are left out and over the parts of a period. Where one of them
-- is small in any period, they are told together in all, as the figure tells them.
create or replace temp table few_left_out as
select distinct step.agreement, step.indicator, step.definition_version
from waterfall as step
join indicator_terms as terms using (agreement, indicator)
where step.role = 'excluded' and is_small(step.count, terms.threshold);

create or replace temp table left_out_together as
select waterfall.* exclude (step, reason, count), min(step) as step, 'several_reasons' as reason, sum(count)::integer as count
from waterfall
join few_left_out using (agreement, indicator, definition_version)
where role = 'excluded'
group by all;

delete from waterfall
where role = 'excluded' and (agreement, indicator, definition_version) in (from few_left_out);

insert into waterfall by name from left_out_together;

update waterfall
set step = placed.place
from (
    select
        rowid as row_number,
        row_number() over (partition by agreement, indicator, definition_version, period_type, period order by step) as place
    from waterfall
) as placed
where placed.row_number = waterfall.rowid and placed.place <> waterfall.step;

-- Denominator and numerator are shown with the figure. How many are left out follows from the universe, and of unknown
-- and complement, which make up the rest, either tells the other: they are shown where the figure tells that.
update waterfall
set count = null, status = 'suppressed'
from result
join indicator_terms as terms using (agreement, indicator)
left join waterfall as complement on
    complement.role = 'complement'
    and (complement.agreement, complement.indicator, complement.definition_version, complement.period_type, complement.period)
    = (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
where
    result.breakdown = 'total'
    and waterfall.status = 'ok'
    and (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
    = (waterfall.agreement, waterfall.indicator, waterfall.definition_version, waterfall.period_type, waterfall.period)
    and (
        (waterfall.role in ('universe', 'excluded') and (result.excluded is null or result.unknown is null))
        or (
            waterfall.role in ('unknown', 'complement')
            and (result.unknown is null or is_small(complement.count, terms.threshold))
        )
    );

-- A point of a curve needs as many at risk as a share needs in its denominator, and is withheld with its figure.
update curve
set value = null, ci_low = null, ci_high = null, at_risk = null, status = 'too_few'
from agreement_terms as terms
where terms.agreement = curve.agreement and curve.status = 'ok' and curve.at_risk < terms.minimum_base;

update curve
set value = null, ci_low = null, ci_high = null, at_risk = null, status = result.status
from result
where
    curve.status = 'ok'
    and result.breakdown = 'total'
    and result.status <> 'ok'
    and (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
    = (curve.agreement, curve.indicator, curve.definition_version, curve.period_type, curve.period);

-- Curves that rise by none or by few rise in the next point instead. A point is shown of all causes or of none: how many
-- are still followed, less those that one cause took, tells of the other. What is left then was lost from sight, so a
-- point by which few were lost waits for more of them as well; that nobody was lost is told of no one. So does a point by
-- which a reader would be sure that few were, though wrongly: those to whom something happened on its very day are in
-- both numbers.
create or replace temp macro lost_by(point, events) as point.seen.at_risk - point.at_risk - list_sum(events);

-- As many events as a reader is sure of: none adds more to an incidence than what is left without one over those at risk.
create or replace temp macro sure_events(point) as list_transform(
    point.incidence,
    lambda each, cause : ceil(
        (each - point.seen.incidence[cause]) * point.at_risk / (1 - list_sum(point.incidence)) - 1e-6
    )
);

create or replace temp macro is_far_enough(point, events, threshold) as
    list_min(events) >= threshold
    and (lost_by(point, events) = 0 or lost_by(point, events) >= threshold)
    and not is_small(lost_by(point, sure_events(point)), threshold);

update curve
set value = null, ci_low = null, ci_high = null, at_risk = null, status = 'suppressed'
from (
    with recursive point as (
        select
            struct_pack(agreement, indicator, definition_version, period_type, period) as line,
            month,
            row_number() over (partition by agreement, indicator, definition_version, period_type, period order by month) as place,
            list(curve.events order by cause) as events,
            list(curve.value order by cause) as incidence,
            any_value(curve.at_risk) as at_risk,
            any_value(figure.denominator) as followed,
            any_value(terms.threshold) as threshold
        from curve
        join agreement_terms as terms using (agreement)
        join result as figure using (agreement, indicator, definition_version, period_type, period)
        where curve.status = 'ok' and figure.breakdown = 'total'
        group by agreement, indicator, definition_version, period_type, period, month
    ),
    -- `events` are those since the last point that is shown, which is what is `seen`; at the start everyone is
    risen as (
        select
            line,
            0 as month,
            0::bigint as place,
            events,
            struct_pack(at_risk := followed, incidence := [0 for each in incidence]::double[]) as seen,
            true as is_shown
        from point
        where place = 1
        union all
        select
            point.line,
            point.month,
            point.place,
            list_transform(point.events, lambda each, cause : each + if(risen.is_shown, 0, risen.events[cause])) as since,
            if(
                is_far_enough(struct_pack(point.at_risk, point.incidence, risen.seen), since, point.threshold),
                struct_pack(at_risk := point.at_risk::double, incidence := point.incidence),
                risen.seen
            ),
            is_far_enough(struct_pack(point.at_risk, point.incidence, risen.seen), since, point.threshold)
        from risen
        join point on point.line = risen.line and point.place = risen.place + 1
    )
    select line, month from risen where is_shown is not true
) as hidden
where
    curve.status = 'ok'
    and hidden.month = curve.month
    and hidden.line
    = struct_pack(curve.agreement, curve.indicator, curve.definition_version, curve.period_type, curve.period);
