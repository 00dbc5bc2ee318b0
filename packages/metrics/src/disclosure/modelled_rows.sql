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

-- Where breakdowns are of more numbers than it can bear, those of parts of a year are withheld, and the years are shown
-- (disclosure.md, rule 5: coarsened). A cube of which an earlier publication showed something stays.
create or replace temp table coarsened_row as
with broken_down as (
    select judged.*, coalesce(released.was = 'shown', false) as was_shown
    from judged
    left join released using (row_number)
    where judged.counts = 'people' and judged.breakdown <> 'total' and judged.agreement not in (from large_agreement)
    qualify count(*) over (partition by judged.agreement) > $most_broken_down
)
select row_number
from broken_down
where not is_a_year_at_least(period_type)
qualify not bool_or(was_shown) over (partition by agreement, indicator, period_id, breakdown);

create or replace temp table modelled as
from judged
where
    counts = 'people'
    and agreement not in (from large_agreement)
    and row_number not in (from coarsened_row);
