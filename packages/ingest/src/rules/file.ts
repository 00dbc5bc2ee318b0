import type { Rule } from './rule.ts'

const sendAgain = {
  sv: 'Exportera filen på nytt och skicka den igen.',
  en: 'Export the file again and send it once more.',
}

/** What can be wrong with a file as a whole, before any value is looked at. */
export const FILE_RULES: readonly Rule[] = [
  {
    id: 'file_missing',
    severity: 'stop',
    sentence: {
      sv: 'Filen finns inte eller går inte att läsa.',
      en: 'The file does not exist or cannot be read.',
    },
    why: { sv: 'Ingenting kunde läsas in.', en: 'Nothing could be loaded.' },
    mend: { sv: 'Kontrollera sökvägen och rättigheterna.', en: 'Check the path and the permissions.' },
  },
  {
    id: 'file_is_folder',
    severity: 'stop',
    sentence: { sv: 'Det är en mapp och inte en fil.', en: 'This is a folder and not a file.' },
    why: { sv: 'Ingenting kunde läsas in.', en: 'Nothing could be loaded.' },
    mend: {
      sv: 'Ange filerna i mappen, eller byt namn på mappen så att ingen källa i agreement.yaml pekar på den.',
      en: 'Name the files in the folder, or rename it so that no source in agreement.yaml points to it.',
    },
  },
  {
    id: 'file_is_device',
    severity: 'stop',
    sentence: {
      sv: 'Det är ingen vanlig fil utan en enhet, ett rör eller en sockel.',
      en: 'This is no ordinary file but a device, a pipe or a socket.',
    },
    why: {
      sv: 'Det som läses därifrån kanske aldrig tar slut, och går inte att läsa en gång till.',
      en: 'What is read from there may never end, and cannot be read again.',
    },
    mend: {
      sv: 'Spara innehållet i en vanlig fil och läs in den.',
      en: 'Save the content in an ordinary file and load that.',
    },
  },
  {
    id: 'file_outside_folder',
    severity: 'stop',
    sentence: {
      sv: 'Filen är en länk ut ur mappen med leveranser.',
      en: 'The file is a link out of the folder of deliveries.',
    },
    why: {
      sv: 'En länk skulle kunna läsa in en fil som ingen har lämnat som leverans.',
      en: 'A link could load a file that nobody handed over as a delivery.',
    },
    mend: {
      sv: 'Lägg själva filen i mappen i stället för länken.',
      en: 'Put the file itself in the folder instead of the link.',
    },
  },
  {
    id: 'file_changed',
    severity: 'stop',
    sentence: {
      sv: 'Filen ändrades medan den lästes.',
      en: 'The file changed while it was read.',
    },
    why: {
      sv: 'En halvskriven fil skulle kunna läsas som att rader är borttagna.',
      en: 'A file that is half written could be read as if rows were removed.',
    },
    mend: {
      sv: 'Vänta tills filen är färdigskriven och läs in den igen.',
      en: 'Wait until the file is written and load it again.',
    },
  },
  {
    id: 'file_empty',
    severity: 'stop',
    sentence: { sv: 'Filen är tom.', en: 'The file is empty.' },
    why: {
      sv: 'En tom fil skulle kunna läsas som att allt är borttaget.',
      en: 'An empty file could be read as if everything was removed.',
    },
    mend: sendAgain,
  },
  {
    id: 'file_without_rows',
    severity: 'stop',
    sentence: {
      sv: 'Filen har en rubrikrad men inga rader.',
      en: 'The file has a header row but no rows.',
    },
    why: {
      sv: 'Utan rader går det inte att veta vad filen gäller.',
      en: 'Without rows there is no telling what the file speaks of.',
    },
    mend: sendAgain,
  },
  {
    id: 'file_not_text',
    severity: 'stop',
    sentence: {
      sv: 'Filen är ingen tabell i textform. Innehållet är något annat: {detail}.',
      en: 'The file is no table of delimited text. It holds something else: {detail}.',
    },
    why: {
      sv: 'Innehållet stämmer inte med vad filen utger sig för att vara.',
      en: 'The content is not what the file claims to be.',
    },
    mend: {
      sv: 'Öppna filen och spara den som CSV, eller exportera den på nytt från ursprungssystemet.',
      en: 'Open the file and save it as CSV, or export it again from the system that it came from.',
    },
  },
  {
    id: 'quote_not_closed',
    severity: 'stop',
    sentence: {
      sv: 'Ett citattecken öppnas men stängs aldrig, så resten av filen hamnar i en enda cell.',
      en: 'A quotation mark is opened and never closed, so the rest of the file ends up in one cell.',
    },
    why: { sv: 'Raderna efter citattecknet går förlorade.', en: 'The rows after the mark are lost.' },
    mend: {
      sv: 'Stäng eller ta bort citattecknet på raden, och skicka filen igen.',
      en: 'Close or remove the mark on this line, and send the file again.',
    },
  },
  {
    id: 'row_too_long',
    severity: 'stop',
    sentence: {
      sv: 'En rad är längre än en miljon tecken.',
      en: 'A row is longer than a million characters.',
    },
    why: {
      sv: 'Så lång är ingen riktig rad: resten av filen kan inte delas upp i rader.',
      en: 'No true row is as long: the rest of the file cannot be divided into rows.',
    },
    mend: sendAgain,
  },
  {
    id: 'too_many_columns',
    severity: 'stop',
    sentence: {
      sv: 'Rubrikraden har fler än 16 384 kolumner, fler än något kalkylblad.',
      en: 'The header row has more than 16,384 columns, more than any spreadsheet.',
    },
    why: {
      sv: 'Filen är inte den tabell som den ser ut att vara.',
      en: 'The file is not the table that it seems to be.',
    },
    mend: sendAgain,
  },
  {
    id: 'characters_broken',
    severity: 'check',
    sentence: {
      sv: 'Filen är i UTF-8 men har trasiga tecken, som visas som �: {detail}.',
      en: 'The file is in UTF-8 but has broken characters, shown as �: {detail}.',
    },
    why: {
      sv: 'Namn och koder med trasiga tecken känns inte igen.',
      en: 'Names and codes with broken characters are not recognised.',
    },
    mend: {
      sv: 'Exportera filen på nytt som UTF-8, utan att klistra ihop den med annan text.',
      en: 'Export the file again as UTF-8, without joining it with other text.',
    },
  },
  {
    id: 'source_unknown',
    severity: 'stop',
    sentence: {
      sv: 'Filen hör inte till någon källa i avtalen: {detail}.',
      en: 'The file belongs to no source of the agreements: {detail}.',
    },
    why: {
      sv: 'Utan källa går det inte att veta vems rader det är eller vad de ersätter.',
      en: 'Without a source there is no telling whose rows they are or what they replace.',
    },
    mend: {
      sv: 'Lägg filen i rätt mapp under avtalets deliveries, eller lägg till källan i agreement.yaml.',
      en: "Put the file in the right folder under the agreement's deliveries, or add the source to agreement.yaml.",
    },
  },
  {
    id: 'source_ambiguous',
    severity: 'stop',
    sentence: {
      sv: 'Filen kan höra till flera källor: {detail}.',
      en: 'The file could belong to several sources: {detail}.',
    },
    why: {
      sv: 'Fel källa skulle kunna ersätta rader som filen inte talar om.',
      en: 'The wrong source could replace rows that the file does not speak of.',
    },
    mend: {
      sv: 'Lägg filen i den mapp som källan i agreement.yaml pekar på.',
      en: 'Put the file in the folder that the source in agreement.yaml points to.',
    },
  },
  {
    id: 'column_missing',
    severity: 'stop',
    sentence: {
      sv: 'Obligatorisk kolumn saknas: {detail}.',
      en: 'A required column is missing: {detail}.',
    },
    why: {
      sv: 'Utan kolumnen kan ingen rad läsas.',
      en: 'Without the column no row can be read.',
    },
    mend: {
      sv: 'Lägg till kolumnen, eller ange under columns i agreement.yaml vad avsändaren kallar den.',
      en: 'Add the column, or say under columns in agreement.yaml what the sender calls it.',
    },
  },
  {
    id: 'column_repeated',
    severity: 'stop',
    sentence: {
      sv: 'Flera kolumner betyder samma sak: {detail}.',
      en: 'Several columns mean the same: {detail}.',
    },
    why: {
      sv: 'Det går inte att veta vilken av kolumnerna som gäller.',
      en: 'There is no telling which of the columns holds.',
    },
    mend: {
      sv: 'Behåll en av kolumnerna, eller ange under columns i agreement.yaml vilken av dem som gäller.',
      en: 'Keep one of the columns, or say under columns in agreement.yaml which of them holds.',
    },
  },
  {
    id: 'column_unknown',
    severity: 'check',
    sentence: {
      sv: 'Okänd kolumn, som inte lästes: {detail}.',
      en: 'Unknown column, which was not read: {detail}.',
    },
    why: {
      sv: 'Det som står i kolumnen kommer inte med.',
      en: 'What the column holds is not used.',
    },
    mend: {
      sv: 'Är kolumnen överflödig behövs ingenting. Annars: rätta rubriken eller ange den under columns i agreement.yaml.',
      en: 'Nothing, if the column is not needed. Else mend the header, or name it under columns in agreement.yaml.',
    },
  },
  {
    id: 'wrong_cell_count',
    severity: 'error',
    sentence: {
      sv: 'Raden har fler eller färre celler än rubrikraden.',
      en: 'The row has more or fewer cells than the header row.',
    },
    why: {
      sv: 'Värdena kan ha hamnat i fel kolumn.',
      en: 'The values may stand in the wrong column.',
    },
    mend: {
      sv: 'Sätt citattecken om text som innehåller skiljetecknet, och fyll ut korta rader.',
      en: 'Quote text that holds the separator, and fill up short rows.',
    },
  },
  {
    id: 'file_delivered_before',
    severity: 'check',
    sentence: {
      sv: 'Samma innehåll har lästs in förut under ett annat filnamn: {detail}.',
      en: 'The same content was loaded before under another file name: {detail}.',
    },
    why: {
      sv: 'Fel fil kan ha skickats för den nya perioden.',
      en: 'The wrong file may have been sent for the new period.',
    },
    mend: {
      sv: 'Kontrollera att det är rätt fil. Är det en kopia kan den tas bort.',
      en: 'Check that it is the right file. If it is a copy, it can be removed.',
    },
  },
]
