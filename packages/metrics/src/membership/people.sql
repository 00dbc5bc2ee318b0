-- The sets that are new, each with the people of one part that it is of.
insert into people_set select people_set, fingerprint, people from new_people_set;

insert into people_set_person
select new_people_set.people_set, unnest(people_part.people)
from people_part
join new_people_set on new_people_set.part = people_part.rowid;
