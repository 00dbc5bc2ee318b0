-- Agreements with more people than the attacker's model can bear. Their people are left out of it, and their breakdowns
-- are judged whole (decided.sql).
create or replace temp table large_agreement as
select period.agreement
from counted_person
join period using (period_id)
group by period.agreement
having count(distinct counted_person.person) > $most_people
union
from crowded_agreement;

delete from counted_person
where period_id in (select period_id from period join large_agreement using (agreement));
