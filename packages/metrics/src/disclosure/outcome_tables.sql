-- Primary suppression of `waterfall`, `transition` and `curve`, by the same rules as for figures (disclosure.md,
-- rules 1 and 2); comes after that of `result`.

-- A figure that is withheld has its universe alone, and that without a number: the reasons for leaving someone
-- out would tell that there is someone.
delete from waterfall
using result
where
    step > 1
    and result.breakdown = 'total'
    and result.status <> 'ok'
    and result.note <> 'median_not_reached'
    and (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
    = (waterfall.agreement, waterfall.indicator, waterfall.definition_version, waterfall.period_type, waterfall.period);

update waterfall
set count = null, status = result.status
from result
where
    result.breakdown = 'total'
    and result.status <> 'ok'
    and result.note <> 'median_not_reached'
    and (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
    = (waterfall.agreement, waterfall.indicator, waterfall.definition_version, waterfall.period_type, waterfall.period);

-- Denominator and numerator are shown with the figure. Of the reasons, one that is hidden alone follows from the
-- universe, which hence is hidden with it; of unknown and complement, which make up the rest, either tells the other.
update waterfall
set count = null, status = 'suppressed'
from (
    select
        step.rowid as row_number,
        step.role = 'excluded' and is_small(step.count, terms.threshold) as is_sensitive,
        coalesce(bool_or(is_small(step.count, terms.threshold)) filter (step.role = 'excluded') over figure, false)
            as hides_universe,
        coalesce(
            bool_or(is_small(step.count, terms.threshold)) filter (step.role in ('unknown', 'complement')) over figure,
            false
        ) as hides_rest,
        step.role
    from waterfall as step
    join indicator_terms as terms using (agreement, indicator)
    window figure as (
        partition by step.agreement, step.indicator, step.definition_version, step.period_type, step.period
    )
) as judged
where
    judged.row_number = waterfall.rowid
    and (
        judged.is_sensitive
        or (judged.hides_universe and judged.role = 'universe')
        or (judged.hides_rest and judged.role in ('unknown', 'complement'))
    );

update transition
set status = 'suppressed'
from agreement_terms as terms
where terms.agreement = transition.agreement and is_small(transition.count, terms.threshold);

-- Where those who left went adds up to how many they are.
update transition
set status = 'suppressed'
from result
where
    result.indicator = 'leavers'
    and result.breakdown = 'total'
    and result.status <> 'ok'
    and (result.agreement, result.period_type, result.period)
    = (transition.agreement, transition.period_type, transition.period);

-- A period in which someone's figures wait would tell of them by where they went.
update transition
set status = 'suppressed'
from judged
join released using (row_number)
where
    released.was = 'waits'
    and judged.breakdown = 'total'
    and (judged.agreement, judged.period_type, judged.period)
    = (transition.agreement, transition.period_type, transition.period);

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
    and result.note <> 'median_not_reached'
    and (result.agreement, result.indicator, result.definition_version, result.period_type, result.period)
    = (curve.agreement, curve.indicator, curve.definition_version, curve.period_type, curve.period);

-- A curve that rises by one to four people rises in the next point instead.
update curve
set value = null, ci_low = null, ci_high = null, at_risk = null, status = 'suppressed'
from (
    with recursive point as (
        select
            curve.rowid as row_number,
            struct_pack(agreement, indicator, definition_version, period_type, period, cause) as line,
            row_number() over (
                partition by agreement, indicator, definition_version, period_type, period, cause order by month
            ) as place,
            curve.events,
            terms.threshold
        from curve
        join indicator_terms as terms using (agreement, indicator)
        where curve.status = 'ok'
    ),
    risen as (
        select row_number, line, place, threshold, events
        from point
        where place = 1
        union all
        select
            point.row_number,
            point.line,
            point.place,
            point.threshold,
            point.events + if(is_small(risen.events, risen.threshold), risen.events, 0)
        from risen
        join point on point.line = risen.line and point.place = risen.place + 1
    )
    select row_number from risen where is_small(events, threshold)
) as hidden
where hidden.row_number = curve.rowid;
