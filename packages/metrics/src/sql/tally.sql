-- One pass over the units of one indicator, tallied as finely as breakdowns can cut: people of the whole by their kinds.
-- Rows of an activity are about that activity alone, and hence have no part in the breakdowns of the whole.
create or replace temp table kind_tally as
select
    unit.period_id,
    null::varchar as activity,
    unit.role,
    unit.reason,
    person_kind.kind,
    null::varchar as gender,
    null::varchar as age_group,
    null::varchar as district,
    count(*) as units,
    count(*) as people,
    bit_xor(hash(unit.person)) as mixed,
    sum(hash(unit.person)::hugeint) as added,
    null::integer as heads,
    sum(coalesce(unit.amount, 1)) as amount,
    sum(coalesce(unit.amount, 1) ** 2) as squares,
    max(coalesce(unit.amount, 1)) as largest,
    list(unit.amount) filter ($keeps_amounts and unit.role = 'numerator') as amounts
from unit
left join person_kind using (person)
where unit.activity is null and unit.person is not null
group by unit.period_id, unit.role, unit.reason, person_kind.kind
union all
select
    period_id,
    activity,
    role,
    reason,
    null,
    if(person is null, gender, null) as gender,
    if(person is null, age_group, null) as age_group,
    if(person is null, district, null) as district,
    count(*),
    count(person),
    bit_xor(hash(person)),
    sum(hash(person)::hugeint),
    max(heads) filter (person is null),
    sum(coalesce(amount, 1)),
    sum(coalesce(amount, 1) ** 2),
    max(coalesce(amount, 1)) filter (person is not null),
    list(amount) filter ($keeps_amounts and role = 'numerator')
from unit
where activity is not null or person is null
group by all;

insert into tally
select
    $indicator as indicator,
    summed.period_id,
    summed.activity,
    summed.role,
    summed.reason,
    coalesce(known.gender, summed.gender) as gender,
    coalesce(known.age_group, summed.age_group) as age_group,
    coalesce(known.district, summed.district) as district,
    sum(summed.units)::bigint as units,
    sum(summed.people)::bigint as people,
    -- tells sets of people apart, in whatever order they come
    md5_number(concat_ws('|', sum(summed.people), bit_xor(summed.mixed), sum(summed.added))) as fingerprint,
    max(summed.heads) as heads,
    sum(summed.amount) as amount,
    sum(summed.squares) as squares,
    max(summed.largest) as largest,
    flatten(list(summed.amounts) filter (summed.amounts is not null)) as amounts
from kind_tally as summed
left join kind_known as known on known.period_id = summed.period_id and known.kind = summed.kind
group by all;
