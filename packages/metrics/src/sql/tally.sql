-- The units of one indicator, tallied as finely as breakdowns can cut: people of the whole by what is known of them.
-- Rows of an activity are about that activity alone, and hence have no part in the breakdowns of the whole.
insert into tally
with counted as (
    select
        unit.period_id,
        unit.activity,
        unit.role,
        unit.reason,
        kind_known.profile,
        count(*) as units,
        bit_xor(hash(unit.person)) as mixed,
        bit_xor(hash(unit.person, 1)) as mixed_otherwise,
        sum(coalesce(unit.amount, 1)) as amount,
        sum(coalesce(unit.amount, 1) * coalesce(unit.amount, 1)) as squares,
        max(coalesce(unit.amount, 1)) as largest,
        list(unit.amount) filter ($keeps_amounts and unit.role = 'numerator') as amounts
    from unit
    left join person_kind on person_kind.person = if(unit.activity is null, unit.person, null)
    left join kind_known on kind_known.period_id = unit.period_id and kind_known.kind = person_kind.kind
    where unit.person is not null
    group by unit.period_id, unit.activity, unit.role, unit.reason, kind_known.profile
)
select
    $indicator as indicator,
    counted.period_id,
    counted.activity,
    counted.role,
    counted.reason,
    counted.profile,
    profile.gender,
    profile.age_group,
    profile.district,
    counted.units,
    counted.units as people,
    -- tells sets of people apart, in whatever order they come
    md5_number(concat_ws('|', counted.units, counted.mixed, counted.mixed_otherwise)) as fingerprint,
    null as heads,
    counted.amount,
    counted.squares,
    counted.largest,
    counted.amounts
from counted
left join profile using (profile)
union all
select
    $indicator,
    period_id,
    activity,
    role,
    reason,
    null,
    gender,
    age_group,
    district,
    count(*),
    0,
    0::uhugeint,
    max(heads),
    sum(coalesce(amount, 1)),
    sum(coalesce(amount, 1) * coalesce(amount, 1)),
    null,
    list(amount) filter ($keeps_amounts and role = 'numerator')
from unit
where person is null
group by period_id, activity, role, reason, gender, age_group, district;
