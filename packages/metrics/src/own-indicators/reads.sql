-- What the SELECT $select reads besides tables and views by their plain names: functions that stand as a table, but for
-- $harmless, and names that the engine would look for among files. `what` is null where the statement is no SELECT.
with node as (
    select
        value ->> 'type' as sort,
        value ->> '$.function.function_name' as function_name,
        value ->> 'schema_name' as schema_name,
        value ->> 'table_name' as table_name,
        value ->> 'error' as error,
        coalesce(try_cast(value ->> 'query_location' as integer), 0) as place
    from json_tree(json_serialize_sql($select::varchar))
    where type = 'OBJECT'
)
select function_name as what, place
from node
where sort = 'TABLE_FUNCTION'
    and not list_contains(from_json($harmless::json, '["VARCHAR"]'), lower(function_name))
union all
select concat_ws('.', nullif(schema_name, ''), table_name), place
from node
where sort = 'BASE_TABLE' and (contains(table_name, '.') or schema_name not in ('', 'main', 'temp'))
union all
select null, 0
from node
where error = 'true'
order by place, what;
