-- What each agreement of a publication was counted from, as one hash: while that is the same, so are its figures.
create table published_agreement (
    publication varchar not null,
    agreement varchar not null,
    basis varchar not null -- of its rows and terms, the definitions, the day and the program
);
