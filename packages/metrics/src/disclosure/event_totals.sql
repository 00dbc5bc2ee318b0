-- A total that is hidden is hidden in every model, and takes its breakdowns with it, which would add up to it.
update event_item
set rule = 'must_hide'
where
    rule not in ('must_hide', 'released')
    and (agreement, family, span) in (
        select (agreement, family, span) from event_item where breakdown = 'total' and item in (from hidden_item)
    );
