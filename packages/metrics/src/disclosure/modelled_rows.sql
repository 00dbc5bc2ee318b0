-- Agreements with more people than the attacker's model can bear. Their people are left out of it, and their breakdowns
-- are judged whole (large_rows.sql).
create or replace temp table large_agreement as
select period.agreement
from counted_person
join period using (period_id)
group by period.agreement
having count(distinct counted_person.person) > $most_people
union
from crowded_agreement;

delete from counted_person
where period_id in (select period_id from period join large_agreement using (agreement));

-- Where breakdowns are of more numbers than it can bear, calendar years and the whole agreement are shown, and all other
-- periods withheld (disclosure.md, rule 5: coarsened): of years that overlap each other what lies in both is soon told. A cube
-- of which an earlier publication showed something stays.
create or replace temp table coarsened_row as
with broken_down as (
    select judged.*, span.span, coalesce(released.was = 'shown', false) as was_shown
    from judged
    join span using (agreement, period_id)
    left join released using (row_number)
    where judged.counts = 'people' and judged.breakdown <> 'total' and judged.agreement not in (from large_agreement)
    qualify count(*) over (partition by judged.agreement) > $most_broken_down
)
select row_number
from broken_down
where
    (agreement, span) not in (
        select (agreement, span) from span where period_type in ('year', 'agreement')
    )
qualify not bool_or(was_shown) over (partition by agreement, indicator, period_id, breakdown);

create or replace temp table modelled as
from judged
where
    counts = 'people'
    and agreement not in (from large_agreement)
    and row_number not in (from coarsened_row);
