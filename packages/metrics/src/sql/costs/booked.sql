-- Rows of `costs` that are the agreement's, within its time and up to the publication's day: cost, or income
-- that is no grant of the municipality's. Costs are positive, income negative, as in the books.
--
-- A bookkeeping row belongs by its objects; where the agreement names none, the whole ledger is its own. One row
-- is counted once, however many of its objects are named: the first named with an activity decides.
-- Any other row was sent because it is a cost; an account, if it has one, must be a cost account.
create or replace temp table booked as
with dated as (
    select
        costs.rowid as id,
        costs.agreement,
        costs.date,
        costs.amount,
        costs.activity,
        costs.objects,
        cost_terms.has_objects,
        try_cast(left(costs.account, 4) as integer) as account
    from costs
    join cost_terms using (agreement)
    where costs.date between cost_terms.first_day and least(cost_terms.last_day, $as_of::date)
),
named as (
    select
        held.id,
        first(cost_object.activity order by cost_object.position) filter (cost_object.activity is not null) as activity
    from (select id, agreement, unnest(objects) as object from dated) as held
    join cost_object on
        cost_object.agreement = held.agreement
        and cost_object.dimension = held.object.dimension
        and cost_object.object = held.object.object
    group by held.id
),
belonging as (
    select dated.* replace (coalesce(dated.activity, named.activity) as activity)
    from dated
    left join named using (id)
    where dated.objects is null or not dated.has_objects or named.id is not null
)
select
    agreement,
    date,
    activity,
    amount,
    case
        when is_account(account, 'cost', agreement) then 'cost'
        when objects is null and account is null then 'cost'
        when objects is not null and account between 3000 and 3999 and not is_account(account, 'grant', agreement)
            then 'income'
    end as purpose
from belonging
where purpose is not null;
