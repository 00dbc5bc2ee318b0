-- Engagements as they stood on the publication's day: an end that came later is not known yet. A stay in an activity
-- that begins during one in the agreement is a part of it: the latter speaks for the whole, and when it ends the part
-- has ended too, whatever the activity's list forgot. Any other stay is one in the agreement as well.
create or replace temp table stay as
with known as (
    select
        row_number() over () as engagement,
        agreement,
        person,
        activity,
        start_date,
        if(end_date <= $as_of::date, end_date, null) as end_date,
        if(end_date <= $as_of::date, coalesce(end_reason, 'unknown'), null) as end_reason,
        coalesce(occupation_at_start, 'unknown') as occupation_at_start,
        source_id,
        line
    from engagements
    semi join agreement_terms using (agreement)
    where start_date <= $as_of::date
),
part as (
    select
        known.engagement,
        max(coalesce(whole.end_date, date 'infinity')) as whole_end,
        arg_max_null(whole.end_reason, coalesce(whole.end_date, date 'infinity')) as whole_end_reason
    from known
    join known as whole on
        whole.agreement = known.agreement
        and whole.person = known.person
        and known.start_date >= whole.start_date
        and (known.start_date < coalesce(whole.end_date, date 'infinity') or known.start_date = whole.start_date)
    where known.activity is not null and whole.activity is null
    group by known.engagement
)
select
    row_number() over (order by start_date, source_id, line) as place,
    * exclude (engagement)
from (
    select * replace (null as activity)
    from known
    anti join part using (engagement)
    union all
    select
        known.* replace (
            nullif(least(known.end_date, part.whole_end), date 'infinity') as end_date,
            if(part.whole_end < coalesce(known.end_date, date 'infinity'), part.whole_end_reason, known.end_reason)
                as end_reason
        )
    from known
    left join part using (engagement)
    where known.activity is not null
);

-- Of several stays in a period the last one decides: one that is open at its end, whenever that ends, else the one
-- that ended last; and of those the one that began last. Most people stay once, and there is nothing to decide.
create or replace temp table enrolment as
with stayed_again as (
    select agreement, activity, person
    from stay
    group by agreement, activity, person
    having count(*) > 1
),
stayed as (
    select
        period.period_id,
        stay.activity,
        stay.person,
        stay.end_date is null or stay.end_date > period.last_day as open_at_end,
        stay.end_reason,
        stay.start_date,
        stay.occupation_at_start,
        stay.end_date,
        {
            'ends': if(stay.end_date <= period.last_day, stay.end_date, date 'infinity'),
            'place': stay.place
        } as decides,
        stayed_again.person is not null as again
    from stay
    left join stayed_again on
        stayed_again.agreement = stay.agreement
        and stayed_again.person = stay.person
        and stayed_again.activity is not distinct from stay.activity
    join period on
        period.agreement = stay.agreement
        and stay.start_date <= period.last_day
        and coalesce(stay.end_date, date 'infinity') >= period.period_start
)
select * exclude (decides, again)
from stayed
where not again
union all
select
    period_id,
    activity,
    person,
    bool_or(open_at_end),
    arg_max_null(end_reason, decides),
    arg_max(start_date, decides),
    arg_max(occupation_at_start, decides),
    arg_max_null(end_date, decides)
from stayed
where again
group by period_id, activity, person;
