-- Whom a period counts beyond one that lies in it: nobody lists them, but they are the difference of two numbers
-- (disclosure.md, rule 4). Where they are few they are guarded like any few.
insert into people_count by name
with placed as (
    select counted_part.*, terms.threshold, span.span, span.first_day, span.last_day
    from counted_part
    join indicator_terms as terms using (agreement, indicator)
    join span using (agreement, period_id)
),
band as (
    select
        whole.agreement,
        whole.family,
        whole.model,
        concat_ws(
            '/', whole.agreement, whole.indicator, whole.first_day, whole.last_day, 'less', inside.first_day, inside.last_day,
            whole.breakdown, whole.category, whole.part
        ) as key,
        list_filter(whole.columns, lambda place : not list_contains(inside.columns, place)) as columns,
        whole.people - inside.people as value,
        whole.threshold
    from placed as whole
    join placed as inside using (agreement, family, model, indicator, breakdown, category, part)
    where
        whole.span <> inside.span
        and inside.first_day >= whole.first_day
        and inside.last_day <= whole.last_day
        and is_small(whole.people - inside.people, whole.threshold)
        and list_has_all(whole.columns, inside.columns)
)
select
    agreement, family, model, min(key) as key, columns, any_value(value) as value, max(threshold) as threshold,
    true as is_sensitive, []::varchar[] as floors, []::varchar[] as items
from band
where (agreement, family, model, columns) not in (select (agreement, family, model, columns) from people_count)
group by agreement, family, model, columns;
