-- A total that is hidden is hidden in every model, and takes its breakdowns with it, which would add up to it. What was
-- decided of its figure without that is decided again.
create or replace temp table newly_hidden as
select model, item, agreement, family
from event_item
where
    rule not in ('must_hide', 'released')
    and (agreement, family, span) in (
        select (agreement, family, span) from event_item where breakdown = 'total' and item in (from hidden_item)
    );

create or replace temp table unsettled as
select distinct agreement, family
from newly_hidden;

update event_item
set rule = 'must_hide'
where (model, item) in (select (model, item) from newly_hidden);

delete from hidden_item
where item in (select item from event_item where (agreement, family) in (select (agreement, family) from unsettled));
