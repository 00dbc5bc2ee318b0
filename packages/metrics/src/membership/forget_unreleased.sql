-- Memberships of publications that were refused, or interrupted, before they were released: nothing speaks of them,
-- and nobody is kept for nothing. Comes after those of the release have been ascribed.
create or replace temp table unreleased as
select membership from membership where membership not in (select membership from published_membership);

create or replace temp table unreleased_set as
select people_set from people_set
except
select people_set from membership_part where membership not in (from unreleased);

delete from membership_part where membership in (from unreleased);
delete from membership where membership in (from unreleased);
delete from people_set_person where people_set in (from unreleased_set);
delete from people_set where people_set in (from unreleased_set);
