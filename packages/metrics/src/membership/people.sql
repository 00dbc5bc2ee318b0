insert into people_set select people_set, fingerprint, people from new_people_set;

insert into people_set_person
select new_people_set.people_set, unit.person
from unit
left join person_known as known on
    known.period_id = unit.period_id and known.person = if(unit.activity is null, unit.person, null)
join tally on
    tally.period_id = unit.period_id
    and tally.role = unit.role
    and tally.activity is not distinct from unit.activity
    and tally.reason is not distinct from unit.reason
    and tally.gender is not distinct from known.gender
    and tally.age_group is not distinct from known.age_group
    and tally.district is not distinct from known.district
join new_people_set on new_people_set.tally_row = tally.rowid
where unit.person is not null;
