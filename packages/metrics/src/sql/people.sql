-- What is stated of a person, by whom and when. An identity number states without a date, before all else.
create or replace temp table statement as
with stated as (
    select agreement, source_id, person, known_from as date, 2 as precedence, birth_year, gender, district
    from participants
    semi join agreement_terms using (agreement)
    union all
    select agreement, source_id, person, unnest([min(date), max(date)]), 1, birth_year, gender, district
    from attendance
    semi join agreement_terms using (agreement)
    where
        person is not null
        and date <= $as_of::date
        and coalesce(birth_year::varchar, gender, district) is not null
    group by agreement, source_id, person, birth_year, gender, district
),
person_of_agreement as (
    select agreement, person from participants semi join agreement_terms using (agreement)
    union
    select agreement, person from attendance semi join agreement_terms using (agreement) where person is not null
    union
    select agreement, person from engagements semi join agreement_terms using (agreement)
    union
    select agreement, person from surveys semi join agreement_terms using (agreement)
),
dated as (
    from stated
    union all
    select agreement, '', person, date '-infinity', 0, birth_year, gender, null
    from person
    join person_of_agreement using (person)
)
select agreement, source_id, person, date, precedence, attribute, value
from (
    unpivot (select * replace (birth_year::varchar as birth_year) from dated)
    on birth_year, gender, district into name attribute value value
)
where value <> 'unknown';

-- The value that holds on a day is the last one stated by then, the register before the attendance list on
-- the same day. Before the first statement, that one holds: a gender told in May was the same in April.
create or replace temp table person_attribute as
with latest as (
    select agreement, person, attribute, date, max_by(value, (precedence, value)) as value
    from statement
    group by all
),
changed as (
    from latest
    qualify value is distinct from lag(value) over (partition by agreement, person, attribute order by date)
)
select
    agreement,
    person,
    attribute,
    value,
    if(row_number() over run = 1, date '-infinity', date) as valid_from,
    coalesce(lead(date) over run, date 'infinity') as valid_until -- the first day it no longer holds
from changed
window run as (partition by agreement, person, attribute order by date);

-- People of whom the sources, each with its last word, say different things.
create or replace temp table person_conflict as
with last_word as (
    select agreement, person, attribute, source_id, max_by(value, (date, precedence, value)) as value
    from statement
    group by all
),
disagreed as (
    select agreement, person, attribute
    from last_word
    group by all
    having count(distinct value) > 1
)
select agreement, attribute, count(*)::integer as people
from disagreed
group by all;

-- People of whom the same facts hold on the same days are of one kind, in all of their agreements. What must be known of
-- everyone in every period is looked up for the kinds, which are few.
create or replace temp table person_kind as
with fact as (
    select agreement, attribute, value, valid_from, row_number() over ()::integer as fact
    from (select distinct agreement, attribute, value, valid_from from person_attribute)
),
stated as (
    select person_attribute.person, list_sort(list(fact.fact)) as facts
    from person_attribute
    join fact using (agreement, attribute, value, valid_from)
    group by person_attribute.person
),
kind as (
    select facts, row_number() over ()::integer as kind
    from stated
    group by facts
)
select stated.person, kind.kind
from stated
join kind using (facts);

-- Each kind in every period, as known at its end. Age is that at the end of the calendar year.
create or replace temp table kind_at_end as
with of_kind as (
    select distinct attribute.agreement, listed.kind, listed.person
    from (select kind, min(person) as person from person_kind group by kind) as listed
    join person_attribute as attribute using (person)
),
known as (
    select
        period.period_id,
        period.agreement,
        listed.kind,
        year(period.last_day) - birth.value::integer as age,
        coalesce(gender.value, 'unknown') as gender,
        coalesce(district.value, 'unknown') as district
    from period
    join of_kind as listed using (agreement)
    left join person_attribute as birth on
        birth.agreement = period.agreement and birth.person = listed.person and birth.attribute = 'birth_year'
        and period.last_day >= birth.valid_from and period.last_day < birth.valid_until
    left join person_attribute as gender on
        gender.agreement = period.agreement and gender.person = listed.person and gender.attribute = 'gender'
        and period.last_day >= gender.valid_from and period.last_day < gender.valid_until
    left join person_attribute as district on
        district.agreement = period.agreement and district.person = listed.person and district.attribute = 'district'
        and period.last_day >= district.valid_from and period.last_day < district.valid_until
)
select
    known.period_id,
    known.kind,
    known.gender,
    coalesce(banded.age_group, 'unknown') as age_group,
    known.district
from known
left join agreement_age_group as banded on
    banded.agreement = known.agreement
    and known.age between banded.youngest and coalesce(banded.oldest, 150);

-- All that is known of someone, as one number: there are some hundred of them, and units are counted by it.
create or replace temp table profile as
select row_number() over ()::integer as profile, gender, age_group, district
from (select distinct gender, age_group, district from kind_at_end);

create or replace temp table kind_known as
select period_id, kind, profile, gender, age_group, district
from kind_at_end
join profile using (gender, age_group, district);

drop table kind_at_end;

-- Everyone in every period, as known at its end.
create or replace temp view person_known as
select kind_known.period_id, person_kind.person, kind_known.gender, kind_known.age_group, kind_known.district
from person_kind
join kind_known using (kind);
