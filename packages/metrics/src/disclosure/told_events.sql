-- What must not be told of events: the number of a place that is hidden and was never shown.
create or replace temp table told_event as
select
    counted.agreement,
    counted.family,
    counted.model,
    counted.items[1] as key,
    counted.columns,
    counted.value,
    counted.width,
    counted.items,
    bool_or(counted.is_place and item.rule = 'must_hide') and not bool_or(item.rule = 'released') as sensitive
from (select *, unnest(items) as item from event_count) as counted
join event_item as item using (agreement, family, model, item)
group by all;
