-- The totals are settled before their breakdowns. One that is hidden takes its breakdowns with it: they would add
-- up to it, and zeros with them.
create or replace temp table hidden_total as
select distinct item.agreement, item.indicator, item.period_id, item.what, item.item
from people_item as item
join hidden_item using (item)
where item.model = 'total';

update people_item
set rule = case
    when item in (select item from hidden_total) then 'must_hide'
    when rule = 'released' then 'released'
    else 'must_show'
end
where model <> 'total' and breakdown = 'total';

update people_item
set rule = 'must_hide'
from hidden_total as total
where
    people_item.agreement = total.agreement
    and people_item.indicator = total.indicator
    and people_item.period_id = total.period_id
    and people_item.what = total.what
    and people_item.breakdown <> 'total'
    and people_item.rule <> 'released';
