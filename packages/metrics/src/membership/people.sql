-- The sets that are new, found among the units by what the tally knows of them.
create or replace temp table part_of_new_set as
select
    new_people_set.people_set,
    hash(tallied.period_id, tallied.activity, tallied.role, tallied.reason, tallied.kind) as part
from kind_tally as tallied
left join kind_known as known on known.period_id = tallied.period_id and known.kind = tallied.kind
join new_people_set on
    new_people_set.part = hash(
        tallied.period_id, tallied.activity, tallied.role, tallied.reason, known.gender, known.age_group, known.district
    )
where tallied.people > 0;

insert into people_set select people_set, fingerprint, people from new_people_set;

insert into people_set_person
select part_of_new_set.people_set, unit.person
from unit
left join person_kind on person_kind.person = if(unit.activity is null, unit.person, null)
join part_of_new_set on
    part_of_new_set.part = hash(unit.period_id, unit.activity, unit.role, unit.reason, person_kind.kind)
where unit.person is not null;
