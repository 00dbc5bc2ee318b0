-- A column for each group in each period that is made of no others: its events beyond the least that they can be.
create or replace temp table event_column as
select
    *,
    (row_number() over (partition by agreement, family, breakdown order by span, category) - 1)::integer as position
from event_place
where (agreement, family, breakdown, span) not in (select (agreement, family, breakdown, span) from event_tiling);

-- The sums of columns that a place is, one for each way that its period is made up.
create or replace temp table event_sum as
with made_of as (
    select agreement, family, breakdown, span, part_type, unnest(parts) as part from event_tiling
    union all
    select distinct agreement, family, breakdown, span, '', span from event_column
),
in_columns as (
    select made_of.* exclude (part), event_column.category, event_column.position, event_column.least
    from made_of
    join event_column
        on (event_column.agreement, event_column.family, event_column.breakdown, event_column.span)
        = (made_of.agreement, made_of.family, made_of.breakdown, made_of.part)
),
of_groups as (
    select agreement, family, breakdown, span, part_type, category, list(position order by position) as columns, sum(least) as least_of_columns
    from in_columns
    group by all
),
of_all as (
    select agreement, family, breakdown, span, part_type, list(position order by position) as columns, sum(least) as least_of_columns
    from in_columns
    where breakdown <> 'total'
    group by all
),
groups_add_up as (
    select agreement, family, breakdown, span, sum(value) as value
    from event_place
    where breakdown <> 'total'
    group by all
)
select of_groups.*, breakdown as of_breakdown, place.value, place.least
from of_groups
join event_place as place using (agreement, family, breakdown, span, category)
union all by name
select of_all.*, '' as category, 'total' as of_breakdown, total.value, total.least
from of_all
join groups_add_up using (agreement, family, breakdown, span)
join event_place as total
    on (total.agreement, total.family, total.span) = (of_all.agreement, of_all.family, of_all.span)
    and total.breakdown = 'total'
    and abs(total.value - groups_add_up.value) < 1e-6;

-- A sum may have more people than its columns are known to have: then less of a larger sum is left for all else. So it gets
-- a column of its own, its events beyond one for each of them, which with all else makes up the rest of the larger sum.
create or replace temp table event_surplus as
with more as (
    select *
    from event_sum
    where least > least_of_columns
    qualify part_type = max(part_type) over (partition by agreement, family, breakdown, span, of_breakdown, category)
),
wide as (
    select agreement, family, breakdown, count(*) as columns from event_column group by all
)
select
    more.*,
    (
        wide.columns - 1
        + row_number() over (partition by agreement, family, breakdown order by span, of_breakdown, category)
    )::integer as position
from more
join wide using (agreement, family, breakdown);

create or replace temp table event_count as
with counted as (
    select agreement, family, breakdown, span, of_breakdown, category, columns, value - least_of_columns as value, true as is_place
    from event_sum
    union all
    select
        whole.agreement,
        whole.family,
        whole.breakdown,
        whole.span,
        whole.of_breakdown,
        whole.category,
        list_append(list_filter(whole.columns, lambda place : not list_contains(part.columns, place)), part.position),
        whole.value - whole.least_of_columns + part.least_of_columns - part.least,
        false
    from event_surplus as part
    join event_sum as whole
        on (whole.agreement, whole.family, whole.breakdown) = (part.agreement, part.family, part.breakdown)
        and len(whole.columns) > len(part.columns)
        and list_has_all(whole.columns, part.columns)
)
select
    counted.agreement,
    counted.family,
    counted.breakdown as model,
    counted.columns,
    any_value(counted.value) as value,
    any_value(cell.threshold) - 1 as width,
    bool_or(is_place) as is_place,
    list(distinct cell.item order by cell.item) as items
from counted
join event_cell as cell
    on (cell.agreement, cell.family, cell.breakdown, cell.span, cell.category)
    = (counted.agreement, counted.family, counted.of_breakdown, counted.span, counted.category)
group by counted.agreement, counted.family, counted.breakdown, counted.columns;

-- A total is dear, and so is a year.
create or replace temp table event_item as
select distinct
    agreement,
    family,
    counted.model,
    item,
    cell.breakdown,
    cell.span,
    cell.row_number,
    cell.rule,
    cell.value * if(cell.is_whole, 4, 1) + if(cell.breakdown = 'total', 1000000, 1) as cost
from (select agreement, family, model, unnest(items) as item from event_count) as counted
join event_cell as cell using (agreement, family, item);
