import type { Rule } from './rule.ts'

/** What can be wrong with who a row is about. */
export const PERSON_RULES: readonly Rule[] = [
  {
    id: 'impossible_birth_year',
    severity: 'error',
    sentence: {
      sv: 'Födelseåret är omöjligt: före 1900 eller efter i dag.',
      en: 'The birth year is impossible: before 1900 or after today.',
    },
    why: { sv: 'Åldern skulle bli fel.', en: 'The age would be wrong.' },
    mend: {
      sv: 'Rätta födelseåret och skicka filen igen.',
      en: 'Mend the birth year and send the file again.',
    },
  },
  {
    id: 'number_destroyed',
    severity: 'error',
    sentence: {
      sv: 'Identitetsnumret är förstört av ett kalkylprogram (som 1,98E+11 eller #REFERENS!), och siffror har gått förlorade.',
      en: 'A spreadsheet destroyed the identity number (as 1.98E+11 or #REF!), and digits are lost.',
    },
    why: {
      sv: 'Flera personer skulle bli samma person.',
      en: 'Several people would become one.',
    },
    mend: {
      sv: 'Exportera filen på nytt utan att öppna den i ett kalkylprogram, eller formatera kolumnen som text.',
      en: 'Export the file again without opening it in a spreadsheet, or format the column as text.',
    },
  },
  {
    id: 'wrong_check_digit',
    severity: 'check',
    sentence: {
      sv: 'Identitetsnumrets kontrollsiffra stämmer inte. Numret används som det står.',
      en: 'The check digit of the identity number is wrong. The number is used as it stands.',
    },
    why: {
      sv: 'Är numret felskrivet räknas personen som två om den står rätt någon annanstans.',
      en: 'If the number is mistyped, the person counts twice where it stands right elsewhere.',
    },
    mend: {
      sv: 'Kontrollera numret mot medlemsregistret.',
      en: 'Check the number against the member register.',
    },
  },
  {
    id: 'number_under_several_names',
    severity: 'check',
    sentence: {
      sv: 'Samma identitetsnummer står under olika namn i filen. Raderna räknas som en person.',
      en: 'The same identity number stands under different names in the file. The rows count as one person.',
    },
    why: {
      sv: 'Oftast är det två personer, och den ena har fått den andras nummer. Då räknas en person för lite.',
      en: "Most often they are two persons, of whom one has been given the other's number. Then one person too few is counted.",
    },
    mend: {
      sv: 'Kontrollera vem numret tillhör. Har personen bytt namn behövs ingenting.',
      en: 'Check whose number it is. If the person has changed name, nothing is needed.',
    },
  },
  {
    id: 'number_with_impossible_date',
    severity: 'check',
    sentence: {
      sv: 'Det ser ut som ett identitetsnummer, men datumet i det finns inte. Det används som avsändarens eget id.',
      en: "It looks like an identity number, but the date in it does not exist. It is used as the sender's own id.",
    },
    why: {
      sv: 'Är numret felskrivet känns personen inte igen hos andra avsändare.',
      en: 'If the number is mistyped, the person is not recognised with other senders.',
    },
    mend: {
      sv: 'Kontrollera numret mot medlemsregistret.',
      en: 'Check the number against the member register.',
    },
  },
  {
    id: 'birth_date_only',
    severity: 'check',
    sentence: {
      sv: 'Bara ett födelsedatum är angivet. Raden räknas som anonym.',
      en: 'Only a birth date is given. The row counts as anonymous.',
    },
    why: {
      sv: 'Ett födelsedatum pekar inte ut en person, så raden räknas inte som en unik deltagare.',
      en: 'A birth date identifies nobody, so the row counts as no unique participant.',
    },
    mend: {
      sv: 'Ange hela numret eller ett eget id om personen är känd.',
      en: 'Give the whole number or an id of your own if the person is known.',
    },
  },
  {
    id: 'person_not_named',
    severity: 'check',
    datasets: ['attendance'],
    sentence: {
      sv: 'Deltagaren anges som okänd. Raden räknas som anonym.',
      en: 'The participant is given as unknown. The row counts as anonymous.',
    },
    why: {
      sv: 'Alla okända skulle annars räknas som en och samma person.',
      en: 'All who are unknown would otherwise count as one and the same person.',
    },
    mend: {
      sv: 'Är personen verkligen okänd behövs ingenting. Annars: ange numret eller ett eget id.',
      en: 'Nothing, if the person is truly unknown. Else give the number or an id of your own.',
    },
  },
  {
    id: 'number_without_zero',
    severity: 'check',
    sentence: {
      sv: 'Numret har nio siffror, och blir ett riktigt personnummer med en nolla framför. Det används som avsändarens eget id.',
      en: "The number has nine digits, and becomes a valid identity number with a zero before it. It is used as the sender's own id.",
    },
    why: {
      sv: 'Kalkylprogram tar bort nollan som personnummer från 2000-talet börjar med. Personen känns då inte igen hos andra avsändare.',
      en: 'Spreadsheets take away the zero that numbers of this century begin with. The person is then not recognised with other senders.',
    },
    mend: {
      sv: 'Formatera kolumnen som text, och skriv numren med tio eller tolv siffror.',
      en: 'Format the column as text, and write the numbers with ten or twelve digits.',
    },
  },
  {
    id: 'person_required',
    severity: 'error',
    datasets: ['participants', 'engagements', 'statuses', 'memberships', 'surveys'],
    sentence: {
      sv: 'Raden måste gälla en bestämd person, men anger bara ett födelsedatum, eller att personen är okänd.',
      en: 'The row must be about one person, but gives only a birth date, or that the person is unknown.',
    },
    why: {
      sv: 'Rader slås aldrig ihop på födelsedatum.',
      en: 'Rows are never joined on a birth date.',
    },
    mend: { sv: 'Ange hela numret eller ett eget id.', en: 'Give the whole number or an id of your own.' },
  },
  {
    id: 'gender_conflicts_with_number',
    severity: 'check',
    sentence: {
      sv: 'Kön stämmer inte med identitetsnumret. Det angivna könet används.',
      en: 'Gender does not match the identity number. The gender as given is used.',
    },
    why: {
      sv: 'Oftast är numret eller könet felskrivet, men inte alltid.',
      en: 'Most often the number or the gender is mistyped, but not always.',
    },
    mend: { sv: 'Kontrollera uppgiften.', en: 'Check the value.' },
  },
  {
    id: 'birth_conflicts_with_number',
    severity: 'check',
    sentence: {
      sv: 'Födelseåret stämmer inte med identitetsnumret.',
      en: 'The birth year does not match the identity number.',
    },
    why: { sv: 'Åldersgruppen kan bli fel.', en: 'The age group may be wrong.' },
    mend: { sv: 'Kontrollera uppgiften.', en: 'Check the value.' },
  },
  {
    id: 'age_outside_target_group',
    severity: 'check',
    datasets: ['participants', 'attendance', 'engagements'],
    sentence: {
      sv: 'Personens ålder ligger utanför avtalets målgrupp.',
      en: 'The person is younger or older than the target group of the agreement.',
    },
    why: {
      sv: 'Avtalet gäller en bestämd målgrupp; raden räknas ändå.',
      en: 'The agreement is for a certain target group; the row counts all the same.',
    },
    mend: { sv: 'Kontrollera födelseåret.', en: 'Check the birth year.' },
  },
  {
    id: 'identity_for_number',
    severity: 'error',
    sentence: {
      sv: 'Ett identitetsnummer står där ett tal ska stå.',
      en: 'An identity number stands where a number should.',
    },
    why: {
      sv: 'Det skulle räknas som kronor, minuter eller besök, och synas i klartext. Oftast har värdena hamnat i fel kolumn.',
      en: 'It would count as kronor, minutes or visits, and be seen in clear. Most often values are in the wrong column.',
    },
    mend: {
      sv: 'Rätta cellen och skicka filen igen: raden lämnar karantänen när den kommer rätt.',
      en: 'Mend the cell and send the file again: the row leaves quarantine when it arrives right.',
    },
  },
  {
    id: 'identity_in_text',
    severity: 'check',
    sentence: {
      sv: 'Ett identitetsnummer står i ett textfält. Det har maskerats.',
      en: 'An identity number stands in a text field. It has been masked.',
    },
    why: {
      sv: 'Identitetsnummer får bara stå i kolumnen för deltagare.',
      en: 'Identity numbers may stand in the participant column only.',
    },
    mend: {
      sv: 'Ta bort numret ur texten hos avsändaren.',
      en: "Remove the number from the text in the sender's system.",
    },
  },
]
