// The ceiling of publishing: distinct people and attendances of each agreement in the periods and breakdowns of the
// publication, one plain group-by for each, straight from the rows and the register: four kinds of period times six
// breakdowns. What is known of people, and when, is taken from their last row, which is less than publishing knows.
import { DuckDBInstance } from '@duckdb/node-api'

const PERIODS = [
  'year(date)',
  'year(date) * 10 + (month(date) + 3) // 4', // tertial
  "date_diff('month', first_day, date) // 12", // agreement year
  "'all'",
]
const AGE_GROUP = `case when year(date) - birth_year <= 12 then 0 when year(date) - birth_year <= 15 then 1
  when year(date) - birth_year <= 19 then 2 when year(date) - birth_year <= 24 then 3
  when year(date) - birth_year <= 29 then 4 when year(date) - birth_year <= 64 then 5 else 6 end`
const BREAKDOWNS = ["'total'", 'activity', 'gender', AGE_GROUP, 'district', `gender || '*' || (${AGE_GROUP})`]

const [database = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(database, { memory_limit: '3GB', access_mode: 'READ_ONLY' })
const connection = await instance.connect()
await connection.run(`
  create temp table register as
  select agreement, person, max_by(birth_year, known_from) as birth_year, max_by(gender, known_from) as gender,
    max_by(district, known_from) as district
  from participants group by agreement, person`)
await connection.run(`
  create temp table begun as
  select agreement, date_trunc('month', min(date))::date as first_day from attendance group by agreement`)
for (const period of PERIODS) {
  for (const breakdown of BREAKDOWNS) {
    await connection.runAndReadAll(
      `select agreement, ${period}, ${breakdown}, count(*), count(distinct person)
       from attendance
       join begun using (agreement)
       left join register using (agreement, person)
       where attendance.attendance = 'present' and attendance.role = 'participant'
       group by all`.replaceAll(/\b(birth_year|gender|district)\b/g, 'register.$1'),
    )
  }
}
connection.closeSync()
instance.closeSync()
