-- Figures of settled periods, which are taken as they were counted.
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

-- The people behind them.
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

-- Agreements that are known from them to have too many people for disclosure control to take one by one.
insert into crowded_agreement
select distinct agreement
from settled_part
where activity is null
group by indicator, agreement, period_id
having sum(people) > $most_people;
