-- Cells → the figures of `result`, before disclosure control. A cell without units is zero where its kind
-- of source was delivered, and says why not where it was not.
insert into result by name
with frame as (
    select
        indicator.*,
        period.* exclude (complete, activity_complete, last_day, is_settled),
        period.activity_complete
            and not still_falls_due(period_type, period_end, outcome_day, indicator.followup_months) as complete,
        category.breakdown,
        category.category
    from indicator_header as indicator
    join (
        select period.*, settled_period.period_id is not null as is_settled
        from period
        left join settled_period using (period_id)
    ) as period on indicator.kind = 'curve' or not period.is_settled
    join category on category.agreement = period.agreement and list_contains(indicator.breakdowns, category.breakdown)
    where indicator.counts in ('people', 'events')
),
can_be_sent as (
    select indicator.id, source.agreement
    from indicator_header as indicator
    join agreement_source as source on list_contains(indicator.needs, source.dataset)
    group by all
),
was_sent as (
    select indicator.id, period.period_id
    from indicator_header as indicator
    join covered on list_contains(indicator.needs, covered.dataset)
    join period on
        period.agreement = covered.agreement
        and covered.first_day <= period.last_day
        and covered.last_day >= period.period_start
    group by all
),
-- Where units were counted, silence elsewhere in the period is zero.
was_counted as (select distinct indicator, period_id from cell),
-- Breakdowns by something that nobody's source tells: all is unknown, and zero women would be a lie.
untold as (
    select unknown.indicator, unknown.period_id, unknown.breakdown
    from cell as unknown
    join cell as total using (indicator, period_id)
    where
        unknown.breakdown in ('gender', 'age_group', 'district')
        and unknown.category = 'unknown'
        and total.breakdown = 'total'
        and (unknown.numerator, unknown.complement, unknown.people) = (total.numerator, total.complement, total.people)
        and total.people > 0
),
figure as (
    select
        frame.*,
        coalesce(cell.numerator, 0) as numerator_sum,
        coalesce(cell.numerator + cell.complement, 0) as base,
        coalesce(cell.complement, 0) as complement,
        coalesce(cell.unknown + cell.unknown_outside, 0) as unknown_sum,
        coalesce(cell.unknown_outside, 0) as unknown_outside,
        coalesce(cell.excluded, 0) as excluded_sum,
        coalesce(cell.people, 0) as people_behind,
        cell.numerator_people,
        cell.complement_people,
        cell.largest,
        cell.mean,
        cell.median,
        cell.sd,
        (terms.first_day + to_months(frame.followup_months))::date as first_due,
        case
            when
                frame.needs is not null
                and can_be_sent.id is null
                and was_counted.indicator is null
                then 'not_computable'
            when
                frame.counts = 'people'
                and frame.breakdown = 'activity'
                and ruled.identification = 'anonymous'
                and cell.indicator is null
                then 'not_computable'
            when frame.followup_months is not null and asked.months is null then 'not_computable'
            when
                exists (
                    from untold
                    where
                        untold.indicator = frame.id
                        and untold.period_id = frame.period_id
                        and list_contains(string_split(frame.breakdown, '*'), untold.breakdown)
                )
                then 'not_computable'
            -- nobody can have left so early
            when was_counted.indicator is null and first_due > frame.outcome_day then 'not_due'
            when
                frame.needs is not null
                and was_sent.id is null
                and was_counted.indicator is null
                then 'no_data'
            else 'ok'
        end as state
    from frame
    left join cell on
        cell.indicator = frame.id
        and cell.period_id = frame.period_id
        and cell.breakdown = frame.breakdown
        and cell.category = frame.category
    left join was_counted on was_counted.indicator = frame.id and was_counted.period_id = frame.period_id
    join agreement_terms as terms on terms.agreement = frame.agreement
    left join agreement_followup as asked on
        asked.agreement = frame.agreement and asked.months = frame.followup_months
    left join can_be_sent on can_be_sent.id = frame.id and can_be_sent.agreement = frame.agreement
    left join was_sent on was_sent.id = frame.id and was_sent.period_id = frame.period_id
    left join agreement_activity as ruled on
        ruled.agreement = frame.agreement and ruled.activity = if(frame.breakdown = 'activity', frame.category, null)
)
select
    figure.agreement,
    figure.id as indicator,
    figure.version as definition_version,
    figure.period_type,
    figure.period,
    figure.period_start,
    figure.period_end,
    figure.complete,
    figure.breakdown,
    figure.category,
    '' as basis,
    case figure.kind
        when 'share' then numerator_sum / nullif(base, 0)
        when 'mean' then mean
        when 'median' then median
        when 'curve' then null -- the median, when the curve is known
        when 'ratio' then numerator_sum / nullif(complement, 0)
        else numerator_sum
    end as value,
    if(figure.kind in ('mean', 'median', 'curve'), null, numerator_sum) as numerator,
    case figure.kind
        when 'share' then base
        when 'mean' then people_behind
        when 'median' then people_behind
        when 'curve' then people_behind
        when 'ratio' then complement
    end as denominator,
    unknown_sum as unknown,
    excluded_sum as excluded,
    case figure.kind
        when 'share' then wilson_low(numerator_sum, base, $z)
        when 'mean' then mean - mean_margin(sd, people_behind, student.t)
    end as ci_low,
    case figure.kind
        when 'share' then wilson_high(numerator_sum, base, $z)
        when 'mean' then mean + mean_margin(sd, people_behind, student.t)
    end as ci_high,
    if(figure.kind = 'share' and unknown_sum > 0, numerator_sum / (base + unknown_outside), null) as lower_bound,
    if(
        figure.kind = 'share' and unknown_sum > 0,
        (numerator_sum + unknown_sum) / (base + unknown_outside),
        null
    ) as upper_bound,
    figure.unit,
    figure.state as status,
    -- where all changed alike there is a deviation of zero, and no d_z
    if(
        figure.kind = 'mean' and figure.state = 'ok',
        concat(printf('sd=%.6f', sd), printf(' d_z=%.6f', cohen_dz(mean, sd))),
        ''
    ) as note,
    people_behind as people,
    case
        -- one person who stands for more than 85 per cent of a sum is alone in it
        when figure.counts = 'events' and figure.largest > 0.85 * numerator_sum then 1
        when figure.kind = 'share' then least(nullif(numerator_people, 0), nullif(complement_people, 0))
    end as smallest_part
from figure
left join student on student.n = figure.people_behind;
