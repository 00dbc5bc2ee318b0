-- Everyone behind a curve: the time until the event or for as long as they were followed. Comes after the tally.
insert into followed
select
    struct_pack(indicator := $indicator, period_id := unit.period_id),
    unit.amount,
    if(unit.role = 'numerator', unit.reason, null)
from unit
where unit.activity is null and unit.role in ('numerator', 'denominator');
