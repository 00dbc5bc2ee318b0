-- The sets that are new, found among the units by what the tally knows of them.
insert into people_set select people_set, fingerprint, people from new_people_set;

insert into people_set_person
select new_people_set.people_set, unit.person
from unit
left join person_kind on person_kind.person = if(unit.activity is null, unit.person, null)
left join kind_known on kind_known.period_id = unit.period_id and kind_known.kind = person_kind.kind
join new_people_set on
    new_people_set.part = hash(unit.period_id, unit.activity, unit.role, unit.reason, kind_known.profile)
where unit.person is not null;
