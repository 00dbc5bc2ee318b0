-- The latent classes of everyone who was counted (disclosure.md, rule 4): patterns of membership. A person has one
-- pattern in the agreement as a whole, the seats taken over all linked indicators and periods. In each
-- breakdown the same people are told apart once more, by what they are there.

-- Indicators hang together where everyone counted in one is counted in the other, in every period: one is a
-- part of the other, and their difference tells something.
create or replace temp table linked_indicator as
with recursive numbered as (
    select indicator, row_number() over (order by indicator) - 1 as number
    from (select distinct indicator from counted_person)
),
counted_together as (
    select distinct period.agreement, bit_or(1::hugeint << numbered.number) as indicators
    from counted_person
    join numbered using (indicator)
    join period using (period_id)
    where counted_person.activity is null
    group by period.agreement, counted_person.period_id, counted_person.person
),
present as (
    select distinct period.agreement, counted_person.indicator, numbered.number
    from counted_person
    join numbered using (indicator)
    join period using (period_id)
),
tie as (
    select part.agreement, unnest([part.indicator, whole.indicator]) as a, unnest([whole.indicator, part.indicator]) as b
    from present as part
    join present as whole using (agreement)
    where
        not exists (
            from counted_together as together
            where
                together.agreement = part.agreement
                and (together.indicators >> part.number) & 1 = 1
                and (together.indicators >> whole.number) & 1 = 0
        )
),
reached as (
    from tie
    union
    select reached.agreement, reached.a, tie.b
    from reached
    join tie on tie.agreement = reached.agreement and tie.a = reached.b
)
select agreement, a as indicator, min(b) as family
from reached
group by agreement, a;

-- A seat: one role in one indicator and period.
create or replace temp table seat as
select
    row_number() over (order by indicator, period_id, role, reason nulls first)::integer as seat,
    *
from (
    select distinct linked.agreement, linked.family, counted.indicator, counted.period_id, counted.role, counted.reason
    from counted_person as counted
    join period using (period_id)
    join linked_indicator as linked on linked.agreement = period.agreement and linked.indicator = counted.indicator
);

-- Where each breakdown is published. The seats that it is not published for tell nothing of it.
create or replace temp table published_seat as
select distinct seat.agreement, seat.family, modelled.breakdown, seat.seat, seat.period_id
from modelled
join seat using (agreement, indicator, period_id);

-- Who takes which seat, and as what in each breakdown.
create or replace temp table seated as
select
    published.agreement,
    published.family,
    published.breakdown,
    counted.person,
    published.seat,
    counted.activity is null as is_whole,
    case published.breakdown
        when 'total' then ''
        when 'activity' then counted.activity
        when 'gender' then coalesce(known.gender, 'unknown')
        when 'age_group' then coalesce(known.age_group, 'unknown')
        when 'district' then coalesce(known.district, 'unknown')
        else coalesce(known.gender, 'unknown') || '*' || coalesce(known.age_group, 'unknown')
    end as category
from counted_person as counted
join seat
    on seat.indicator = counted.indicator
    and seat.period_id = counted.period_id
    and seat.role = counted.role
    and seat.reason is not distinct from counted.reason
join published_seat as published using (agreement, family, seat)
left join person_known as known on known.period_id = counted.period_id and known.person = counted.person
where counted.activity is null or published.breakdown = 'activity';

create or replace temp table person_pattern as
with taken as (
    select
        agreement,
        family,
        breakdown,
        person,
        list_sort(coalesce(list(seat) filter (is_whole), [])) as seats,
        list_sort(coalesce(list({seat: seat, category: category}) filter (category is not null), [])) as held
    from seated
    group by all
)
select *, dense_rank() over (order by agreement, family, breakdown, seats)::integer as pattern
from taken;

-- The kinds of people that there are in each breakdown: what they are in each period, and in activities the
-- set of those they take part in. A person stays a woman from one period to the next unless someone in truth did not.
create or replace temp table kind as
with known_as as (
    select person.agreement, person.breakdown, person.person, period.period_id, 
        case person.breakdown
            when 'gender' then coalesce(known.gender, 'unknown')
            when 'age_group' then coalesce(known.age_group, 'unknown')
            when 'district' then coalesce(known.district, 'unknown')
            else coalesce(known.gender, 'unknown') || '*' || coalesce(known.age_group, 'unknown')
        end as category
    from (
        select distinct agreement, breakdown, person from seated where breakdown not in ('total', 'activity')
    ) as person
    join period using (agreement)
    left join person_known as known on known.period_id = period.period_id and known.person = person.person
),
run as (
    select agreement, breakdown, person, list({period_id: period_id, category: category} order by period_id, category) as places
    from known_as
    group by all
    union all
    select taken.agreement, taken.breakdown, taken.person,
        list(distinct {period_id: period.period_id, category: taken.category})
    from (
        select distinct agreement, breakdown, person, category
        from seated
        where breakdown = 'activity' and category is not null
    ) as taken
    join period using (agreement)
    group by all
)
select
    agreement,
    breakdown,
    list_sort(places) as places,
    count(*)::integer as people,
    row_number() over (order by agreement, breakdown, list_sort(places))::integer as kind
from run
group by agreement, breakdown, list_sort(places);
