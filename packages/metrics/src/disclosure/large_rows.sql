-- In a large agreement a figure is shown for a kind of period, in total or broken down, where nothing in it is small
-- in any such period, nor what a longer one has beyond it, or not at all. Figures that add up to each other go together,
-- and breakdowns with their total. Who is new is so once, so periods add up from the beginning: what lies between the end of one
-- and the end of one of another kind is told by both, and where that is small the kind that has more periods goes.
create or replace temp table large_row as
with judged_large as (
    select
        judged.*,
        [
            people,
            numerator,
            denominator - numerator,
            -- the known others; where the unknown are no part of the rest this is nobody's number, and hides too much at most
            if(kind = 'share', denominator - numerator - unknown, null),
            unknown,
            excluded
        ] as numbers,
        span.first_day,
        span.last_day
    from judged
    join span using (agreement, period_id)
    where agreement in (from large_agreement) and counts = 'people'
),
few_beyond as (
    select distinct inside.row_number
    from judged_large as inside
    join judged_large as whole using (agreement, indicator, breakdown, category)
    where
        inside.first_day >= whole.first_day
        and inside.last_day <= whole.last_day
        and list_bool_or(
            list_transform(whole.numbers, lambda number, place : is_small(number - inside.numbers[place], whole.threshold))
        )
),
so_far as (
    select
        row_number,
        agreement,
        breakdown,
        category,
        threshold,
        period_type,
        count(*) over kind as periods,
        sum(people) over (kind order by last_day) as people
    from judged_large
    -- ages are those of a calendar year, and who is new may come to an activity long after
    where indicator = 'new_participants' and breakdown in ('total', 'gender')
    window kind as (partition by agreement, breakdown, category, period_type)
),
few_between as (
    select distinct finer.row_number
    from so_far as finer
    join so_far as coarser using (agreement, breakdown, category)
    where
        (finer.periods, finer.period_type) > (coarser.periods, coarser.period_type)
        and is_small(abs(finer.people - coarser.people), finer.threshold)
)
select
    row_number,
    agreement,
    judged_large.period_type,
    breakdown,
    case
        when indicator in ('enrolled_participants', 'leavers', 'stayers', 'median_days_leavers', 'median_days_stayers')
            then 'enrolled_participants'
        when indicator in ('share_to_work', 'share_to_studies', 'share_to_work_or_studies')
            then 'share_to_work_or_studies'
        when indicator in ('association_participants', 'share_association_active', 'share_newly_association_active')
            then 'association_participants'
        else indicator
    end as together,
    is_small(smallest_part, threshold)
    or list_bool_or(list_transform(numbers, lambda number : is_small(number, threshold)))
    or (kind <> 'count' and people between 1 and minimum_base - 1)
    or (is_sensitive_outcome and kind = 'share' and people > 0 and (numerator = 0 or numerator = denominator))
    or row_number in (from few_beyond)
    or row_number in (from few_between)
    or row_number in (select row_number from telling_row where hides_figure) as is_small
from judged_large;

create or replace temp table withheld_in_large as
select large_row.row_number
from large_row
join (select agreement, period_type, together, breakdown from large_row where is_small group by all) as small
    using (agreement, period_type, together)
where small.breakdown in (large_row.breakdown, 'total');
