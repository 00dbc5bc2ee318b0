-- Who there is, in which agreement, when and in what. Every draw is a hash of what it is about, so a world of the same
-- size and seed is the same row by row.
create or replace temp macro draw(key, what, most) as (hash(key, what, getvariable('seed')) % most)::integer;

create or replace temp table world_agreement as
select
    number,
    printf('avtal-%02d', number + 1) as agreement,
    make_date(getvariable('first_year'), [1, 3, 9][number % 3 + 1], 1) as first_day
from range(getvariable('agreements')) as each (number);

-- Two activities of each person, on average; drop-in visitors of the last are counted without names.
create or replace temp table world_activity as
select * from (
    values
        (0, 'motesplats', 'Mötesplats', 'open_meeting_place', 'mixed', 'once_per_day', 120),
        (1, 'kurs', 'Kurs', 'course', 'identified', 'every_visit', 60),
        (2, 'idrott', 'Idrott', 'leisure', 'identified', 'lok', 90),
        (3, 'dagverksamhet', 'Dagverksamhet', 'day_centre', 'identified', 'forenoon_afternoon', 180),
        (4, 'vagledning', 'Vägledning', 'guidance', 'identified', 'every_visit', 45),
        (5, 'kultur', 'Kultur', 'leisure', 'identified', 'once_per_day', 120),
        (6, 'oppet-hus', 'Öppet hus', 'other', 'anonymous', 'every_visit', null)
) as activity (number, activity, name, kind, identification, counting_rule, minutes);

create or replace temp table world_person as
select
    number,
    md5(concat('person', getvariable('seed'), '/', number))::uuid as person,
    getvariable('first_year')
    - if(draw(number, 'is_young', 2) = 0, 7 + draw(number, 'age', 18), 25 + draw(number, 'age', 60)) as birth_year,
    ['woman', 'man', 'woman', 'man', if(draw(number, 'rare', 10) = 0, 'other', 'woman')][draw(number, 'gender', 5) + 1] as gender,
    if(draw(number, 'told', 20) = 0, null, 'Område ' || draw(number, 'district', 8) + 1) as district
from range(getvariable('people')) as each (number);

-- One person in twenty is in two agreements. A stay is from 13 to 195 weeks.
create or replace temp table world_stay as
with placed as (
    select number, number % getvariable('agreements') as of_agreement from world_person
    union
    select number, (number + 1) % getvariable('agreements') from world_person where draw(number, 'is_in_two', 20) = 0
),
dated as (
    select
        world_agreement.agreement,
        world_agreement.number as of_agreement,
        world_person.* exclude (number),
        hash(placed.number, placed.of_agreement) as key,
        world_agreement.first_day
        + draw(key, 'start', (getvariable('last_day') - world_agreement.first_day) - 30) as start_date,
        13 + draw(key, 'weeks', 183) as weeks
    from placed
    join world_person using (number)
    join world_agreement on world_agreement.number = placed.of_agreement
)
select
    *,
    if(start_date + weeks * 7 > getvariable('last_day'), null, start_date + weeks * 7) as end_date,
    ['unemployed', 'neither', 'work', 'studies', 'unknown'][draw(key, 'occupation', 5) + 1] as occupation_at_start,
    ['work', 'studies', 'completed', 'dropped_out', 'moved', 'unknown'][draw(key, 'reason', 6) + 1] as end_reason
from dated;

create or replace temp table world_taking_part as
with choice as (
    select
        *,
        draw(key, 'first', 6) as first_choice,
        draw(key, 'second', 5) + 1 as step,
        draw(key, 'third', 3) as fewer,
        unnest(range(3)) as place
    from world_stay
)
select
    choice.* exclude (first_choice, step, fewer, place),
    world_activity.activity,
    world_activity.counting_rule,
    world_activity.minutes,
    draw(key, world_activity.activity, getvariable('groups')) as group_number
from choice
-- three different ones: a step of 1 to 5 around a ring of six comes back after two at the earliest
join world_activity on world_activity.number = case place
    when 0 then first_choice
    when 1 then (first_choice + step) % 6
    else (first_choice + step + if(step = 5, 2, 1)) % 6
end
where place < 3 - fewer;

-- One delivery a year from each source, as senders do.
insert into delivery by name
select
    world_agreement.agreement,
    source.source_id,
    'Mätning' as sender,
    source.dataset,
    source.source_id || '/' || year || '.csv' as file,
    sha256(concat(world_agreement.agreement, source.source_id, year, getvariable('seed'))) as sha256,
    0 as bytes,
    'csv' as format,
    make_date(year, 12, 31)::timestamp as received,
    'rows' as replaces,
    make_date(year, 1, 1) as scope_start,
    make_date(year, 12, 31) as scope_end,
    '1' as rule_set,
    'approved' as verdict,
    0 as rows_read, 0 as rows_new, 0 as rows_changed, 0 as rows_unchanged, 0 as rows_duplicate, 0 as rows_quarantined,
    0 as rows_removed
from world_agreement
cross join (from (
    values
        ('deltagare', 'participants'), ('narvaro', 'attendance'), ('besok', 'headcount'), ('inskrivningar', 'engagements'),
        ('uppgifter', 'statuses'), ('medlemmar', 'memberships'), ('enkater', 'surveys'), ('pengar', 'funding'),
        ('kostnader', 'costs')
) as source (source_id, dataset)) as source
cross join range(getvariable('first_year'), year(getvariable('last_day')) + 1) as each (year)
order by world_agreement.number, year, source.source_id;


insert into person by name
select person, 'personal' as kind, true as check_digit_ok, birth_year, gender from world_person;

-- The register of the first day, and of the year after for those who have moved.
insert into participants by name
with told as (
    select agreement, person, start_date as known_from, birth_year, gender, district from world_stay
    union all
    select
        agreement, person, least(start_date + 365, getvariable('last_day')), birth_year, gender,
        'Område ' || draw(key, 'moved_to', 8) + 1
    from world_stay
    where draw(key, 'has_moved', 10) = 0
)
select
    told.*,
    'deltagare' as source_id,
    delivery.delivery,
    row_number() over (partition by delivery.delivery order by known_from, person) as line
from told
join delivery on
    delivery.agreement = told.agreement
    and delivery.dataset = 'participants'
    and told.known_from between delivery.scope_start and delivery.scope_end
order by delivery.delivery, line;
