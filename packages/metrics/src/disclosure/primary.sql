-- Primary suppression (disclosure.md, rules 1, 2, 3, 5 and 6). Counts of 1 to threshold − 1 people are
-- sensitive; zero is not. It sees nothing but `result` and `cost_item`, so that no figure goes around it.

-- A period that is not over or not all in is shown in total only.
delete from result
where not complete and breakdown <> 'total';

delete from cost_item
where
    activity <> ''
    and (agreement, period_type, period) in (
        select (period.agreement, period.period_type, period.period) from period where not complete
    );

-- Two breakdowns crossed need many people: in fewer than 250 most of such cells would have to be hidden.
delete from result
where
    breakdown = 'gender*age_group'
    and (agreement, period_type, period) not in (
        select (period.agreement, period.period_type, period.period)
        from participation
        join period using (period_id)
        where participation.activity is null
        group by all
        having count(*) >= 250
    );

create or replace temp macro is_small(people, threshold) as people between 1 and threshold - 1;

create or replace temp table judged as
select
    result.rowid as row_number,
    result.*,
    terms.threshold,
    terms.minimum_base,
    coalesce(header.kind, 'count') as kind,
    coalesce(header.counts, 'people') as counts
from result
join agreement_terms as terms using (agreement)
left join indicator_header as header on header.id = result.indicator
where result.status = 'ok';

-- A share is shown only if numerator and complement are too: 13.3 per cent of 30 is 4. `smallest_part` is
-- the same for events, told by the people behind them.
update result
set status = withheld.sign
from (
    select
        row_number,
        case
            when kind in ('share', 'mean', 'median', 'ratio') and (value is null or people < minimum_base) then 'too_few'
            when kind = 'curve' and people < minimum_base then 'too_few'
            when is_small(smallest_part, threshold) then 'suppressed'
            when
                kind = 'share'
                and counts = 'people'
                and (is_small(numerator, threshold) or is_small(denominator - numerator, threshold))
                then 'suppressed'
            when kind in ('count', 'sum') and value <> 0 and people < threshold then 'suppressed'
        end as sign
    from judged
) as withheld
where withheld.row_number = result.rowid and withheld.sign is not null;

-- What stands beside a figure that is shown. Where the unknown are in the denominator, and the lower bound
-- hence is the value itself, they would give away a small number of known others.
update result
set
    unknown = if(beside.hides_unknown, null, result.unknown),
    lower_bound = if(beside.hides_unknown, null, result.lower_bound),
    upper_bound = if(beside.hides_unknown, null, result.upper_bound),
    excluded = if(beside.hides_excluded, null, result.excluded)
from (
    select
        row_number,
        is_small(unknown, threshold)
        or coalesce(lower_bound = value and is_small(denominator - numerator - unknown, threshold), false)
            as hides_unknown,
        is_small(excluded, threshold) as hides_excluded
    from judged
    where counts = 'people'
) as beside
where beside.row_number = result.rowid and (beside.hides_unknown or beside.hides_excluded);

update result
set
    value = null,
    numerator = null,
    denominator = null,
    unknown = null,
    excluded = null,
    ci_low = null,
    ci_high = null,
    lower_bound = null,
    upper_bound = null,
    -- why a figure cannot be computed lies in its sources, and tells nothing of the people behind it; nor does
    -- it that fewer than half have had the event of a curve
    note = if(status = 'not_computable' or note = 'median_not_reached' and status = 'no_data', note, '')
where status <> 'ok';

-- A shared cost is allocated by hours or visits: total cost is public, so a part tells its activity's.
update cost_item
set amount = null, status = 'suppressed'
from agreement_terms as terms
where terms.agreement = cost_item.agreement and is_small(cost_item.people, terms.threshold);
