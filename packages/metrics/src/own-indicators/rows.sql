-- What each indicator of the view `indicator_row` counts in all periods together, by role, with the first of its rows.
with grouped as (
    select indicator, role, period_id, activity, person, count(*) as rows
    from indicator_row
    group by all
),
counted as (
    select
        indicator,
        role,
        sum(rows)::integer as units,
        count(distinct person)::integer as people,
        (max(rows) filter (person is not null))::integer as most
    from grouped
    group by indicator, role
),
first_rows as (
    select
        indicator,
        role,
        unnest(
            arg_min(
                {period_id: period_id, activity: activity, person: person, reason: reason, basis: basis, amount: amount},
                (period_id, coalesce(activity, ''), coalesce(person::varchar, ''), coalesce(basis, ''), coalesce(amount, 1)),
                $examples::bigint
            ),
            recursive := true
        )
    from indicator_row
    group by indicator, role
),
example as (
    select
        indicator,
        role,
        list(
            {
                agreement: period.agreement,
                period_type: period.period_type,
                period: period.period,
                activity: activity,
                person: person::varchar,
                reason: reason,
                basis: basis,
                amount: amount
            }
            order by period_id, activity nulls first, person, basis, amount
        ) as examples
    from first_rows
    left join period using (period_id)
    group by indicator, role
)
select indicator, role, units, people, most, coalesce(examples, []) as examples
from counted
left join example using (indicator, role)
order by indicator, role;
