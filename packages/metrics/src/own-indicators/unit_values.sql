-- What stands in the view `unit` that nothing could count right, by column. $kind and $counts are the indicator's.
with part as (
    select
        period_id,
        activity,
        -- of people this is looked up
        if(person is null, gender, null) as gender,
        if(person is null, age_group, null) as age_group,
        if($kind = 'curve' and role = 'numerator', coalesce(reason, ''), null) as cause,
        -- what is not a number is greater than any number
        min(amount::double) as least,
        max(amount::double) as most,
        min(heads) as heads
    from unit
    group by all
),
judged as (
    select unnest([
        {'field': 'period_id', 'written': if(period.period_id is null, part.period_id::varchar, null)},
        {'field': 'activity', 'written': if(period.period_id is not null and known_activity.activity is null, part.activity, null)},
        {'field': 'gender', 'written': if(part.gender not in ('woman', 'man', 'other', 'unknown'), part.gender, null)},
        {'field': 'age_group', 'written': if(
            period.period_id is not null and known_age.age_group is null and part.age_group <> 'unknown',
            part.age_group,
            null
        )},
        {'field': 'reason', 'written': if(not list_contains(from_json($causes::json, '["VARCHAR"]'), cause), cause, null)},
        {'field': 'heads', 'written': if(part.heads < 0, part.heads::varchar, null)},
        {'field': 'amount', 'written': case
            when not isfinite(least) then least::varchar
            when not isfinite(most) then most::varchar
        end},
        {'field': 'amount_of_one', 'written': case
            when $counts <> 'people' or $kind not in ('count', 'share') or not isfinite(least) or not isfinite(most) then null
            when least <> 1 then least::varchar
            when most <> 1 then most::varchar
        end},
        {'field': 'negative_amount', 'written': if(
            isfinite(least) and least < 0 and $kind not in ('mean', 'median') and ($counts <> 'people' or $kind not in ('count', 'share')),
            least::varchar,
            null
        )}
    ], recursive := true)
    from part
    left join period using (period_id)
    left join agreement_activity as known_activity on
        known_activity.agreement = period.agreement and known_activity.activity = part.activity
    left join agreement_age_group as known_age on
        known_age.agreement = period.agreement and known_age.age_group = part.age_group
)
select distinct field, written
from judged
where written is not null
order by field, written;
