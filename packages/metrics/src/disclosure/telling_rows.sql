-- Every number that told another, row by row: which one it told, at what time, and `of` which agreement and `within` which
-- breakdown that was.
create or replace temp table telling as
select unnest(from_json($rows, '[{
    "told": "INTEGER", "time": "INTEGER", "of": "VARCHAR", "within": "VARCHAR", "number": "INTEGER",
    "agreement": "VARCHAR", "indicator": "VARCHAR", "periodType": "VARCHAR", "period": "VARCHAR",
    "breakdown": "VARCHAR", "category": "VARCHAR", "part": "VARCHAR"}]'), recursive := true);

-- Transitions are the first to go: the whole stage that told.
create or replace temp table telling_stage as
select distinct telling.told, transition.agreement, transition.stage
from telling
join transition
    on transition.agreement = telling.agreement and concat_ws(' ', transition.domain, transition.stage) = telling.indicator;

-- Rows that are withheld because a small number was worked out from them. Of the shown numbers that told it the one whose
-- loss is least goes, wherever it is shown; where something of that breakdown was told before, all of them that belong to it;
-- and the third time the breakdown. What is public already stays, and money, which is no secret.
create or replace temp table telling_row as
with told as (
    select
        told,
        "of" as agreement,
        within as breakdown,
        dense_rank() over (partition by "of", within order by time) as times
    from (select distinct told, time, "of", within from telling)
),
hideable as (
    select judged.*, judged.people * if(is_a_year_at_least(period_type), 4, 1) + if(breakdown = 'total', 1000000, 0) as cost
    from judged
    left join released using (row_number)
    where judged.counts <> 'kronor' and coalesce(released.was, 'hidden') = 'hidden'
),
place as (
    select told, telling.number, telling.part, telling.breakdown, hideable.row_number, hideable.cost
    from telling
    left join hideable
        on hideable.agreement = telling.agreement
        and split_part(hideable.indicator, '@', 1) = telling.indicator
        and hideable.period_type = telling.periodType
        and hideable.period = telling.period
        and hideable.breakdown = telling.breakdown
        and hideable.category = telling.category
),
least_lost as (
    select told, number
    from place
    group by told, number
    having count(row_number) = count(*)
    qualify row_number() over (partition by told order by sum(cost), number) = 1
),
going as (
    select place.row_number, place.part
    from place
    join least_lost using (told, number)
    join told using (told)
    where told.times > 1 or told not in (select told from telling_stage)
    union all
    select place.row_number, place.part
    from place
    join told using (told, breakdown)
    where told.times > 1 and breakdown <> 'total' and place.row_number is not null
    union all
    select hideable.row_number, 'value'
    from hideable
    join told using (agreement, breakdown)
    where told.times > 2 and breakdown <> 'total'
)
select
    row_number,
    bool_or(part not in ('unknown', 'excluded')) as hides_figure,
    bool_or(part = 'unknown') as hides_unknown,
    bool_or(part = 'excluded') as hides_excluded
from going
group by row_number;

-- They are withheld as what an earlier publication withheld.
create or replace temp table released as
select
    row_number,
    released.earlier_row,
    coalesce(released.hid_unknown, false) or coalesce(telling_row.hides_unknown, false) as hid_unknown,
    coalesce(released.hid_excluded, false) or coalesce(telling_row.hides_excluded, false) as hid_excluded,
    if(telling_row.hides_figure, 'hidden', released.was) as was
from released
full join telling_row using (row_number);
