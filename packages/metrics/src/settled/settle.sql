-- Periods that were over on the day that their agreement was last counted for, of agreements whose rows and terms are
-- the same since. What a day decides of such a period is which visits tell who someone is, which stays have ended and
-- which answers have come: where none of those is dated between the two days, the period is settled. Curves are not,
-- since whoever is still enrolled is followed until the publication's day, nor is the whole agreement, which follow-ups fall
-- due in after it has ended.
insert into settled_period
with counted as (
    select counting.agreement, counting.as_of
    from published_counting as counting
    join (select unnest(from_json($bases, '[{"agreement": "VARCHAR", "basis": "VARCHAR"}]'), recursive := true)) as present
        using (agreement, basis)
    where counting.as_of <= $as_of::date
),
dated as (
    select agreement, date from attendance
    union all
    select agreement, date from statuses
    union all
    select agreement, start_date from engagements
    union all
    select agreement, end_date from engagements where end_date is not null
),
happened_since as (
    select distinct counted.agreement
    from counted
    join dated using (agreement)
    where dated.date > counted.as_of and dated.date <= $as_of::date
)
select period.period_id
from period
join counted using (agreement)
anti join happened_since using (agreement)
where period.period_end <= counted.as_of and period.period_type <> 'agreement';
