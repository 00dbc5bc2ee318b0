-- Every figure that has been released, shown or withheld, publication by publication: what readers have for good.
-- Aggregates after disclosure control and nothing else, so erasing a person leaves them as they are.

create table published_figure (
    publication varchar not null,
    created timestamp not null,
    as_of date not null,
    agreement varchar not null,
    indicator varchar not null,
    definition_version integer not null,
    period_type varchar not null,
    period varchar not null,
    complete boolean not null,
    breakdown varchar not null,
    category varchar not null,
    basis varchar not null,
    value double,
    numerator double,
    denominator double,
    unknown integer,
    excluded integer,
    ci_low double,
    ci_high double,
    lower_bound double,
    upper_bound double,
    status varchar not null,
    note varchar not null
);
