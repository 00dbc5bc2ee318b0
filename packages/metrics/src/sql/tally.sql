-- The people of one indicator, gathered by what they are in it and, of the whole, by what is known of them: as finely as
-- breakdowns can cut. Rows of an activity are about that activity alone, and hence have no part in the breakdowns of the
-- whole. Everyone is listed where it is kept who they are, so that nobody has to be found again.
create or replace temp table people_part as
select
    unit.period_id,
    unit.activity,
    unit.role,
    unit.reason,
    kind_known.profile,
    count(*) as units,
    -- tells sets of people apart, in whatever order they come
    md5_number(concat_ws('|', count(*), bit_xor(hash(unit.person)), bit_xor(hash(unit.person, 1)))) as fingerprint,
    sum(coalesce(unit.amount, 1)) as amount,
    sum(coalesce(unit.amount, 1) * coalesce(unit.amount, 1)) as squares,
    max(coalesce(unit.amount, 1)) as largest,
    list(unit.amount) filter ($keeps_amounts and unit.role = 'numerator') as amounts,
    list(unit.person) filter ($keeps_people) as people
from unit
left join person_kind on person_kind.person = if(unit.activity is null, unit.person, null)
left join kind_known on kind_known.period_id = unit.period_id and kind_known.kind = person_kind.kind
group by unit.period_id, unit.activity, unit.role, unit.reason, kind_known.profile, unit.person is null
-- Nobody in particular is left out here: before the joins the planner would take it that few are left, and join the wrong way.
having count(unit.person) > 0;

insert into tally
select
    $indicator as indicator,
    part.period_id,
    part.activity,
    part.role,
    part.reason,
    part.profile,
    profile.gender,
    profile.age_group,
    profile.district,
    part.units,
    part.units as people,
    part.fingerprint,
    null as heads,
    part.amount,
    part.squares,
    part.largest,
    part.amounts
from people_part as part
left join profile using (profile);

-- Units that are about nobody in particular.
insert into tally
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
