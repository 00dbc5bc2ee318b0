-- The attacker's models of events: one of the totals of each figure, and one of each of its breakdowns with the totals.
create or replace temp table event_cell as
with participants as (
    select agreement, period_type, period, breakdown, category, value, status
    from result
    where indicator = 'unique_participants'
    qualify definition_version = max(definition_version) over (partition by agreement)
),
known_participants as (
    select
        *,
        bool_or(status = 'ok') over (partition by agreement, period_type, period, breakdown) as is_partly_shown
    from participants
)
select
    result.rowid as row_number,
    concat_ws('/', agreement, result.indicator, period_type, period, breakdown, category, result.definition_version) as item,
    agreement,
    concat_ws('@', result.indicator, result.definition_version) as family,
    breakdown,
    category,
    span.span,
    result.value,
    terms.threshold,
    -- Each has come at least once, in a session, and who is hidden is someone, unless all of a breakdown is hidden.
    case
        when header.unit <> 'events' or result.value = 0 then 0
        when participants.status = 'ok' and result.indicator = 'attendances' then least(participants.value, result.value)
        when participants.status = 'ok' then least(participants.value, 1)
        when participants.is_partly_shown or breakdown = 'total' then 1
        else 0
    end as least,
    -- Visits tell of people, and shown beside some hidden people and not beside others they would tell which are few.
    case
        when released.was = 'shown' then 'released'
        when 'suppressed' in (result.status, participants.status) then 'must_hide'
        when result.value = 0 then 'must_show'
        else 'free'
    end as rule,
    is_a_year_at_least(period_type) as is_whole
from result
join indicator_header as header on header.id = result.indicator
join period using (agreement, period_type, period)
join span using (period_id, agreement, period_type)
join agreement_terms as terms using (agreement)
left join known_participants as participants using (agreement, period_type, period, breakdown, category)
left join released on released.row_number = result.rowid
where header.counts = 'events' and header.kind in ('sum', 'count') and result.status in ('ok', 'suppressed');

-- Periods with the same days have the same events.
create or replace temp table event_place as
select agreement, family, breakdown, category, span, any_value(value) as value, max(least) as least
from event_cell
group by all;

-- Parts of a period add up to it, but for groups that someone may leave for another in between: those whose
-- numbers do not add up are not taken together. What is made of parts that are made of others is left to these.
create or replace temp table event_tiling as
with added as (
    select whole.agreement, whole.family, whole.breakdown, whole.span, part_type, whole.category, whole.value, sum(coalesce(part.value, 0)) as sum
    from event_place as whole
    join tiling on tiling.whole = whole.span
    left join event_place as part
        on (part.agreement, part.family, part.breakdown, part.category) = (whole.agreement, whole.family, whole.breakdown, whole.category)
        and part.span = tiling.part
    group by all
),
adds_up as (
    select agreement, family, breakdown, span, part_type
    from added
    group by all
    having bool_and(abs(value - sum) < 1e-6)
)
select agreement, family, breakdown, adds_up.span, adds_up.part_type, list(tiling.part) as parts
from adds_up
join tiling on tiling.whole = adds_up.span and tiling.part_type = adds_up.part_type
group by all
having count(*) filter ((agreement, family, breakdown, tiling.part) in (select (agreement, family, breakdown, span) from adds_up)) = 0;
