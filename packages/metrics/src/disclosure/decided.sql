-- Which sign each row gets, from what was decided for people, and for all else by the plain limits.

create or replace temp table hidden_people_item as
select distinct item.row_number, item.what
from people_item as item
where item.item in (select item from hidden_item);

-- A base that everyone can see, since it is shown as a figure of its own: that it is too small is no secret.
create or replace temp table open_base as
select distinct base.row_number
from item_part as base
join people_count as counted
    on counted.agreement = base.agreement
    and counted.family = base.family
    and counted.model = base.model
    and list_contains(counted.items, base.item)
    and counted.columns = base.columns
join item_part as alone
    on alone.model = base.model
    and alone.agreement = base.agreement
    and list_contains(counted.items, alone.item)
    and alone.columns = base.columns
where
    base.part = 'base'
    and base.kind <> 'count'
    and base.people < base.minimum_base
    and alone.kind = 'count'
    and alone.what = 'figure'
    and alone.row_number not in (select row_number from hidden_people_item where what = 'figure');

-- Hidden looks the same whether a figure is small itself or would tell of another (rule 8).
create or replace temp table withheld_row as
select
    judged.row_number,
    case
        when open_base.row_number is not null then 'too_few'
        when hidden.row_number is not null then 'suppressed'
        when judged.row_number in (from withheld_in_large) or judged.row_number in (from coarsened_row) then 'suppressed'
        when judged.counts <> 'kronor' and released.was in ('hidden', 'waits') then 'suppressed'
        -- a share of nobody; in a cube that is withheld whole it is hidden like the rest
        when judged.counts = 'people' and judged.kind <> 'count' and (judged.value is null or judged.people = 0)
            then 'too_few'
        when judged.counts = 'people' then null
        when
            judged.kind in ('share', 'mean', 'median', 'ratio')
            and (judged.value is null or judged.people < judged.minimum_base)
            then 'too_few'
        when is_small(judged.smallest_part, judged.threshold) then 'suppressed'
        when judged.kind in ('count', 'sum') and judged.value <> 0 and judged.people < judged.threshold then 'suppressed'
    end as sign
from judged
left join hidden_people_item as hidden on hidden.row_number = judged.row_number and hidden.what = 'figure'
left join open_base on open_base.row_number = judged.row_number
left join released on released.row_number = judged.row_number;

-- Total cost is public, so a cost per person gives its denominator away (rule 2): it follows the figure that it
-- is per, which is known by being the same number wherever both are. So does a share of visits, or visits per day.
create or replace temp table follows as
with beside as (
    select
        per.row_number,
        per.indicator,
        figure.indicator as figure,
        figure.row_number as figure_row,
        per.denominator is not distinct from figure.value as is_value,
        per.denominator is not distinct from figure.numerator as is_numerator,
        per.counts = 'events' and per.numerator is not distinct from figure.value as is_what_is_shared
    from judged as per
    join judged as figure using (agreement, period_id, breakdown, category)
    where
        per.denominator > 0
        and (
            (per.counts = 'kronor' and per.kind = 'ratio' and figure.counts in ('people', 'events'))
            or (per.counts = 'events' and per.kind in ('ratio', 'share') and figure.counts = 'events' and figure.kind in ('count', 'sum'))
        )
),
same as (
    select indicator, figure
    from beside
    group by all
    having bool_and(is_value) or bool_and(is_numerator) or bool_and(is_what_is_shared)
)
select beside.row_number, beside.figure_row
from beside
join same using (indicator, figure);

update withheld_row
set sign = 'suppressed'
where
    row_number in (
        select follows.row_number
        from follows
        join withheld_row as figure on figure.row_number = follows.figure_row
        where figure.sign = 'suppressed'
    );

update result
set status = withheld_row.sign
from withheld_row
where withheld_row.row_number = result.rowid and withheld_row.sign is not null;

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
        bool_or(what = 'unknown') as hides_unknown,
        bool_or(what = 'excluded') as hides_excluded
    from hidden_people_item
    group by row_number
) as beside
where beside.row_number = result.rowid and (beside.hides_unknown or beside.hides_excluded);
