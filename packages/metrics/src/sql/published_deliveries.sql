-- Every delivery of the published agreements that speaks of some day up to $as_of, whatever its verdict:
-- one that was stopped or paused is a fact about the figures too. $agreements is a JSON list of ids.
create or replace temp table published_delivery as
select *
from delivery
where list_contains(from_json($agreements::json, '["VARCHAR"]'), agreement)
    and coalesce(scope_start <= $as_of::date, true);
