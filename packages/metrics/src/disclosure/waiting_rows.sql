-- What was shown is not hidden again: a figure that cannot be shown as it is now stays as it was, and says so.
update result
set
    value = earlier.value,
    numerator = earlier.numerator,
    denominator = earlier.denominator,
    unknown = earlier.unknown,
    excluded = earlier.excluded,
    ci_low = earlier.ci_low,
    ci_high = earlier.ci_high,
    lower_bound = earlier.lower_bound,
    upper_bound = earlier.upper_bound,
    status = 'ok',
    note = if(released.was = 'shown', earlier.note, 'correction_waits')
from released, earlier_figure as earlier
where
    released.row_number = result.rowid
    and released.was in ('shown', 'waits', 'corrected')
    and result.status <> 'ok'
    and earlier.rowid = released.earlier_row;
