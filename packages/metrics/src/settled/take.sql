create or replace temp table counted_result as
select * exclude (target, goal, trust)
from result;

-- What was counted before of settled periods, and stands.
create or replace temp table settled_figure as
select
    counting.publication,
    period.agreement,
    period.period_type,
    period.period,
    period.period_id,
    header.id as indicator,
    split_part(header.id, '@', 1) as published_as,
    header.version as definition_version,
    header.counts
from settled_period
join period using (period_id)
join published_counting as counting using (agreement)
cross join indicator_header as header
where header.counts in ('people', 'events') and header.kind <> 'curve';

insert into result by name
from published_counted_result
semi join settled_figure using (agreement, indicator, period_type, period);

-- The people behind it.
create or replace temp table settled_part as
select
    settled.indicator,
    settled.agreement,
    settled.period_id,
    part.activity,
    part.role,
    part.reason,
    part.people_set,
    people_set.people
from settled_figure as settled
join published_membership as published on
    published.publication = settled.publication
    and published.agreement = settled.agreement
    and published.indicator = settled.published_as
    and published.definition_version = settled.definition_version
    and published.period_type = settled.period_type
    and published.period = settled.period
join membership_part as part using (membership)
join people_set using (people_set)
where settled.counts = 'people' and part.role <> 'behind';

insert into people_in_role
select indicator, period_id, role, reason, sum(people)
from settled_part
where activity is null
group by indicator, period_id, role, reason;

-- Disclosure control takes them one by one where they are not too many.
insert into crowded_agreement
select distinct agreement
from settled_part
where activity is null
group by indicator, agreement, period_id
having sum(people) > $most_people;

insert into counted_person
select part.indicator, part.period_id, part.activity, member.person, part.role, part.reason
from settled_part as part
join people_set_person as member using (people_set)
where part.agreement not in (from crowded_agreement);

drop table settled_part;
