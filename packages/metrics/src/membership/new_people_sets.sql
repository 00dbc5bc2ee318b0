-- Sets of people of the indicator that was tallied last that are not kept yet. A set is known by a hash over its members
-- that does not depend on their order.
create or replace temp table new_people_set as
select nextval('people_set_number')::integer as people_set, fingerprint, people, part
from (
    select fingerprint, any_value(units)::integer as people, min(rowid) as part
    from people_part
    anti join people_set using (fingerprint)
    group by fingerprint
);
