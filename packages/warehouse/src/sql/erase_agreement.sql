-- All rows about people in one agreement. Parameter: agreement.

delete from attendance where agreement = $agreement;
delete from statuses where agreement = $agreement;
delete from surveys where agreement = $agreement;
delete from engagements where agreement = $agreement;
delete from memberships where agreement = $agreement;
delete from participants where agreement = $agreement;
delete from quarantine where agreement = $agreement;

-- Who stood behind figures; sets that the figures of another agreement share stay with those.
delete from people_set_person
where people_set not in (
    select people_set
    from membership_part
    join published_membership using (membership)
    where agreement <> $agreement
);
