-- The columns of the attacker's models, one model for the whole and one for each breakdown. The whole has a column for
-- each pattern; a breakdown has one for each kind of people in a pattern. Besides those that people have stand
-- those that they might have as well: any kind of people with any pattern. An attacker cannot rule them out, and
-- without them the model would know too much. To leave some out is only to be more careful.
create or replace temp table pattern as
select agreement, family, breakdown, pattern, any_value(seats) as seats, count(*)::integer as people
from person_pattern
group by agreement, family, breakdown, pattern;

create or replace temp table place_of_kind as
select kind, part.period_id, part.category
from (select kind, unnest(places) as part from kind);

create or replace temp table might_be as
with none_of_group as (
    select judged.indicator, judged.period_id, judged.breakdown, judged.category, role
    from judged, unnest(if(numerator = 0, ['numerator'], ['denominator', 'unknown'])) as part (role)
    where kind = 'share' and is_sensitive_outcome and (numerator = 0 or numerator = denominator)
),
likely as (
    select
        pattern.pattern,
        pattern.seats,
        kind.kind
    from pattern
    join kind using (agreement, breakdown)
    where len(pattern.seats) > 0
    -- the most common kinds, which others are most easily taken for
    qualify row_number() over (partition by pattern.pattern order by kind.people desc, kind.kind) <= 8
    union all
    -- those of whom nobody is what others are, where that is not to be told
    select pattern.pattern, pattern.seats, place_of_kind.kind
    from none_of_group
    join seat using (indicator, period_id, role)
    join pattern on pattern.breakdown = none_of_group.breakdown and list_contains(pattern.seats, seat.seat)
    join place_of_kind using (period_id, category)
    join kind on kind.kind = place_of_kind.kind and kind.breakdown = none_of_group.breakdown and kind.agreement = pattern.agreement
),
taken as (
    select pattern, kind, breakdown, unnest(seats) as seat
    from (select distinct likely.*, pattern.breakdown from likely join pattern using (pattern))
),
published_cell as (
    select distinct indicator, period_id, breakdown, category from judged
)
select
    taken.pattern,
    list_sort(list({seat: taken.seat, category: place_of_kind.category})) as held
from taken
join seat using (seat)
join place_of_kind on place_of_kind.kind = taken.kind and place_of_kind.period_id = seat.period_id
left join published_cell
    on published_cell.indicator = seat.indicator
    and published_cell.period_id = seat.period_id
    and published_cell.breakdown = taken.breakdown
    and published_cell.category = place_of_kind.category
group by taken.pattern, taken.kind
-- nobody might be where no figure is
having count(published_cell.indicator) = count(*);

create or replace temp table model_column as
with told as (
    select pattern, held, sum(people)::integer as people
    from (
        select pattern, held, count(*) as people
        from person_pattern
        where len(held) + len(seats) > 0
        group by pattern, held
        union all
        select distinct pattern, held, 0 from might_be
    )
    group by pattern, held
)
select
    pattern.agreement,
    pattern.family,
    pattern.breakdown,
    told.pattern,
    told.held,
    told.people,
    row_number() over (
        partition by pattern.agreement, pattern.family, pattern.breakdown order by told.pattern, told.held
    )::integer
    - 1 as position
from told
join pattern using (pattern);
