-- `to_share` (period_id, ore) over `share_weight` (period_id, activity, weight), whole numbers both: each activity
-- has its part rounded down, and the öre that are left go one each to the largest parts first. Parts sum to the
-- whole; more weight never gives less. A credit is shared like a cost. Without weight nothing is allocated.
create or replace temp table allocated as
with weighed as (
    select
        to_share.period_id,
        share_weight.activity,
        share_weight.weight,
        to_share.ore,
        abs(to_share.ore) * share_weight.weight
        // (sum(share_weight.weight) over (partition by to_share.period_id))::hugeint as part
    from to_share
    join share_weight using (period_id)
    where share_weight.weight > 0
),
ranked as (
    select
        *,
        (abs(ore) - sum(part) over (partition by period_id))::hugeint as remainder,
        row_number() over (partition by period_id order by weight desc, activity) as rank
    from weighed
)
select period_id, activity, sign(ore) * (part + if(rank <= remainder, 1, 0)) as ore
from ranked;
