// The ceiling of publishing: people and attendances in the periods and breakdowns of the publication, one plain
// group-by for each, straight from the rows: four kinds of period times six breakdowns.
import { DuckDBInstance } from '@duckdb/node-api'

const PERIODS = [
  'year(date)',
  'year(date) * 10 + (month(date) + 3) // 4', // tertial
  "date_diff('month', date '2025-01-01', date) // 12", // agreement year
  "'all'",
]
const AGE_GROUP = `case when 2025 - birth_year <= 12 then 0 when 2025 - birth_year <= 15 then 1
  when 2025 - birth_year <= 19 then 2 when 2025 - birth_year <= 24 then 3
  when 2025 - birth_year <= 29 then 4 when 2025 - birth_year <= 64 then 5 else 6 end`
const BREAKDOWNS = ["'total'", 'activity', 'gender', AGE_GROUP, 'district', `gender || '*' || (${AGE_GROUP})`]

const [database = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(database, { memory_limit: '3GB', access_mode: 'READ_ONLY' })
const connection = await instance.connect()
for (const period of PERIODS) {
  for (const breakdown of BREAKDOWNS) {
    await connection.runAndReadAll(
      `select ${period}, ${breakdown}, count(*), count(distinct person)
       from attendance where attendance = 'present' and role = 'participant' group by all`,
    )
  }
}
connection.closeSync()
instance.closeSync()
