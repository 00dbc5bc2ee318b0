-- Rows about people in one agreement that speak of days before $before; what spans that day stays.
-- Parameters: agreement, before, start (the agreement's first day).

delete from attendance where agreement = $agreement and date < $before::date;
delete from statuses where agreement = $agreement and date < $before::date;
delete from surveys where agreement = $agreement and date < $before::date;
delete from engagements where agreement = $agreement and end_date < $before::date;
delete from memberships where agreement = $agreement and end_date < $before::date;

-- A register's row stays with whoever is still spoken of.
delete from participants
where
    agreement = $agreement
    and known_from < $before::date
    and person not in (
        select person from attendance where agreement = $agreement and person is not null
        union
        select person from engagements where agreement = $agreement
        union
        select person from statuses where agreement = $agreement
        union
        select person from surveys where agreement = $agreement
        union
        select person from memberships where agreement = $agreement
    );

delete from quarantine
where
    agreement = $agreement
    and coalesce(date < $before::date, delivery in (select delivery from delivery where scope_end < $before::date), false);

-- Who stood behind figures of periods that were over by then; sets that other figures share stay with those.
create or replace temp table ended_membership as
select membership, ends < $before::date and agreement = $agreement as ended
from (
    select
        membership,
        agreement,
        case period_type
            when 'year' then make_date(period::integer, 12, 31)
            when 'agreement_year' then ($start::date + to_years(try_cast(period as integer)) - interval 1 day)::date
            when 'agreement' then null
            else last_day(
                make_date(
                    left(period, 4)::integer,
                    right(period, 1)::integer
                    * case period_type when 'tertial' then 4 when 'quarter' then 3 else 6 end,
                    1
                )
            )
        end as ends
    from published_membership
);

delete from people_set_person
where
    people_set in (select people_set from membership_part join ended_membership using (membership) where ended)
    and people_set not in (
        select people_set from membership_part join ended_membership using (membership) where ended is not true
    );

drop table ended_membership;
