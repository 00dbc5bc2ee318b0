-- Sets of people in the tally that are not kept yet. A set is known by a hash over its members that does not
-- depend on their order, and found among the units by one over what its members have in common.
create or replace temp table new_people_set as
select nextval('people_set_number')::integer as people_set, fingerprint, people, part
from (
    select
        fingerprint,
        any_value(people)::integer as people,
        min(hash(period_id, activity, role, reason, profile)) as part
    from tally
    where indicator = $indicator and people > 0 and fingerprint not in (select fingerprint from people_set)
    group by fingerprint
);
