-- Sets of people in the tally that are not kept yet. A set is known by a hash over its members that does not
-- depend on their order.
create or replace temp table new_people_set as
select nextval('people_set_number')::integer as people_set, fingerprint, people, tally_row
from (
    select fingerprint, any_value(people)::integer as people, min(rowid) as tally_row
    from tally
    where people > 0 and fingerprint not in (select fingerprint from people_set)
    group by fingerprint
);
