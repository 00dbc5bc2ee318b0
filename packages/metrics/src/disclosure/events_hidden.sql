-- What was shown before is known whatever this publication does; else a row is hidden with whatever tells its number.
update result
set status = 'suppressed'
where
    status = 'ok'
    and rowid in (
        select row_number from event_item where item in (from hidden_item) and rule <> 'released'
    );

update result
set status = 'suppressed'
from follows
join result as figure on figure.rowid = follows.figure_row
where follows.row_number = result.rowid and result.status = 'ok' and figure.status = 'suppressed';
