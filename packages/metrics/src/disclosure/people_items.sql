-- What a published row gives away of people, part by part.
create or replace temp table part_of_role as
from (
    values
        ('numerator', 'numerator'), ('numerator', 'base'),
        ('denominator', 'complement'), ('denominator', 'base'), ('denominator', 'known_others'),
        ('unknown', 'complement'), ('unknown', 'base'), ('unknown', 'unknown'),
        ('unknown_outside', 'unknown'),
        ('excluded', 'excluded')
) as part (role, part);

-- The counts of each model: those of its breakdown, and those of the whole, which it adds up to. First by seat, of which
-- there are many takers.
create or replace temp table counted_part as
with place as (
    select breakdown, position, people, unnest(held, recursive := true) from model_column
),
whole as (
    select model_column.breakdown, model_column.position, model_column.people, unnest(pattern.seats) as seat
    from model_column
    join (select pattern, seats from pattern) as pattern using (pattern)
    where model_column.breakdown <> 'total'
),
seat_count as (
    select breakdown, breakdown as of_breakdown, category, seat, list(position) as columns, sum(people) as people
    from place
    group by all
    union all
    select breakdown, 'total', '', seat, list(position), sum(people)
    from whole
    group by all
)
select
    seat.agreement,
    seat.family,
    seat_count.breakdown as model,
    seat.indicator,
    seat.period_id,
    seat_count.of_breakdown as breakdown,
    seat_count.category,
    part_of_role.part,
    list_sort(flatten(list(seat_count.columns))) as columns,
    sum(seat_count.people)::integer as people
from seat_count
join seat using (seat)
join part_of_role using (role)
group by all;

-- A figure is one item with what it cannot be shown without: 13.3 per cent of 30 is 4. What stands beside it, the
-- unknown and those left out, are items of their own.
create or replace temp table item_part as
with item as (
    select *, 'figure' as what, unnest(
        case
            when kind = 'count' then ['numerator']
            when kind = 'share' then ['numerator', 'complement', 'base']
            else ['base']
        end
    ) as part
    from modelled
    union all
    select *, 'unknown', unnest(if(kind = 'share', ['unknown', 'known_others'], ['unknown'])) from modelled
    union all
    select *, 'excluded', 'excluded' from modelled
)
select
    concat_ws('/', item.agreement, item.indicator, item.period_type, item.period, item.breakdown, item.category, item.what) as item,
    concat_ws('/', item.agreement, item.indicator, item.period_type, item.period, item.breakdown, item.what) as cube,
    item.agreement,
    linked_indicator.family, -- that of a zero as well, which no column counts
    coalesce(counted_part.model, item.breakdown) as model,
    item.row_number,
    item.indicator,
    item.period_id,
    item.what,
    item.part,
    item.kind,
    item.breakdown,
    item.period_type,
    -- a mean is told from its number of respondents, so the minimum base is a threshold of theirs
    if(item.kind = 'mean' and item.part = 'base', greatest(item.threshold, item.minimum_base), item.threshold) as threshold,
    item.minimum_base,
    case
        when released.was = 'hidden' or (item.what = 'unknown' and hid_unknown) or (item.what = 'excluded' and hid_excluded)
            then 'hidden'
        else released.was
    end as was,
    coalesce(counted_part.columns, []) as columns,
    coalesce(counted_part.people, 0) as people,
    item.is_sensitive_outcome
    and item.kind = 'share'
    and item.part in ('numerator', 'complement')
    and coalesce(counted_part.people, 0) = 0
    and item.people > 0 as is_none_of_group
from item
left join linked_indicator using (agreement, indicator)
left join counted_part using (agreement, indicator, period_id, breakdown, category, part)
left join released using (row_number);

-- The distinct counts behind them. Two rows that count the same people by all that anyone can know are one, and where
-- one of them is a count of people, what holds for that holds for all.
create or replace temp table people_count as
with limited as (
    select
        *,
        coalesce(min(threshold) filter (kind = 'count' and what = 'figure') over same_people, max(threshold) over same_people)
            as count_threshold
    from item_part
    where len(columns) > 0
    window same_people as (partition by agreement, family, model, columns)
)
select
    agreement,
    family,
    model,
    min(item) as key,
    columns,
    any_value(people) as value,
    any_value(count_threshold) as threshold,
    -- what is shown already is no secret; what moved by few must not be told, and nor by how many
    bool_or(is_small(people, count_threshold) or is_none_of_group or coalesce(was = 'waits', false))
    and not coalesce(bool_or(was = 'shown'), false) as is_sensitive,
    -- zero is shown, so what is hidden is known to be one or more; a numerator may be hidden by its complement
    coalesce(
        list(item order by item) filter (
            people > 0 and (kind <> 'share' or part not in ('numerator', 'complement', 'known_others'))
        ),
        []
    ) as floors,
    list(item order by item) as items
from limited
group by agreement, family, model, columns;

-- What was said before is said again. What is small, or rests on too few, is hidden; zero is not. A total is dear, a
-- total outcome twice as dear, and so is a year.
create or replace temp table people_item as
with summed as (
    select
        part.agreement,
        part.model,
        part.item,
        any_value(part.cube) as cube,
        any_value(part.row_number) as row_number,
        any_value(part.indicator) as indicator,
        any_value(part.period_id) as period_id,
        any_value(part.what) as what,
        max(part.family) as family,
        max(part.people) as people,
        coalesce(bool_or(is_small(part.people, counted.threshold)), false) or bool_or(part.is_none_of_group) as is_sensitive,
        bool_or(part.part = 'base' and part.people between 1 and part.minimum_base - 1) as has_few_behind,
        any_value(part.breakdown) as breakdown,
        any_value(part.period_type) as period_type,
        any_value(part.was) as was,
        any_value(part.kind) as kind
    from item_part as part
    left join people_count as counted using (agreement, family, model, columns)
    group by part.agreement, part.model, part.item
)
select
    *,
    case
        when was = 'shown' then 'released'
        when was in ('hidden', 'waits') then 'must_hide'
        when people = 0 then if(breakdown = 'total', 'must_show', 'zero')
        when is_sensitive or has_few_behind then 'must_hide'
        else 'free'
    end as rule,
    if(
        what = 'figure',
        people * if(period_type in ('year', 'agreement'), 4, 1) + if(breakdown = 'total', if(kind = 'count', 1000000, 2000000), 1),
        1
    )::double as cost,
    if(breakdown = 'total', null, cube) as withheld_with
from summed;
