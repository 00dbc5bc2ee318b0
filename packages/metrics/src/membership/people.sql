insert into people_set select people_set, fingerprint, people from new_people_set;

insert into people_set_person
select new_people_set.people_set, unit.person
from unit
left join person_known as known on
    known.period_id = unit.period_id and known.person = if(unit.activity is null, unit.person, null)
join new_people_set on
    new_people_set.part = hash(
        unit.period_id, unit.activity, unit.role, unit.reason, known.gender, known.age_group, known.district
    )
where unit.person is not null;
