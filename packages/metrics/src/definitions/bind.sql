-- What an agreement has bound of an indicator that is defined in several versions. While counting, the newest
-- bears the indicator's id and the others `<id>@<version>`. Here the version that holds in a period takes the id,
-- the former one keeps its own name beside it, and the rest go.
create or replace temp table version_binding as
select unnest(from_json($bindings, '[{
    "agreement": "VARCHAR", "id": "VARCHAR", "held": "INTEGER", "former": "INTEGER", "valid_from": "DATE"}]'),
    recursive := true);
