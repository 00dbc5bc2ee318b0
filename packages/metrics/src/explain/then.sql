-- The parts behind a figure as they were when it was published.
create or replace temp table part_then as
select part.*
from published_membership as published
join membership_part as part using (membership)
where
    published.publication = $publication
    and published.agreement = $agreement
    and published.indicator = $indicator
    and published.definition_version = $version
    and published.period = $period;

create or replace temp table explained_part as
select part.role, part.reason, people_set.people, part.people_set
from part_then as part
join people_set using (people_set)
where
    part.activity is not distinct from $activity
    and ($gender is null or part.gender = $gender)
    and ($age_group is null or part.age_group = $age_group)
    and ($district is null or part.district = $district);

create or replace temp table explained_person as
select explained_part.role, explained_part.reason, people_set_person.person
from explained_part
join people_set_person using (people_set);
