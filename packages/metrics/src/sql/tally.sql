-- One pass over the units of one indicator, tallied as finely as breakdowns can cut. Rows of an activity are
-- about that activity alone, and hence have no part in the breakdowns of the whole.
create or replace temp table tally as
select
    unit.period_id,
    unit.activity,
    unit.role,
    unit.reason,
    if(unit.person is null, unit.gender, known.gender) as gender,
    if(unit.person is null, unit.age_group, known.age_group) as age_group,
    if(unit.person is null, unit.district, known.district) as district,
    count(*) as units,
    count(unit.person) as people,
    -- tells sets of people apart, in whatever order they come
    md5_number(
        concat_ws('|', count(unit.person), bit_xor(hash(unit.person)), sum(hash(unit.person)::hugeint))
    ) as fingerprint,
    max(unit.heads) filter (unit.person is null) as heads,
    sum(coalesce(unit.amount, 1)) as amount,
    sum(coalesce(unit.amount, 1) ** 2) as squares,
    max(coalesce(unit.amount, 1)) filter (unit.person is not null) as largest,
    list(unit.amount) filter ($keeps_amounts and unit.role = 'numerator') as amounts
from unit
left join person_known as known on
    known.period_id = unit.period_id and known.person = if(unit.activity is null, unit.person, null)
group by all;
