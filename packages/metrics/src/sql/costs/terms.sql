-- What agreement.yaml says of money, as tables. Kronor, but for `award`, which is in whole öre.

create or replace temp table cost_text as
select unnest(from_json($agreements, '[{
    "id": "VARCHAR",
    "period": {"start": "DATE", "end": "DATE"},
    "funding": [{"year": "INTEGER", "amount": "DECIMAL(18, 2)", "source": "VARCHAR", "kind": "VARCHAR"}],
    "costs": {
        "accounts": ["VARCHAR"],
        "grant_accounts": ["VARCHAR"],
        "objects": [{"dimension": "INTEGER", "object": "VARCHAR", "activity": "VARCHAR"}],
        "shared": {"basis": "VARCHAR", "shares": "MAP(VARCHAR, DOUBLE)"},
        "volunteer_rate": "DECIMAL(18, 2)"}
}]')) as text;

create or replace temp table cost_terms as
select
    text.id as agreement,
    text.period.start as first_day,
    text.period."end" as last_day,
    text.costs.shared.basis as basis,
    text.costs.volunteer_rate as volunteer_rate,
    len(text.costs.objects) > 0 as has_objects
from cost_text;

-- Accounts by their first four digits, which is what the BAS chart of accounts has.
create or replace temp table cost_account as
with listed as (
    select text.id as agreement, 'cost' as purpose, unnest(text.costs.accounts) as accounts from cost_text
    union all
    select text.id, 'grant', unnest(text.costs.grant_accounts) from cost_text
)
select
    agreement,
    purpose,
    split_part(accounts, '-', 1)::integer as lowest,
    split_part(accounts, '-', -1)::integer as highest
from listed;

create or replace temp macro is_account(number, its_purpose, its_agreement) as exists (
    from cost_account
    where purpose = its_purpose and agreement = its_agreement and number between lowest and highest
);

create or replace temp table cost_object as
select
    text.id as agreement,
    object.dimension as dimension,
    object.object as object,
    object.activity as activity,
    position
from cost_text, unnest(text.costs.objects) with ordinality as listed (object, position);

create or replace temp table fixed_share as
select text.id as agreement, share.key as activity, share.value as share
from cost_text, unnest(map_entries(text.costs.shared.shares)) as listed (share);

create or replace temp table award as
select
    text.id as agreement,
    case
        when award.source = 'municipality' then 'funding_awarded'
        when award.kind = 'cash' then 'own_cash_agreed'
        else 'in_kind_agreed'
    end as item,
    award.year as year,
    (sum(award.amount) * 100)::hugeint as ore
from cost_text, unnest(text.funding) as listed (award)
group by all;
