-- What earlier publications have said of each row (disclosure.md, rule 7). Figures of a period that was open then
-- speak of another day, unless it is the same day as now; the rest are final, and bind what may be said today.
create or replace temp table earlier_figure as
select published.*
from published_figure as published
join period using (agreement, period_type, period)
where published.complete or published.as_of = period.outcome_day
qualify
    row_number() over (
        partition by
            published.agreement,
            published.indicator,
            published.definition_version,
            published.period_type,
            published.period,
            published.breakdown,
            published.category,
            published.basis
        order by published.created desc, published.publication desc
    ) = 1;

-- A figure is `shown` when it is what it was, `hidden` when it was withheld, and `corrected` when it moved by as
-- many people as may be told. One that moved by fewer `waits`, and so do the events of those people, and a mean
-- that moved though its base did not.
create or replace temp table released as
with compared as (
    select
        judged.row_number,
        earlier.rowid as earlier_row,
        judged.agreement,
        judged.period_id,
        judged.breakdown,
        judged.category,
        judged.kind,
        judged.counts,
        judged.threshold,
        judged.people,
        judged.minimum_base,
        earlier.status,
        earlier.unknown is null as hid_unknown,
        earlier.excluded is null as hid_excluded,
        abs(earlier.value - judged.value) <= 1e-9 * greatest(1, abs(judged.value)) as is_same_value,
        list_filter(
            [
                if(judged.kind in ('count', 'sum'), abs(earlier.value - judged.value), null),
                abs(earlier.numerator - judged.numerator),
                abs(earlier.denominator - judged.denominator),
                abs(earlier.denominator - earlier.numerator - judged.denominator + judged.numerator),
                abs(earlier.unknown - judged.unknown),
                abs(earlier.excluded - judged.excluded)
            ],
            lambda moved : moved > 1e-6
        ) as moves
    from judged
    join earlier_figure as earlier
        on earlier.agreement = judged.agreement
        and earlier.indicator = split_part(judged.indicator, '@', 1)
        and earlier.definition_version = judged.definition_version
        and earlier.period_type = judged.period_type
        and earlier.period = judged.period
        and earlier.breakdown = judged.breakdown
        and earlier.category = judged.category
        and earlier.basis = judged.basis
),
moved as (
    select
        *,
        coalesce(is_same_value, true) and len(moves) = 0 as is_same,
        counts = 'people'
        and (
            coalesce(list_min(moves), threshold) < threshold
            or (kind in ('mean', 'median', 'curve') and not coalesce(is_same_value, true) and len(moves) = 0)
        ) as moves_few
    from compared
)
select
    row_number,
    earlier_row,
    hid_unknown,
    hid_excluded,
    case
        when status = 'suppressed' or (status = 'too_few' and people >= minimum_base) then 'hidden'
        when status <> 'ok' then null
        when is_same then 'shown'
        when
            moves_few
            or (
                counts = 'events'
                and (
                    bool_or(moves_few) over (partition by agreement, period_id, breakdown, category)
                    or coalesce(list_min(moves), threshold) < threshold
                )
            )
            then 'waits'
        else 'corrected'
    end as was
from moved;
