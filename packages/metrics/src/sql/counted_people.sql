-- Everyone whom one indicator counts, for disclosure control. It judges agreements with too many people whole, and has no
-- use for them one by one. Comes after the tally.
insert into crowded_agreement
select distinct period.agreement
from tally
join period using (period_id)
where tally.indicator = $indicator and tally.activity is null and tally.role <> 'behind'
group by period.agreement, tally.period_id
having sum(tally.people) > $most_people;

insert into counted_person
select $indicator, period_id, activity, unnest(people), role, reason
from people_part
semi join (select period_id from period where agreement not in (from crowded_agreement)) as judged using (period_id)
where role <> 'behind';
