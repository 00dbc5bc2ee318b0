-- Who stood behind each published figure, and in which role, so that it can be explained when its sources have
-- changed since. A set of people is kept once, whatever figures it is part of, and so is a membership, which is
-- all the parts behind one figure: a publication that changes nothing adds one row a figure.

create sequence people_set_number;
create sequence membership_number;

create table people_set (
    people_set integer not null,
    fingerprint uhugeint not null,
    people integer not null -- as they were then; someone who is erased later leaves people_set_person alone
);

create table people_set_person (
    people_set integer not null,
    person uuid not null
);

create table membership (
    membership integer not null,
    fingerprint uhugeint not null
);

-- Everyone behind a figure who has the same role, reason and facts about them.
create table membership_part (
    membership integer not null,
    activity varchar, -- null: the agreement as a whole
    role varchar not null,
    reason varchar, -- why someone is left out
    gender varchar, -- as known at the end of the period, like the other two; null in the parts of an activity
    age_group varchar,
    district varchar,
    people_set integer not null
);

create table published_membership (
    publication varchar not null,
    agreement varchar not null,
    indicator varchar not null,
    definition_version integer not null,
    period_type varchar not null,
    period varchar not null,
    membership integer not null
);
